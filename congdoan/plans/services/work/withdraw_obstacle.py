from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import NotAllowed
from congdoan.organisation.rights import may
from congdoan.plans.models import Obstacle, ObstacleState, StepKind
from congdoan.plans.services.work.items import ANSWER
from congdoan.plans.services.work.lookup import locked_obstacle
from congdoan.plans.services.work.obstacle_count import note_on_task
from congdoan.worklist.services.items import close_work


@transaction.atomic
def withdraw_obstacle(*, obstacle_id: int, by: User) -> Obstacle:
    """Whoever raised the difficulty, or the unit's head, takes it back while it has no answer."""
    obstacle = locked_obstacle(obstacle_id, by)
    if obstacle.raised_by_id != by.pk and not may(by, "tasks.confirm", obstacle.asker):
        raise NotAllowed("Chỉ người nêu hoặc lãnh đạo đơn vị mới rút vướng mắc.")
    obstacle.move_to(ObstacleState.WITHDRAWN)
    obstacle.save(update_fields=["state"])
    note_on_task(obstacle, StepKind.OBSTACLE_WITHDRAWN, by)
    close_work(ANSWER, [obstacle.pk], cancelled=True)
    return obstacle
