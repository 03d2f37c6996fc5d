"""The tasks that plans of superiors gave to a unit: what its own plan carries out."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may, may_anywhere, posts_of
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState, Task
from congdoan.plans.models.plan import TAKEN_BACK


def given_tasks(unit: Unit) -> QuerySet[Task]:
    """The tasks that running plans of other units gave to the unit itself; plan by plan, in their order."""
    given = Assignment.objects.filter(unit=unit, task=OuterRef("pk")).exclude(state=AssignmentState.WITHDRAWN)
    found = Task.objects.filter(Exists(given), plan__state=PlanState.RUNNING, withdrawn_on=None)
    return found.exclude(plan__unit=unit).select_related("plan", "section").order_by("plan_id", "order", "pk")


def plans_given(unit: Unit) -> QuerySet[Plan]:
    """The running plans of other units that gave work to the unit; the newest first."""
    given = Assignment.objects.filter(unit=unit, plan=OuterRef("pk")).exclude(state=AssignmentState.WITHDRAWN)
    found = Plan.objects.filter(Exists(given), state=PlanState.RUNNING).exclude(unit=unit)
    return found.select_related("unit").order_by("-issued_on", "-pk")


def drafting_units_given(user: User, plan: Plan) -> list[int]:
    """Ids of the organs at which the person drafts plans, and to which this plan gave work."""
    if not may_anywhere(user, "plans.draft"):
        return []
    organs = {post.unit.organ_id for post in posts_of(user)} - {plan.unit_id}
    given = Assignment.objects.filter(plan=plan, unit__in=organs).exclude(state=AssignmentState.WITHDRAWN)
    return sorted(set(given.visible_to(user, "plans.draft").values_list("unit", flat=True))) if organs else []


def left_out(plan: Plan) -> list[Task]:
    """Tasks that the superior's plan gave to the unit of this draft, and that no task of the draft carries out."""
    if plan.carries_out_id is None:
        return []
    carried = Task.objects.filter(plan=plan, carries_out=OuterRef("pk"), withdrawn_on=None)
    return list(given_tasks(plan.unit).filter(~Exists(carried), plan=plan.carries_out_id))


def local_plan_of(source: Plan, units: Iterable[int]) -> Plan | None:
    """The plan by which one of these units carries out another, if it has one that is a draft or in force."""
    return own_plans().filter(carries_out=source, unit__in=list(units)).first()


def own_plans() -> QuerySet[Plan]:
    """Plans that count as a unit's own of the superior's: drafts and those in force."""
    return Plan.objects.exclude(state__in=TAKEN_BACK)


def drafts_at(user: User, unit: Unit) -> bool:
    """Whether the person works at the organ and drafts its plans; from the posts already read."""
    return unit.pk in {post.unit.organ_id for post in posts_of(user)} and may(user, "plans.draft", unit)
