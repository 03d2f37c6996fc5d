from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, AssignmentState, StepKind
from congdoan.plans.services.work.items import TAKE, open_report
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import record
from congdoan.worklist.services.items import close_work


@transaction.atomic
def take_assignment(*, assignment_id: int, by: User) -> Assignment:
    """The unit takes the work on (Nhận việc): from now on it owes a report by the due day."""
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.assign", assignment.unit)
    begin(assignment, by)
    return assignment


def begin(assignment: Assignment, by: User) -> None:
    """The transition itself, on a locked assignment."""
    assignment.move_to(AssignmentState.DOING)
    assignment.taken_on = clock.today()
    assignment.save(update_fields=["state", "taken_on"])
    record(assignment, StepKind.TAKEN, by)
    close_work(TAKE, [assignment.pk])
    open_report(assignment)
