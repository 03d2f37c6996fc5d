"""All running plans of a leader, each with how far it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import UnitVersion
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState
from congdoan.plans.queries.work.conditions import silent
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from

RUNNING = (PlanState.ISSUED, PlanState.RUNNING)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with the parts that the person sees: their counts, how many units are silent, the last report."""

    plan: Plan
    counts: Counts
    silent: int
    last_report: date | None


def running_plans(user: User) -> QuerySet[Plan]:
    """The nearest to their end first: plans of the units that the person sees, and of those above that gave them work.

    A plan gives work to its own unit and to those under it, so only the units on the way up can have given any: those
    of today, and those that were above a unit before it was moved.
    """
    view, seen = scope(user, "plans.view").paths, scope(user, "tasks.view").paths
    shown = under_paths("unit__path", view)
    if above := _units_above([*seen, *_former_paths(seen)], view):
        given = Assignment.objects.visible_to(user, "tasks.view").filter(plan=OuterRef("pk"))
        shown |= Q(Exists(given), unit__in=above)
    return Plan.objects.filter(shown, state__in=RUNNING).select_related("unit").order_by("until", "-issued_on", "pk")


def _former_paths(paths: Iterable[str]) -> QuerySet[UnitVersion, str]:
    """Where units that lie under `paths` today lay when they were elsewhere."""
    elsewhere = UnitVersion.objects.filter(under_paths("unit__path", paths)).exclude(under_paths("path", paths))
    return elsewhere.order_by().values_list("path", flat=True).distinct()


def _units_above(paths: Iterable[str], view: Iterable[str]) -> set[int]:
    """The units on the way down to `paths` whose plans are not in sight anyway."""
    ways = [path.strip("/").split("/") for path in paths]
    above = {(ids[last], f"/{'/'.join(ids[: last + 1])}/") for ids in ways for last in range(len(ids))}
    return {int(unit_id) for unit_id, path in above if not path.startswith(tuple(view))}


def plan_rows(plans: Sequence[Plan], user: User, today: date) -> list[PlanRow]:
    """At most two queries for all plans of a page: the unit tree is asked only for plans that are seen in part."""
    seen = scope(user, "tasks.view")
    whole = [plan.pk for plan in plans if seen.covers(plan.unit)]
    partly = [plan.pk for plan in plans if plan.pk not in whole]
    parts = _parts(Assignment.objects.filter(plan__in=whole), today) if whole else {}
    if partly:
        parts |= _parts(Assignment.objects.visible_to(user, "tasks.view").filter(plan__in=partly), today)
    return [_row(plan, parts.get(plan.pk)) for plan in plans]


def _parts(assignments: QuerySet[Assignment], today: date) -> dict[int, dict[str, Any]]:
    found = (
        assignments.exclude(state=AssignmentState.WITHDRAWN)
        .order_by()
        .values("plan_id")
        .annotate(**aggregates(today), silent=Count("pk", filter=silent(today)), last_report=Max("last_report_on"))
    )
    return {part["plan_id"]: dict(part) for part in found}


def _row(plan: Plan, part: dict[str, Any] | None) -> PlanRow:
    if part is None:
        return PlanRow(plan, Counts(), 0, None)
    return PlanRow(plan, counts_from(part), part["silent"], part["last_report"])
