"""What a source gives for units with all below them, made of what it gives for each."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connection

from congdoan.organisation.kinds import INSIDE
from congdoan.reporting.models import LONGEST_TEXT, MOST_LINES
from congdoan.reporting.sources import FigureSource, Source, TextSource

_CUT: Final = "… Còn nữa, xem nguồn của nội dung này."
_UP: Final = """
    cross join lateral unnest(string_to_array(trim(both '/' from place.path), '/')::bigint[]) as above(id)
"""
# Each row of the source for every reporter that stands above its unit, or is it.
_FOUND: Final = f"({{select}}) found join organisation_unit place on place.id = found.unit_id {_UP}"
_REPORTS: Final = "above.id = any(%(reporters)s::bigint[])"
_FIGURE: Final = f"select above.id as unit_id, sum(found.value) as value from {_FOUND} where {_REPORTS} group by 1"  # noqa: S608
_TEXT: Final = f"""
    select unit_id, case when length(said) <= {LONGEST_TEXT} then said
                         else left(said, {LONGEST_TEXT - len(_CUT)}) || '{_CUT}' end as text
      from (select above.id as unit_id, string_agg(
                   case when place.id = above.id then found.text
                        else place.short_name || ':' || chr(10) || found.text end, chr(10) order by place.path) as said
              from {_FOUND} where {_REPORTS} group by 1) told
"""  # noqa: S608
_TABLE: Final = f"""
    select unit_id, jsonb_agg(line order by at) as rows
      from (select above.id as unit_id, row_number() over (partition by above.id order by place.path, one.at) as at,
                   case when place.id = above.id then one.line
                        else jsonb_set(one.line, array['0'],
                                       to_jsonb((one.line ->> 0) || ' (' || place.short_name || ')')) end as line
              from {_FOUND} cross join lateral jsonb_array_elements(found.rows) with ordinality as one(line, at)
             where {_REPORTS}) lines
     where at <= {MOST_LINES} group by 1
"""  # noqa: S608
# By the index on paths, once for each organ.
_UNDER: Final = """
    select distinct place.id
      from organisation_unit organ
      join organisation_unit place on place.path ~>=~ organ.path and place.path ~<~ (organ.path || '~')
     where organ.id = any(%(reporters)s::bigint[]) and place.kind <> all(%(inside)s)
"""


def with_below(source: Source) -> str:
    """The SELECT of the source for each of `%(reporters)s` with all below; its `%(units)s` are then `organs_under`."""
    match source:
        case FigureSource():
            return _FIGURE.format(select=source.select)
        case TextSource():
            return _TEXT.format(select=source.select)
        case _:
            return _TABLE.format(select=source.select)


def organs_under(unit_ids: Sequence[int]) -> list[int]:
    """Ids of these organs and of all below them, also of those that are no more: their records count."""
    with connection.cursor() as cursor:
        cursor.execute(_UNDER, {"reporters": as_array(unit_ids), "inside": list(INSIDE)})
        return [pk for (pk,) in cursor.fetchall()]


def as_array(ids: Iterable[int]) -> str:
    """As PostgreSQL writes an array: ten thousand ids in a millisecond, which as a list would take twenty."""
    return f"{{{','.join(map(str, ids))}}}"
