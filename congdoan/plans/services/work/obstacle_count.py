from congdoan.plans.models import Assignment
from congdoan.plans.models.obstacle import UNANSWERED


def count_open(assignment: Assignment) -> None:
    """Keep the number of difficulties without an answer with the locked assignment."""
    assignment.open_obstacles = assignment.obstacles.filter(state__in=UNANSWERED).count()
    assignment.save(update_fields=["open_obstacles"])
