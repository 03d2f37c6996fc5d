from django.db import transaction

from congdoan.accounts.models import User
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, AssignmentState, ReportState, StepKind
from congdoan.plans.services.work.decide import decide
from congdoan.plans.services.work.items import CONFIRM, open_accept, open_report
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import required
from congdoan.worklist.services.items import close_work


@transaction.atomic
def confirm_result(*, assignment_id: int, by: User, note: str = "") -> Assignment:
    """The unit's head confirms the reported result; it goes to the coordinator."""
    assignment = _to_confirm(assignment_id, by, AssignmentState.TO_ACCEPT)
    decide(
        assignment,
        by,
        to=AssignmentState.TO_ACCEPT,
        report_to=ReportState.TO_ACCEPT,
        step=StepKind.CONFIRMED,
        note=note.strip(),
    )
    close_work(CONFIRM, [assignment.pk])
    open_accept(assignment)
    return assignment


@transaction.atomic
def return_result(*, assignment_id: int, by: User, reason: str) -> Assignment:
    """The unit's head gives the report back with a reason; the work goes on."""
    assignment = _to_confirm(assignment_id, by, AssignmentState.DOING)
    decide(
        assignment,
        by,
        to=AssignmentState.DOING,
        report_to=ReportState.RETURNED,
        step=StepKind.RETURNED,
        note=required(reason, "lý do trả lại"),
    )
    close_work(CONFIRM, [assignment.pk])
    open_report(assignment)
    return assignment


def _to_confirm(assignment_id: int, by: User, wanted: AssignmentState) -> Assignment:
    """The locked assignment. Raises IllegalTransition unless its head has something to confirm."""
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.confirm", assignment.unit)
    if assignment.state != AssignmentState.TO_CONFIRM:
        raise assignment.refusal(wanted.label)
    return assignment
