"""What is told of targets and reviews of plans that were taken away while somebody was typing."""

from typing import Any

from congdoan.core import gone
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.plans.models import MeasuredTarget, PlanReview, TargetPart
from congdoan.plans.queries.plans import visible_plans


def register() -> None:
    gone.kinds.register("plans:target_id", gone.deleted(MeasuredTarget, "chỉ tiêu này", _of_a_plan))
    gone.kinds.register("plans:part_id", gone.deleted(TargetPart, "chỉ tiêu này", _of_a_unit))
    gone.kinds.register("plans:review_id", gone.deleted(PlanReview, "lần sơ kết, tổng kết này", _of_a_plan))


def _of_a_plan(user: Any, row: Any) -> bool:
    return visible_plans(user).filter(pk=row.plan_id).exists()


def _of_a_unit(user: Any, row: Any) -> bool:
    return may(user, "tasks.view", Unit.objects.get(pk=row.unit_id))
