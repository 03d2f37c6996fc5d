"""What others did with tasks since a moment: at the person's own units, and in plans that these coordinate."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Max, Min, Q
from django.urls import reverse
from django.utils.timezone import now

from congdoan.accounts.models import User
from congdoan.plans.models import AssignmentStep, Obstacle, ObstacleState, StepKind
from congdoan.worklist.addressing import actions_by_unit, units_of
from congdoan.worklist.changes import Change

LONGEST: Final = timedelta(days=14)
"""Who was away for longer reads the follow-up page instead."""
_MOST: Final = 100

_SEVERAL: Final[dict[str, str]] = {
    StepKind.HANDED_OVER: "phần việc đổi đơn vị vì sắp xếp tổ chức",
    StepKind.OBSTACLE_RAISED: "vướng mắc mới",
    StepKind.FINISHED: "phần việc báo đã xong",
    StepKind.REPORTED: "báo cáo mới",
    StepKind.ACCEPTED: "kết quả được nghiệm thu",
    StepKind.RETURNED: "báo cáo bị trả lại",
    StepKind.ASKED_MORE: "kết quả phải làm thêm",
    StepKind.TAKEN: "phần việc được nhận",
}
"""Kinds of steps that are told, the weightiest first, with what several of them are called."""


def changes_since(user: User, since: datetime) -> Sequence[Change]:
    """One line for each kind of step, in one query."""
    steps = AssignmentStep.objects.filter(_concerning(user), at__gt=max(since, now() - LONGEST), kind__in=_SEVERAL)
    found = (
        steps.exclude(by=user)
        .order_by()
        .values("kind")
        .annotate(
            count=Count("pk"),
            units=Count("assignment__unit", distinct=True),
            unit=Max("assignment__unit__short_name"),
            title=Max("assignment__task__title"),
            one=Max("assignment"),
            first_plan=Min("assignment__plan"),
            last_plan=Max("assignment__plan"),
        )
    )
    order = list(_SEVERAL)
    return [_change(row) for row in sorted(found, key=lambda row: order.index(row["kind"]))]


def raised_alone_since(user: User, since: datetime) -> Sequence[Change]:
    """Difficulties that no task is with: raised at the person's own units, or sent to those for which they answer."""
    own, answers = [unit.pk for unit in units_of(user)], _coordinating(user)
    found = Obstacle.objects.filter(
        Q(unit__in=own) | Q(routed_to__in=answers), assignment=None, created_at__gt=max(since, now() - LONGEST)
    )
    raised = found.exclude(raised_by=user).exclude(state=ObstacleState.WITHDRAWN)
    newest = list(raised.select_related("unit", "plan", "section").order_by("-pk")[:_MOST])
    if not newest:
        return []
    if len(newest) == 1:
        one = newest[0]
        words = f"{one.asker.short_name}, nêu vướng mắc: {one.about}"
        return [Change(words, reverse("plans:obstacle", args=[one.pk]))]
    units = len({one.unit_id for one in newest})
    many = f"Từ {_MOST}" if len(newest) == _MOST else str(len(newest))
    words = f"{many} vướng mắc mới nêu riêng" + (f", {units} đơn vị" if units > 1 else "")
    return [Change(words, reverse("answers:waiting"))]


def _coordinating(user: User) -> list[int]:
    return [unit for unit, actions in actions_by_unit(user).items() if "plans.coordinate" in actions]


def _concerning(user: User) -> Q:
    coordinating = _coordinating(user)
    own = Q(assignment__unit__in=[unit.pk for unit in units_of(user)])
    plan = Q(assignment__plan__coordinator__in=coordinating) | Q(assignment__plan__unit__in=coordinating)
    return own | plan if coordinating else own


def _change(row: Mapping[str, Any]) -> Change:
    if row["count"] == 1:
        words = f"{row['unit']}, {StepKind(row['kind']).label.lower()}: {row['title']}"
        return Change(words, reverse("plans:assignment", args=[row["one"]]))
    words = f"{row['count']} {_SEVERAL[row['kind']]}" + (f", {row['units']} đơn vị" if row["units"] > 1 else "")
    one_plan = row["first_plan"] == row["last_plan"]
    return Change(words, reverse("plans:follow-up", args=[row["last_plan"]]) if one_plan else reverse("plans:overview"))
