"""Which plans a person sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Assignment, Plan, PlanStep
from congdoan.plans.models.assignment import AssignmentState
from congdoan.plans.models.plan import PUBLIC, PlanState
from congdoan.plans.queries.work.conditions import late


def visible_plans(user: User) -> QuerySet[Plan]:
    """Drafts of the person's own organs; issued plans of these and of all under them, and those that gave them work.

    A plan that was withdrawn after it was issued is seen too, to learn why the work is gone.
    """
    view = scope(user, "plans.view")
    own = Q(unit_id__in=view.unit_ids)
    below = under_paths("unit__path", view.paths)
    was_issued = Exists(PlanStep.objects.filter(plan=OuterRef("pk"), after=PlanState.ISSUED))
    out = Q(state__in=PUBLIC) | Q(was_issued, state=PlanState.WITHDRAWN)
    return Plan.objects.filter(own | (out & (below | given_from_above(user))))


def given_from_above(user: User) -> Q:
    """Plans of units above those that the person sees, where they gave one of these work.

    A plan gives work to its own unit and to those under it, so only the units on the way down can have given any:
    without them the whole table of assignments would be asked.
    """
    above = _units_above(scope(user, "tasks.view").paths, scope(user, "plans.view").paths)
    if not above:
        return Q(pk__in=[])
    given = Assignment.objects.visible_to(user, "tasks.view").filter(plan=OuterRef("pk"))
    return Q(Exists(given), unit__in=above)


def _units_above(paths: Iterable[str], view: Iterable[str]) -> set[int]:
    """The units on the way down to `paths` whose plans are not in sight anyway."""
    ways = [path.strip("/").split("/") for path in paths]
    above = {(ids[last], f"/{'/'.join(ids[: last + 1])}/") for ids in ways for last in range(len(ids))}
    return {int(unit_id) for unit_id, path in above if not path.startswith(tuple(view))}


SHOWN = ("unit__parent", "coordinator", "signer", "document__file", "created_by", "replaced_by", "based_on")


def plan_for(user: User, plan_id: int) -> Plan:
    """The plan with what its page shows. Raises NotFound when the person may not see it."""
    plan = visible_plans(user).select_related(*SHOWN).filter(pk=plan_id).first()
    if plan is None:
        raise NotFound("Không có kế hoạch này, hoặc nó thuộc đơn vị khác.")
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
    found = _count(Assignment.objects.filter(plan__in=whole), on) if whole else {}
    if partly:
        found |= _count(Assignment.objects.visible_to(user, "tasks.view").filter(plan__in=partly), on)
    return {plan.pk: found.get(plan.pk, PlanFigures()) for plan in plans}


def _count(assignments: QuerySet[Assignment], on: date) -> dict[int, PlanFigures]:
    rows = (
        assignments.exclude(state=AssignmentState.WITHDRAWN)
        .values_list("plan_id")
        .order_by()
        .annotate(
            parts=Count("pk"),
            done=Count("pk", filter=Q(state=AssignmentState.DONE)),
            late=Count("pk", filter=late(on)),
        )
    )
    return {plan_id: PlanFigures(parts, done, late) for plan_id, parts, done, late in rows}
