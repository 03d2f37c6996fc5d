from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, ObstacleState, SharedAnswer, StepKind
from congdoan.plans.services.work.items import ANSWER
from congdoan.plans.services.work.lookup import locked_obstacle
from congdoan.plans.services.work.notify import tell_answer
from congdoan.plans.services.work.obstacle_count import note_on_task
from congdoan.plans.services.work.steps import required
from congdoan.worklist.services.items import close_work


@transaction.atomic
def answer_obstacle(*, obstacle_id: int, by: User, answer: str, shared: SharedAnswer | None = None) -> Obstacle:
    """The unit to which the difficulty was sent answers it; the answer stands where it was raised."""
    obstacle = locked_obstacle(obstacle_id, by)
    require(by, "plans.coordinate", obstacle.routed_to)
    obstacle.move_to(ObstacleState.ANSWERED)
    obstacle.answer = required(answer, "nội dung trả lời", "answer")
    obstacle.answered_by, obstacle.answered_on, obstacle.shared = by, clock.today(), shared
    obstacle.save(update_fields=["state", "answer", "answered_by", "answered_on", "shared"])
    note_on_task(obstacle, StepKind.OBSTACLE_ANSWERED, by)
    close_work(ANSWER, [obstacle.pk])
    tell_answer(obstacle)
    return obstacle
