"""What a unit has in hand, as the person sees it who merges, splits or ends the unit."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from congdoan.organisation.followers import Handed
from congdoan.plans.models import Assignment, Plan, PlanState, TargetPart
from congdoan.plans.models.assignment import OPEN, AssignmentState
from congdoan.plans.models.plan import BEFORE_ISSUE
from congdoan.plans.queries.handovers.keys import carried_by_own_plans, key_of, key_of_part, key_of_plan

_LIVING = (PlanState.ISSUED, PlanState.RUNNING, *BEFORE_ISSUE)
_UNFINISHED = (*OPEN, AssignmentState.PAUSED)


def tasks_at(unit_ids: Sequence[int]) -> int:
    return Assignment.objects.filter(unit__in=unit_ids, state__in=_UNFINISHED).count()


def parts_at(unit_ids: Sequence[int]) -> int:
    return _parts(unit_ids).count()


def plans_at(unit_ids: Sequence[int]) -> int:
    return Plan.objects.filter(unit__in=unit_ids, state__in=_LIVING).count()


def parts_below(path: str) -> int:
    return TargetPart.objects.filter(
        unit__path__startswith=path, ended_on=None, target__plan__state__in=_LIVING
    ).count()


def plans_below(path: str) -> int:
    return Plan.objects.filter(unit__path__startswith=path, state__in=_LIVING).count()


def tasks_to_give(unit_ids: Sequence[int]) -> list[Handed]:
    """Work of others' plans; what goes with a plan of the unit's own is not chosen by itself."""
    running = Assignment.objects.filter(unit__in=unit_ids, state__in=_UNFINISHED).select_related("task", "plan", "unit")
    carried = carried_by_own_plans(unit_ids)
    found = [(one, key_of(one, carried)) for one in running.order_by("plan_id", "task__order", "pk")]
    return [
        Handed(
            key,
            "Nhiệm vụ đang thực hiện",
            f"{one.task.number} {one.task.title}".strip(),
            f"{one.plan}, {one.get_role_display().lower()}, {one.get_state_display().lower()}"
            + (f", hạn {one.due:%d/%m/%Y}" if one.due else ""),
        )
        for one, key in found
        if key.startswith("nv-")
    ]


def parts_to_give(unit_ids: Sequence[int]) -> list[Handed]:
    return [
        Handed(
            key_of_part(part),
            "Mức chỉ tiêu được giao",
            part.target.name,
            str(part.target.plan),
            amount=part.value,
            amount_unit=part.target.unit_words,
            is_whole=part.target.adds_up,
        )
        for part in _parts(unit_ids).filter(~Q(parent=None)).select_related("target__plan").order_by("target", "pk")
    ]


def plans_to_give(unit_ids: Sequence[int]) -> list[Handed]:
    """With the work that they give on, and with what they carry out."""
    found = Plan.objects.filter(unit__in=unit_ids, state__in=_LIVING).order_by("-issued_on", "pk")
    return [
        Handed(key_of_plan(plan.pk), "Kế hoạch của đơn vị", plan.subject, f"{plan}, {plan.get_state_display().lower()}")
        for plan in found
    ]


def _parts(unit_ids: Sequence[int]) -> QuerySet[TargetPart]:
    return TargetPart.objects.filter(unit__in=unit_ids, ended_on=None, target__plan__state__in=_LIVING)
