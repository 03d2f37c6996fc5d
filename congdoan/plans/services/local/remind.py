"""Reminds the units that have no plan of their own for a task yet, once a day."""

from django.db import transaction
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.plans.models import Assignment, AssignmentStep, StepKind, Task
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.local.coverage import in_coverage
from congdoan.plans.services.work.lookup import require_coordinator
from congdoan.worklist.services.notices import tell_holders

PLAN_WANTED = "plans.plan_wanted"


@transaction.atomic
def remind_to_plan(*, task_id: int, by: User) -> int:
    """Tell whoever takes work for the units whose plans do not have the task; returns how many units."""
    task = find(Task.objects.select_related("plan__unit", "plan__coordinator"), task_id)
    if task is None:
        raise NotFound("Không có nhiệm vụ này.")
    require_coordinator(by, task.plan)
    today = clock.today()
    reminded = AssignmentStep.objects.filter(kind=StepKind.PLAN_WANTED, on=today, assignment__task=task)
    open_ones = Assignment.objects.filter(in_coverage("chua", task.plan), task=task, state__in=OPEN)
    found = list(open_ones.exclude(pk__in=reminded.values("assignment")).values_list("pk", "unit"))
    AssignmentStep.objects.bulk_create(
        [AssignmentStep(assignment_id=pk, kind=StepKind.PLAN_WANTED, by=by, on=today) for pk, _ in found],
        batch_size=5000,
    )
    words = f"{task.plan.unit} nhắc lập kế hoạch thực hiện nhiệm vụ {task.number}, {task.plan}: {task.title}"
    url, key = reverse("plans:plan", args=[task.plan_id]), f"{PLAN_WANTED}:{task.pk}:{today.isoformat()}"
    tell_holders([unit for _, unit in found], "tasks.assign", PLAN_WANTED, words, url, key)
    return len(found)
