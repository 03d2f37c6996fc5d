"""What is stuck, found from what happened: no movement, evidence that repeats, due days that move again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, QuerySet, Value

from congdoan.organisation.models import Unit
from congdoan.plans.models import AmendmentChange, Assignment, ProgressReport, Task
from congdoan.plans.models.report import SENT
from congdoan.plans.queries.work.conditions import OWED, last_sign
from congdoan.steering.forecast.stillness import Usual
from congdoan.steering.queries.like import Days, Usuals, usuals, with_band
from congdoan.steering.queries.scope import Steered

MOVED_OFTEN: Final = 2
MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Still:
    """A part without a sign for `days` days, and how long like work took in all."""

    part: Assignment
    days: int
    usual: Usual
    group: str

    @property
    def basis(self) -> str:
        """The reason as a person reads it."""
        usual = self.usual
        return (
            f"{self.days} ngày không động; việc như thế này thường xong trong {usual.low}–{usual.high} ngày, "
            f"9 trong 10 việc xong trong {usual.most} ngày (n = {usual.count}; {self.group})"
        )


@dataclass(frozen=True, slots=True)
class StillParts:
    """Open parts that stand still, and how many open parts there is no basis for."""

    found: QuerySet[Assignment]
    usuals: Usuals
    without_basis: int

    def of(self, parts: Sequence[Assignment]) -> list[Still]:
        """The parts of one page with their reasons; they carry `days` and `band`."""
        stills = []
        for part in parts:
            usual = self.usuals.of(part.task.section_id, part.unit.kind, part.band)  # type: ignore[attr-defined]
            if usual is not None:
                stills.append(Still(part, part.days, *usual))  # type: ignore[attr-defined]
        return stills


def still_parts(steered: Steered) -> StillParts:
    """The longest without a sign first. The classes are asked first, so that the database finds and pages the parts."""
    known = usuals(steered)
    owed = with_band(steered.parts().filter(state__in=OWED)).annotate(days=Days(Value(steered.today), last_sign()))
    by_section = [
        (Q(task__section=section, unit__kind=kind), usual) for (section, kind), usual in known.by_section.items()
    ]
    by_level = [(Q(unit__kind=kind, band=band), usual) for (kind, band), usual in known.by_level.items()]
    by_band = [(Q(band=band), usual) for band, usual in known.by_band.items()]
    slow, based = Q(pk__in=[]), Q(pk__in=[])
    for classes in (by_section, by_level, by_band):  # a part belongs to the first that knows it
        slow |= _any([where & Q(days__gt=usual.most) for where, usual in classes]) & ~based
        based |= _any([where for where, _ in classes])
    found = owed.filter(slow).select_related("task__section", "plan", "unit").order_by("-days", "pk")
    without = owed.exclude(based).count()
    return StillParts(found, known, without)


def _any(conditions: Sequence[Q]) -> Q:
    return reduce(or_, conditions) if conditions else Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Repeated:
    """One file that a unit gave as evidence in several reports."""

    unit: Unit
    name: str
    reports: int
    parts: Sequence[Assignment]


def repeated_evidence(steered: Steered) -> list[Repeated]:
    """At most MOST, the most repeated first; three queries. Files are the same when their content is."""
    found = (
        ProgressReport.objects.filter(assignment__in=steered.parts(), state__in=SENT, files__isnull=False)
        .order_by()
        .values("assignment__unit", "files__blob")
        .annotate(
            reports=Count("pk", distinct=True), name=Min("files__name"), parts=ArrayAgg("assignment", distinct=True)
        )
        .filter(reports__gt=1)
        .order_by("-reports", "assignment__unit", "files__blob")[:MOST]
    )
    rows = list(found)
    units = Unit.objects.in_bulk({row["assignment__unit"] for row in rows})
    wanted = {pk for row in rows for pk in row["parts"]}
    parts = {part.pk: part for part in Assignment.objects.filter(pk__in=wanted).select_related("task")}
    return [
        Repeated(
            units[row["assignment__unit"]], row["name"], row["reports"], [parts[pk] for pk in sorted(row["parts"])]
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Moved:
    """A task whose due day was changed `times` times."""

    task: Task
    times: int
    first: date | None
    now: date | None
    last_on: date

    @property
    def later_by(self) -> int | None:
        return (self.now - self.first).days if self.first and self.now else None


def moved_often(steered: Steered) -> list[Moved]:
    """At most MOST tasks that the person sees a part of, most often moved first; two queries."""
    tasks = Task.objects.filter(assignments__in=steered.parts()).values("pk")
    changes = AmendmentChange.objects.filter(kind=AmendmentChange.Kind.DUE, task__in=tasks).order_by()
    counted = (
        changes.values("task")
        .annotate(times=Count("pk"), last_on=Max("amendment__on"), first=Min("pk"))
        .filter(times__gte=MOVED_OFTEN)
        .order_by("-times", "-last_on")[:MOST]
    )
    rows = list(counted)
    firsts = {change.pk: change for change in AmendmentChange.objects.filter(pk__in=[row["first"] for row in rows])}
    by_id = Task.objects.select_related("plan").in_bulk([row["task"] for row in rows])
    return [
        Moved(by_id[row["task"]], row["times"], firsts[row["first"]].day_before, by_id[row["task"]].due, row["last_on"])
        for row in rows
    ]
