"""The history of like work: by band of planned time, level of the unit and section, counted by the database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import (
    Aggregate,
    Case,
    Count,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Greatest

from congdoan.organisation.models import UnitKind
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.queries.work.conditions import WAITING
from congdoan.steering.forecast.likeness import BANDS, LEAST, NO_DUE, band_number
from congdoan.steering.forecast.outlook import NEVER, History
from congdoan.steering.forecast.stillness import Usual
from congdoan.steering.queries.scope import Steered

FAR: Final = 400
"""Days before or after due that are told apart."""


class Days(Func):
    """Whole days from the second day up to the first."""

    template, arg_joiner, output_field = "(%(expressions)s)", " - ", IntegerField()


class Percentile(Aggregate):
    """`percentile_disc` (or `percentile_cont`) of an expression."""

    template = "%(function)s(%(share)s) within group (order by %(expressions)s)"

    def __init__(self, expression: Any, share: float, *, function: str = "percentile_disc", **more: Any) -> None:
        super().__init__(expression, share=repr(float(share)), function=function, **more)


def band() -> Case:
    """The number of the band that the planned days of a part fall into."""
    whens = [When(due=None, then=Value(NO_DUE.number))]
    whens += [When(planned__lte=one.most, then=Value(one.number)) for one in BANDS if one.most is not None]
    return Case(*whens, default=Value(BANDS[-1].number), output_field=IntegerField())


def with_band(found: QuerySet[Assignment]) -> QuerySet[Any]:
    """With `planned` days and the number of their `band`."""
    return found.annotate(planned=Days("due", "given_on")).annotate(band=band())


@dataclass(frozen=True, slots=True)
class Usuals:
    """How long like work took: by section and level, by level and band, by band; only where there is enough of it."""

    by_section: dict[tuple[int, str], Usual]
    by_level: dict[tuple[str, int], Usual]
    by_band: dict[int, Usual]

    def of(self, section_id: int | None, kind: str, band_no: int) -> tuple[Usual, str] | None:
        """The most alike, with words that say which; None: there is no basis."""
        if section_id is not None and (found := self.by_section.get((section_id, kind))):
            return found, f"cùng mục, {_level(kind)}"
        if found := self.by_level.get((kind, band_no)):
            return found, f"{_level(kind)}, {band_number(band_no).words}"
        if found := self.by_band.get(band_no):
            return found, f"mọi đơn vị, {band_number(band_no).words}"
        return None


def usuals(steered: Steered) -> Usuals:
    """Three queries over what was finished."""
    done = steered.history().filter(state=AssignmentState.DONE, done_on__isnull=False)
    done = with_band(done).annotate(took=Greatest(Days("done_on", "given_on"), Value(0)))
    by_section = {
        (row["task__section"], row["unit__kind"]): _usual(row)
        for row in _counted(done.filter(task__section__isnull=False), "task__section", "unit__kind")
    }
    by_level = {(row["unit__kind"], row["band"]): _usual(row) for row in _counted(done, "unit__kind", "band")}
    by_band = {row["band"]: _usual(row) for row in _counted(done, "band")}
    return Usuals(by_section, by_level, by_band)


def _counted(done: QuerySet[Any], *keys: str) -> QuerySet[Any, dict[str, Any]]:
    figures = {name: Percentile("took", share) for name, share in (("low", 0.25), ("high", 0.75), ("most", 0.9))}
    found: QuerySet[Any, Any] = done.values(*keys).annotate(count=Count("pk"), **figures).filter(count__gte=LEAST)
    return found


def _usual(row: dict[str, Any]) -> Usual:
    return Usual(row["count"], row["low"], row["high"], row["most"])


@dataclass(frozen=True, slots=True)
class Histories:
    """When like work ended, seen from its due day: by level and band, by level, by band."""

    by_level_band: dict[tuple[str, int], History]
    by_level: dict[str, History]
    by_band: dict[int, History]

    def groups(self, kind: str, band_no: int) -> Sequence[tuple[str, History]]:
        words = band_number(band_no).words
        found = (
            (f"{_level(kind)}, {words}", self.by_level_band.get((kind, band_no))),
            (f"{_level(kind)}", self.by_level.get(kind)),
            (f"mọi đơn vị, {words}", self.by_band.get(band_no)),
        )
        return [(name, history) for name, history in found if history]


def over(steered: Steered) -> QuerySet[Any]:
    """Parts whose due day is past, with `early`: days before due when they were finished, NEVER for the unfinished.

    A result that waits to be confirmed or accepted counts from the day on which the unit reported it.
    """
    past = steered.history().filter(due__lt=steered.today)
    finished = Q(state=AssignmentState.DONE, done_on__isnull=False)
    reported = Q(state__in=WAITING, last_report_on__isnull=False)
    whens = [When(finished, then=Days("due", "done_on")), When(reported, then=Days("due", "last_report_on"))]
    early = Case(*whens, default=Value(NEVER), output_field=IntegerField())
    found: QuerySet[Any] = with_band(past).annotate(early=early)
    return found


def histories(steered: Steered) -> Histories:
    """One query: how many ended how many days before or after due, by level and band."""
    counted: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for kind, band_no, early, count in over(steered).values_list("unit__kind", "band", "early").annotate(n=Count("pk")):
        place = NEVER if early == NEVER else max(min(early, FAR), -FAR)
        days = counted[kind, band_no]
        days[place] = days.get(place, 0) + count
    by_level: dict[str, dict[int, int]] = defaultdict(dict)
    by_band: dict[int, dict[int, int]] = defaultdict(dict)
    for (kind, band_no), days in counted.items():
        for into in (by_level[kind], by_band[band_no]):
            for early, count in days.items():
                into[early] = into.get(early, 0) + count
    return Histories(
        {key: History(days) for key, days in counted.items()},
        {kind: History(days) for kind, days in by_level.items()},
        {band_no: History(days) for band_no, days in by_band.items()},
    )


def own_histories(steered: Steered, unit_ids: Iterable[int]) -> dict[int, History]:
    """The record of each of these units; one query."""
    days: dict[int, list[int]] = defaultdict(list)
    for unit_id, early in over(steered).filter(unit__in=set(unit_ids)).values_list("unit_id", "early"):
        days[unit_id].append(early)
    return {unit_id: History.of(found) for unit_id, found in days.items()}


def _level(kind: str) -> str:
    return str(UnitKind(kind).label)
