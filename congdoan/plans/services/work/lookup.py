"""Finds and locks what a command changes."""

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, Obstacle, Plan
from congdoan.plans.queries.answers.waiting import obstacles_seen
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.work.coordination import coordinating_unit


def locked_assignment(assignment_id: int, by: User) -> Assignment:
    """The assignment, locked until the transaction ends. Raises NotFound unless `by` may see it."""
    seen = Assignment.objects.visible_to(by, "tasks.view").select_for_update(of=("self",))
    found = find(seen.select_related("plan__unit", "plan__coordinator", "task", "unit"), assignment_id)
    if found is None:
        raise NotFound("Không có nhiệm vụ này trong phạm vi được xem.")
    return found


def locked_obstacle(obstacle_id: int, by: User) -> Obstacle:
    """The difficulty, and its assignment if it is with a task, both locked. Raises NotFound unless `by` may see it."""
    found = list(obstacles_seen(by).filter(pk=obstacle_id).values_list("assignment_id", flat=True))
    if not found:
        raise NotFound("Không có vướng mắc này trong phạm vi được xem.")
    assignment = locked_assignment(found[0], by) if found[0] else None
    locked = Obstacle.objects.select_for_update(of=("self",)).select_related("routed_to", "unit", "plan__unit")
    obstacle = locked.get(pk=obstacle_id)
    obstacle.assignment = assignment
    return obstacle


def require_coordinator(by: User, plan: Plan) -> None:
    """Raises NotFound unless `by` may see the plan, NotAllowed unless they coordinate it."""
    if not visible_plans(by).filter(pk=plan.pk).exists():
        raise NotFound("Không có văn bản này trong các văn bản được xem.")
    require(by, "plans.coordinate", coordinating_unit(plan))
