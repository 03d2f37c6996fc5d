"""Which paper carries further which: the way up from some papers, and the way down as far as a person sees it.

A paper is carried further by what stands on it and by the own plans of units that carry it out.
"""

from collections.abc import Iterable
from typing import Final

from django.db import connection

from congdoan.accounts.models import User
from congdoan.plans.queries.plans import visible_plans

Edge = tuple[int, int]
"""(paper, the one that carries it further)."""
DEEPEST: Final = 8
SHOWN: Final = 30
"""Papers under one paper that are shown; one more is asked for, to know that there are more."""

_UP: Final = """
    with recursive up(parent, child, depth) as (
      select above.id, plan.id, 1
        from plans_plan plan
        cross join lateral (values (plan.stands_on_id), (plan.carries_out_id)) above(id)
       where plan.id = any(%s) and above.id is not null
      union
      select above.id, plan.id, up.depth + 1
        from up join plans_plan plan on plan.id = up.parent
        cross join lateral (values (plan.stands_on_id), (plan.carries_out_id)) above(id)
       where above.id is not null and up.depth < %s)
    select distinct parent, child from up
"""
_DOWN: Final = """
    with recursive seen(id) as materialized ({seen}),
    down(parent, child, depth) as (
      select null::bigint, start.id, 0 from unnest(%s::bigint[]) start(id)
      union
      select down.child, further.id, down.depth + 1
        from down cross join lateral (
             select plan.id from plans_plan plan
               join organisation_unit unit on unit.id = plan.unit_id
              where (plan.stands_on_id = down.child or plan.carries_out_id = down.child)
                and plan.state in ('issued', 'running', 'closed', 'replaced', 'repealed')
                and plan.id in (select id from seen)
              order by unit.depth, unit.rank, unit.sort_key, plan.issued_on desc, plan.id
              limit %s) further
       where down.depth < %s)
    select distinct parent, child, depth from down where parent is not null order by depth
"""


def edges_up(plan_ids: Iterable[int]) -> list[Edge]:
    """All that these papers stand on or carry out, and what those stand on; seen or not. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_UP, [list(plan_ids), DEEPEST])
        return [(parent, child) for parent, child in cursor.fetchall()]


def edges_down(plan_ids: Iterable[int], user: User) -> list[Edge]:
    """What carries these papers further, of what the person sees; at most SHOWN + 1 under each. One query."""
    seen, params = visible_plans(user).order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_DOWN.format(seen=seen), [*params, list(plan_ids), SHOWN + 1, DEEPEST])
        return [(parent, child) for parent, child, _ in cursor.fetchall()]
