"""The first page: my work by due day, what I must decide, my unit's figures, what changed since I last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.desk.visits import look
from congdoan.desk.words import Phrase, capped, sentence, weekday
from congdoan.organisation.models import Unit
from congdoan.worklist.addressing import Mine, giving_units_of
from congdoan.worklist.changes import Change, desk_changes
from congdoan.worklist.figures import Figure, desk_figures
from congdoan.worklist.models import Notice, WorkItem
from congdoan.worklist.queries.groups import DueGroup, by_group, first_rows, in_group, week_end
from congdoan.worklist.queries.notices import notices_since
from congdoan.worklist.queries.piles import Pile, decisions, doings, given_work, my_work, sizes, unit_work
from congdoan.worklist.queries.selections import View
from congdoan.worklist.queries.unit_figures import counted_of_unit, figures_of_unit
from congdoan.worklist.rows import Row, rows_of

DECISIONS_SHOWN: Final = 4
CHANGES_SHOWN: Final = 6
_DECISIONS_LATE: Final = "decisions-late"
VIEWS: Final = (View.MINE, View.UNIT, View.GIVEN)
"""What waits for a decision is no view of its own here: it has its own block."""


@dataclass(frozen=True, slots=True)
class Group:
    """Work due in one stretch of time: the first rows, and how many there are."""

    kind: DueGroup
    size: int
    rows: list[Row]
    note: str
    url: str

    @property
    def is_late(self) -> bool:
        return self.kind is DueGroup.LATE

    @property
    def count(self) -> str:
        return capped(self.size)

    @property
    def is_cut(self) -> bool:
        return self.size > len(self.rows)


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice of the switch above the groups."""

    view: View
    label: str
    count: str
    is_current: bool


@dataclass(frozen=True)
class Desk:
    """The desk of a person on a day. `unit` is where they work, nothing for somebody without such a post."""

    user: User
    unit: Unit | None
    view: View
    on: date

    @cached_property
    def piles(self) -> dict[View, Pile]:
        mine = doings(my_work(self.user, self.on))
        units = [self.unit.pk] if self.unit else []
        return {
            View.MINE: mine,
            View.UNIT: unit_work(units),
            View.GIVEN: given_work(giving_units_of(self.user, self.on) if self.unit else []),
            View.DECISIONS: decisions(my_work(self.user, self.on)),
        }

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Everything that is counted, in one query."""
        piles = {view.value: pile for view, pile in self.piles.items()}
        piles |= by_group(self.piles[self.view], self.on)
        piles[_DECISIONS_LATE] = self.piles[View.DECISIONS].narrowed(in_group(DueGroup.LATE, self.on))
        return sizes(piles | (counted_of_unit(self.unit.pk, self.on) if self.unit else {}))

    @cached_property
    def groups(self) -> list[Group]:
        """The groups that have something in them, most urgent first."""
        found = first_rows(self.piles[self.view], self.on)
        return [self._group(kind, items) for kind, items in found.items() if items]

    @property
    def segments(self) -> list[Segment]:
        labels = {view: str(view.label) for view in VIEWS} | {View.UNIT: f"Cả {self.unit}"}
        return [Segment(view, labels[view], capped(self.sizes[view.value]), view is self.view) for view in VIEWS]

    @property
    def segment(self) -> Segment:
        return next(segment for segment in self.segments if segment.is_current)

    @cached_property
    def waiting(self) -> list[Row]:
        items = self.piles[View.DECISIONS].page(offset=0, limit=DECISIONS_SHOWN)
        return rows_of(items, self._mine)

    @property
    def waiting_count(self) -> int:
        return self.sizes[View.DECISIONS.value]

    @property
    def given_count(self) -> int:
        return self.sizes[View.GIVEN.value]

    @cached_property
    def next_pk(self) -> int | None:
        """The row whose button is the next step: my most urgent late one, else this week's."""
        pressing = (row for g in self.groups if g.kind in (DueGroup.LATE, DueGroup.WEEK) for row in g.rows)
        return next((row.pk for row in pressing if row.is_mine), None)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """What the unit's packages count; the work itself first."""
        if self.unit is None:
            return []
        own = figures_of_unit(self.sizes)
        return own + [figure for source in desk_figures for figure in source(self.user, self.unit, self.on)]

    @cached_property
    def changes(self) -> list[Notice]:
        """What the person was told since the visit before this one."""
        return list(notices_since(self.user, self._before)[:CHANGES_SHOWN])

    @cached_property
    def doings_of_others(self) -> list[Change]:
        """What others did since the visit before this one; nothing at the first visit."""
        before = self._before
        return [change for source in desk_changes for change in source(self.user, before)] if before else []

    @property
    def sentence(self) -> list[Phrase]:
        waiting, late = (self.waiting_count, self.sizes[_DECISIONS_LATE]) if self.view is View.MINE else (0, 0)
        return sentence(
            late=self.sizes[DueGroup.LATE], week=self.sizes[DueGroup.WEEK], decisions=waiting, decisions_late=late
        )

    @property
    def weekday(self) -> str:
        return weekday(self.on)

    @cached_property
    def _before(self) -> datetime | None:
        return look(self.user)

    @cached_property
    def _mine(self) -> Mine:
        return Mine.of(self.user, self.on)

    def _group(self, kind: DueGroup, items: list[WorkItem]) -> Group:
        end = week_end(self.on)
        return Group(
            kind,
            self.sizes[kind],
            rows_of(items, self._mine, giving=self.view is View.GIVEN),
            f"đến {weekday(end)} {end:%d/%m/%Y}" if kind is DueGroup.WEEK else "",
            f"{reverse('worklist:list')}?xem={self.view}&nhom={kind}",
        )
