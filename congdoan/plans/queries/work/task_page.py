"""One task and what each unit owes for it."""

from dataclasses import replace

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from congdoan.plans.models import AmendmentChange, Assignment, Task
from congdoan.plans.queries.local.coverage import Coverage, coverage_by_task
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from, together
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary


def task_of(follow_up: FollowUp, task_id: int) -> Task:
    """Raises NotFound unless a unit that the person sees has a part in the task."""
    seen = FollowUp.of(follow_up.plan, follow_up.user).assignments().filter(task=OuterRef("pk"))
    task = find(Task.objects.filter(Exists(seen), plan=follow_up.plan).select_related("section"), task_id)
    if task is None:
        raise NotFound("Không có nhiệm vụ này trong phạm vi được xem.")
    return task


def parts_of(follow_up: FollowUp, task: Task) -> QuerySet[Assignment]:
    """The assignments of the task that pass the filter: leads first, then as units stand in the tree."""
    found = follow_up.assignments().filter(task=task).select_related("unit")
    return found.order_by("-role", "unit__rank", "unit__sort_key", "pk")


def coverage_of(follow_up: FollowUp, task: Task, summary: Summary | None) -> Coverage:
    """Of all units of the filter, whatever their state and plans."""
    if summary:
        return summary.coverage.get(task.pk, Coverage())
    found = replace(follow_up, own="", state="").assignments().filter(task=task)
    return coverage_by_task(found, follow_up.plan).get(task.pk, Coverage())


def counts_of(follow_up: FollowUp, task: Task, summary: Summary | None) -> Counts:
    """Of all units of the filter, whatever their state."""
    if summary:
        return together(counts_from(row) for row in summary.by_role(follow_up.today) if row["task_id"] == task.pk)
    found = follow_up.without_state().assignments().filter(task=task)
    return counts_from(found.aggregate(**aggregates(follow_up.today)))


def changes_for_some(follow_up: FollowUp, task: Task) -> list[AmendmentChange]:
    """What holds for some units only, with those of them that the person sees; the newest first."""
    units = Unit.objects.filter(pk__in=Assignment.objects.visible_to(follow_up.user, "tasks.view").values("unit"))
    found = AmendmentChange.objects.filter(task=task, units__in=units).distinct().select_related("amendment")
    return list(found.prefetch_related(Prefetch("units", units)).order_by("-pk"))
