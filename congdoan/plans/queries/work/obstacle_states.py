from congdoan.plans.models import Obstacle, ObstacleState

UNANSWERED = (ObstacleState.OPEN, ObstacleState.ESCALATED)


def is_open(obstacle: Obstacle) -> bool:
    """Still waiting for an answer."""
    return obstacle.state in UNANSWERED
