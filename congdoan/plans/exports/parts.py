"""Every unit's part of a plan as rows for sheets: a million of them, as the database gives them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, F, IntegerField, QuerySet, Value, When
from django.db.models.expressions import Func
from django.db.models.functions import Cast, Concat

from congdoan.core.exports.columns import Column, Kind, Nth
from congdoan.plans.models import AssignmentState, PartyRole
from congdoan.plans.queries.work.conditions import OWED, late, soon
from congdoan.plans.queries.work.follow_up.scope import FollowUp

PART_COLUMNS: Final = (
    Column("Mục", Nth(0), width=12),
    Column("Nhiệm vụ", Nth(1), width=60),
    Column("Đơn vị", Nth(2), width=34),
    Column("Vai trò", Nth(3), width=12),
    Column("Hạn", Nth(4), Kind.DATE, 12),
    Column("Trạng thái", Nth(5), width=24),
    Column("Ngày nhận", Nth(6), Kind.DATE, 12),
    Column("Ngày hoàn thành", Nth(7), Kind.DATE, 16),
    Column("Báo cáo gần nhất", Nth(8), Kind.DATE, 16),
)


def part_rows(follow_up: FollowUp) -> "QuerySet[Any, tuple[Any, ...]]":
    """The parts that the filter lets through, in the order in which they were given; one query, no sorting."""
    found = follow_up.assignments()
    if follow_up.state:
        found = found.filter(follow_up.in_state())
    return found.order_by("pk").values_list(
        "task__number",
        "task__title",
        "unit__short_name",
        _words("role", PartyRole.choices),
        "due",
        _look(follow_up.today),
        "taken_on",
        "done_on",
        "last_report_on",
    )


def _look(today: date) -> Case:
    """As `queries.work.looks` says it of one assignment."""
    return Case(
        When(late(today), then=Concat(Value("Quá hạn "), _days(Value(today), F("due")), Value(" ngày"))),
        When(state__in=OWED, open_obstacles__gt=0, then=Value("Có vướng mắc")),
        When(state__in=OWED, due=today, then=Value("Hạn hôm nay")),
        When(soon(today), then=Concat(Value("Còn "), _days(F("due"), Value(today)), Value(" ngày"))),
        default=_words("state", AssignmentState.choices),
        output_field=CharField(),
    )


def _days(later: Any, earlier: Any) -> Cast:
    """How many days lie between, as text."""
    days = Func(later, earlier, template="(%(expressions)s)", arg_joiner=" - ", output_field=IntegerField())
    return Cast(days, CharField())


def _words(field: str, choices: Iterable[tuple[str, str]]) -> Case:
    """The words of a choice."""
    return Case(*(When(**{field: code}, then=Value(str(label))) for code, label in choices), output_field=CharField())
