"""Reviews at mid-term and at the end: on the desk once their day is near, until they are written down."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_ITEMS: Final = """
    select 'Lần ' || coalesce(review.which, '?') || ' số ' || coalesce(review.id, item.object_id) || ': '
           || count(item.id) || ' việc đang mở'
      from plans_planreview review
      full join (select id, object_id from worklist_workitem where kind = 'plans.look_back' and state = 'open') item
        on item.object_id = review.id
     group by review.id, review.which, review.opened_on, review.held_on, item.object_id
    having count(item.id) <> (review.id is not null and review.opened_on is not null and review.held_on is null)::int
"""
_ENDED: Final = """
    select plan.kind_name || ' số ' || plan.id
      from plans_planreview review join plans_plan plan on plan.id = review.plan_id
     where review.held_on is null and plan.state not in ('issued', 'running', 'closed')
"""


def register() -> None:
    for name, sentence, select in (
        ("items", "Sơ kết, tổng kết đến kỳ chưa ghi có đúng một việc đang mở", _ITEMS),
        ("ended", "Văn bản đã rút, thay thế, bãi bỏ không còn chờ sơ kết, tổng kết", _ENDED),
    ):
        checks.register(f"reviews.{name}", by_query(sentence, select))
