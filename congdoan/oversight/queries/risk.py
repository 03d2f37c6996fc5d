"""The signs of all units in a programme's reach, counted in one statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, overload

from django.db import connection

from congdoan.core import clock
from congdoan.core.rules import rule_on
from congdoan.organisation.models import Unit
from congdoan.oversight import risk as points
from congdoan.oversight.models import Programme
from congdoan.oversight.queries.reach import assignments_at
from congdoan.oversight.risk import Signs
from congdoan.oversight.rules import VISIT_DAYS
from congdoan.plans.queries.work.conditions import late

ORDERS: Final = {
    "diem": "score desc",
    "qua-han": "late desc, score desc",
    "im-lang": "silent desc nulls last, score desc",
    "minh-chung": "odd desc, score desc",
    "lan-truoc": "visited desc nulls first, score desc",
}
# An inspected unit answers for its own departments; a committee's own organ is not asked. Repeated is a file that
# reports on two parts of work sent, whoever sent them.
_SIGNS: Final = f"""
    with reach as (
      select unit.id, case when unit.kind in ('department', 'inspection') and unit.parent_id <> %(organ)s
                           then unit.parent_id else unit.id end as answers
        from organisation_unit unit
       where unit.path like %(path)s and unit.starts_on <= %(on)s and (unit.ends_on is null or unit.ends_on > %(on)s)
    ), work as (
      select reach.answers as unit_id, assignment.id, assignment.state, assignment.due,
             coalesce(assignment.last_report_on, assignment.taken_on, assignment.given_on) as sign
        from plans_assignment assignment join reach on reach.id = assignment.unit_id
       where assignment.state <> 'withdrawn'
    ), owed as (
      select unit_id, count(*) filter (where state in ('new', 'doing') and due < %(on)s) as late,
             %(on)s::date - max(sign) filter (where state in ('new', 'doing')) as quiet
        from work group by unit_id
    ), sent as (
      select distinct file.blob_id, work.unit_id, work.id
        from work
        join plans_progressreport report on report.assignment_id = work.id
         and report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')
        join plans_progressreport_files link on link.progressreport_id = report.id
        join core_storedfile file on file.id = link.storedfile_id
    ), repeated as (
      select blob_id from sent group by blob_id having count(*) > 1
    ), odd as (
      select sent.unit_id, count(distinct blob_id) as odd, array_agg(distinct sent.id) as ids
        from sent join repeated using (blob_id) group by sent.unit_id
    ), visit as (
      select inspection.unit_id, %(on)s::date - max(inspection.ends_on) as visited
        from oversight_inspection inspection
       where inspection.state in ('notified', 'explaining', 'writing', 'to_sign', 'concluded', 'closed')
       group by inspection.unit_id
    ), signs as (
      select unit.id, coalesce(owed.late, 0) as late,
             case when owed.quiet > %(silent)s then owed.quiet end as silent,
             coalesce(odd.odd, 0) as odd, odd.ids, case when visit.visited < 0 then 0 else visit.visited end as visited,
             coalesce(visit.visited > %(visit)s, false) as long_ago, unit.rank, unit.sort_key
        from organisation_unit unit join reach on reach.id = unit.id and reach.answers = unit.id
        left join owed on owed.unit_id = unit.id
        left join odd on odd.unit_id = unit.id
        left join visit on visit.unit_id = unit.id
       where unit.kind <> 'inspection' and unit.id <> %(organ)s
         and not exists (select from oversight_inspection there where there.programme_id = %(programme)s
                            and there.unit_id = unit.id and there.state <> 'cancelled')
    ), scored as (
      select signs.*, {points.LATE} * late + {points.ODD} * odd
             + least(coalesce(silent, 0), {points.MOST_SILENT}) / {points.SILENT_PER_DAYS}
             + case when visited is null then {points.NEVER} when long_ago then {points.LONG_AGO} else 0 end as score
        from signs
    )
"""  # noqa: S608
_PAGE: Final = """
    select id, late, silent, odd, visited, long_ago, ids from scored
     where score > 0 {one} order by {order}, rank, sort_key, id
"""


@dataclass(frozen=True, slots=True)
class Risk:
    unit: Unit
    signs: Signs
    odd_ids: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        return self.signs.words

    @property
    def assignment_ids(self) -> list[int]:
        """The tasks that the signs speak of: late ones, and those whose evidence is repeated."""
        found = assignments_at(self.unit).filter(late(clock.today())).values_list("pk", flat=True)
        return sorted({*found, *self.odd_ids})


class RiskList(Sequence[Risk]):
    """Units by their risk, a slice at a time: one query for how many, two for a page of them."""

    def __init__(self, programme: Programme, order: str = "diem") -> None:
        self._order = ORDERS.get(order, ORDERS["diem"])
        self._values = _values(programme)

    def __len__(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"{_SIGNS} select count(*) from scored where score > 0", self._values)  # noqa: S608
            return int(cursor.fetchone()[0])

    @overload
    def __getitem__(self, part: int) -> Risk: ...
    @overload
    def __getitem__(self, part: slice) -> list[Risk]: ...
    def __getitem__(self, part: int | slice) -> Risk | list[Risk]:
        if isinstance(part, int):
            return self[part : part + 1][0]
        rows = f"{_SIGNS} {_PAGE.format(one='', order=self._order)} limit %(limit)s offset %(offset)s"
        start = part.start or 0
        limit = None if part.stop is None else part.stop - start
        return _risks(rows, self._values | {"limit": limit, "offset": start})

    def __iter__(self) -> Iterator[Risk]:
        """All of them, for a file."""
        yield from self[0:None]


def risk_of(programme: Programme, unit: Unit) -> Risk:
    """The signs of one unit; none at all when nothing asks for an inspection."""
    select = f"{_SIGNS} {_PAGE.format(one='and id = %(unit)s', order='score')}"
    found = _risks(select, _values(programme) | {"unit": unit.pk})
    return found[0] if found else Risk(unit, Signs(visited=0))


def _risks(select: str, values: dict[str, Any]) -> list[Risk]:
    with connection.cursor() as cursor:
        cursor.execute(select, values)
        rows = cursor.fetchall()
    units = Unit.objects.in_bulk([row[0] for row in rows])
    return [Risk(units[pk], Signs(*signs), tuple(ids or ())) for pk, *signs, ids in rows]


def _values(programme: Programme) -> dict[str, Any]:
    today = clock.today()
    return {
        "path": f"{programme.unit.organ_path}%",
        "organ": programme.unit.organ_id,
        "programme": programme.pk,
        "on": today,
        "silent": int(rule_on("plans.silent.days", today)),
        "visit": int(rule_on(VISIT_DAYS, today)),
    }
