"""Which plans a person sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import paths, scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Assignment, Plan
from congdoan.plans.models.assignment import AssignmentState
from congdoan.plans.models.plan import PUBLIC, PlanState
from congdoan.plans.queries.work.conditions import late


def visible_plans(user: User) -> QuerySet[Plan]:
    """Drafts of the person's own organs; issued plans of these and of all under them, and those that gave them work.

    Who was given work sees a plan that was withdrawn too, to learn why the work is gone.
    """
    return plans_within(*plan_sight(user))


def plan_sight(user: User) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]:
    """What `plans_within` asks: the person's organs, and under which paths they see plans and tasks."""
    own = tuple(sorted(scope(user, "plans.view").unit_ids))
    return own, paths(user, "plans.view"), paths(user, "tasks.view")


def plans_within(organs: tuple[int, ...], plans: tuple[str, ...], tasks: tuple[str, ...]) -> QuerySet[Plan]:
    given = Assignment.objects.within(tasks).filter(plan=OuterRef("pk"))
    own = Q(unit_id__in=organs)
    below = Q(state__in=PUBLIC) & under_paths("unit__path", plans)
    return Plan.objects.filter(own | below | (Q(state__in=(*PUBLIC, PlanState.WITHDRAWN)) & Exists(given)))


SHOWN = (
    "unit__parent",
    "issuer__parent",
    "coordinator",
    "signer",
    "document__file",
    "created_by",
    "replaced_by",
    "based_on",
    "carries_out__unit",
    "stands_on__unit",
)


def plan_for(user: User, plan_id: int) -> Plan:
    """The plan with what its page shows. Raises NotFound when the person may not see it."""
    plan = find(visible_plans(user).select_related(*SHOWN), plan_id)
    if plan is None:
        raise NotFound("Không có văn bản này, hoặc nó thuộc đơn vị khác.")
    return plan


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """How many parts of a plan there are that the person may see, how many are done and how many late."""

    parts: int = 0
    done: int = 0
    late: int = 0


def figures_of(plans: Sequence[Plan], user: User, *, on: date) -> dict[int, PlanFigures]:
    """The figures of the plans of one page, by plan id, in two queries.

    Whole plans are counted from an index alone; the unit tree is asked only for plans seen in part.
    """
    seen = scope(user, "tasks.view")
    whole = [plan.pk for plan in plans if seen.covers(plan.unit)]
    partly = [plan.pk for plan in plans if plan.pk not in whole]
    found = figures_by("plan_id", Assignment.objects.filter(plan__in=whole), on) if whole else {}
    if partly:
        seen_parts = Assignment.objects.visible_to(user, "tasks.view").filter(plan__in=partly)
        found |= figures_by("plan_id", seen_parts, on)
    return {plan.pk: found.get(plan.pk, PlanFigures()) for plan in plans}


def figures_by(field: str, assignments: QuerySet[Assignment], on: date) -> dict[int, PlanFigures]:
    """The figures of these assignments by the id in `field` ("plan_id", "task_id"); one query."""
    rows = (
        assignments.exclude(state=AssignmentState.WITHDRAWN)
        .values_list(field)
        .order_by()
        .annotate(
            parts=Count("pk"),
            done=Count("pk", filter=Q(state=AssignmentState.DONE)),
            late=Count("pk", filter=late(on)),
        )
    )
    return {one: PlanFigures(parts, done, late) for one, parts, done, late in rows}
