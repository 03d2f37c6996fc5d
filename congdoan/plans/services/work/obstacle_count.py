from congdoan.accounts.models import User
from congdoan.plans.models import Assignment, Obstacle, StepKind
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.services.work.steps import record


def count_open(assignment: Assignment) -> None:
    """Keep the number of difficulties without an answer with the locked assignment."""
    assignment.open_obstacles = assignment.obstacles.filter(state__in=UNANSWERED).count()
    assignment.save(update_fields=["open_obstacles"])


def note_on_task(obstacle: Obstacle, kind: StepKind, by: User, note: str = "") -> None:
    """What was done with the difficulty stands among the steps of its task, if it is with one."""
    if obstacle.assignment is not None:
        count_open(obstacle.assignment)
        record(obstacle.assignment, kind, by, note)
