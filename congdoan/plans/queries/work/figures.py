"""Figures of a unit's tasks, on the desk and on the unit's page."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.work.conditions import WAITING
from congdoan.plans.queries.work.unit_tasks import at_organ, late_count, open_count
from congdoan.worklist.figures import Figure


def desk_figures(user: User, unit: Unit, on: date) -> Sequence[Figure]:
    """Tasks of the unit and its departments: under way, waiting for confirmation, done this year, stuck; one query."""
    if not may(user, "tasks.view", unit):
        return []
    counted = Assignment.objects.filter(at_organ(unit)).aggregate(
        open=Count("pk", filter=Q(state__in=OPEN)),
        waiting=Count("pk", filter=Q(state__in=WAITING)),
        stuck=Count("pk", filter=Q(open_obstacles__gt=0)),
        done=Count("pk", filter=Q(state=AssignmentState.DONE, done_on__gte=on.replace(month=1, day=1))),
    )
    url = reverse("plans:unit-tasks", args=[unit.pk])
    figures = [
        Figure("Nhiệm vụ đang mở", counted["open"], url=url),
        Figure("Kết quả chờ xác nhận", counted["waiting"], url=f"{url}?trang-thai=cho"),
        Figure("Đang có vướng mắc", counted["stuck"], "soon", f"{url}?trang-thai=vuong-mac"),
        Figure(f"Hoàn thành năm {on.year}", counted["done"], "done", f"{url}?trang-thai=xong"),
    ]
    return [figure for figure in figures if figure.value]


def open_tasks(user: User, unit: Unit) -> int | None:
    return open_count(unit) if may(user, "tasks.view", unit) else None


def late_tasks(user: User, unit: Unit, on: date) -> int | None:
    return late_count(unit, on) if may(user, "tasks.view", unit) else None


def open_below(path: str) -> int:
    """How many open assignments lie at the units under a path."""
    return Assignment.objects.filter(unit__path__startswith=path, state__in=OPEN).count()
