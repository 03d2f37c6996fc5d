from congdoan.plans.models import Obstacle
from congdoan.plans.models.obstacle import UNANSWERED


def is_open(obstacle: Obstacle) -> bool:
    """Still waiting for an answer."""
    return obstacle.state in UNANSWERED
