from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, StepKind
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.plans.services.work.items import obstacle_due, open_answer
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.obstacle_count import count_open
from congdoan.plans.services.work.steps import record, required


@transaction.atomic
def raise_obstacle(*, assignment_id: int, by: User, text: str) -> Obstacle:
    """Ask the coordinating unit about a difficulty (Nêu vướng mắc); it has the working days of the rule to answer."""
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.report", assignment.unit)
    if assignment.state not in OPEN:
        raise assignment.refusal("Nêu vướng mắc")
    unit = coordinating_unit(assignment.plan)
    obstacle = Obstacle.objects.create(
        assignment=assignment,
        text=required(text, "vướng mắc cần giải quyết", "obstacle"),
        routed_to=unit,
        due=obstacle_due(),
        raised_by=by,
        raised_on=clock.today(),
    )
    count_open(assignment)
    record(assignment, StepKind.OBSTACLE_RAISED, by)
    open_answer(obstacle, unit)
    return obstacle
