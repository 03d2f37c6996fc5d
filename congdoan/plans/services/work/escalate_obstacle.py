from django.db import transaction

from congdoan.accounts.models import User
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, ObstacleState, StepKind
from congdoan.plans.queries.work.coordination import committee_of
from congdoan.plans.services.work.items import ANSWER, obstacle_due, open_answer
from congdoan.plans.services.work.lookup import locked_obstacle
from congdoan.plans.services.work.obstacle_count import note_on_task
from congdoan.plans.services.work.steps import required
from congdoan.worklist.services.items import close_work


@transaction.atomic
def escalate_obstacle(*, obstacle_id: int, by: User, note: str) -> Obstacle:
    """Take a difficulty, with the view of whoever was asked, to the standing committee above; a new clock starts."""
    obstacle = locked_obstacle(obstacle_id, by)
    require(by, "plans.coordinate", obstacle.routed_to)
    obstacle.move_to(ObstacleState.ESCALATED)
    committee = committee_of(obstacle)
    obstacle.escalation_note, obstacle.routed_to = required(note, "ý kiến trình Ban Thường vụ", "note"), committee
    obstacle.due = obstacle_due()
    obstacle.save(update_fields=["state", "escalation_note", "routed_to", "due"])
    note_on_task(obstacle, StepKind.OBSTACLE_ESCALATED, by, obstacle.escalation_note)
    close_work(ANSWER, [obstacle.pk])
    open_answer(obstacle, committee)
    return obstacle
