"""What a paper takes over from others, task by task."""

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.rights import may
from congdoan.plans.models import Assignment, Continuation, Plan, PlanState


def merged_plans(plan: Plan) -> list[Plan]:
    """The papers that it merges, in their order; one query."""
    return list(Plan.objects.filter(tasks__continued__plan=plan).distinct().order_by("issued_on", "pk"))


def continuations_of(plan: Plan, user: User) -> QuerySet[Continuation]:
    """All for who sees the plan at its unit, else those of tasks of which the person sees a part."""
    found = plan.continues.select_related("old__plan", "into").order_by("old__plan", "old__order", "pk")
    if may(user, "plans.view", plan.unit):
        return found
    seen = Assignment.objects.visible_to(user, "tasks.view")
    return found.filter(Exists(seen.filter(task=OuterRef("into"))) | Exists(seen.filter(task=OuterRef("old"))))


def others_to_merge(plan: Plan) -> QuerySet[Plan]:
    """Running papers of the same unit."""
    return (
        Plan.objects.filter(unit=plan.unit, state=PlanState.RUNNING).exclude(pk=plan.pk).order_by("-issued_on", "-pk")
    )
