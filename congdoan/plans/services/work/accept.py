from django.db import transaction

from congdoan.accounts.models import User
from congdoan.plans.models import Assignment, AssignmentState, ReportState, StepKind
from congdoan.plans.services.local.ready import ask_if_enough
from congdoan.plans.services.work.decide import decide
from congdoan.plans.services.work.items import ACCEPT, open_report
from congdoan.plans.services.work.lookup import locked_assignment, require_coordinator
from congdoan.plans.services.work.steps import required
from congdoan.worklist.services.items import close_work


@transaction.atomic
def accept_result(*, assignment_id: int, by: User, note: str = "") -> Assignment:
    """The coordinator accepts the result (Nghiệm thu): the unit's part is done."""
    assignment = _to_accept(assignment_id, by, AssignmentState.DONE)
    decide(
        assignment,
        by,
        to=AssignmentState.DONE,
        report_to=ReportState.ACCEPTED,
        step=StepKind.ACCEPTED,
        note=note.strip(),
    )
    close_work(ACCEPT, [assignment.pk])
    ask_if_enough(assignment)
    return assignment


@transaction.atomic
def ask_for_more(*, assignment_id: int, by: User, reason: str) -> Assignment:
    """The coordinator says what is missing; the unit goes on with the work."""
    assignment = _to_accept(assignment_id, by, AssignmentState.DOING)
    decide(
        assignment,
        by,
        to=AssignmentState.DOING,
        report_to=ReportState.RETURNED,
        step=StepKind.ASKED_MORE,
        note=required(reason, "nội dung cần làm thêm"),
    )
    close_work(ACCEPT, [assignment.pk])
    open_report(assignment)
    return assignment


def _to_accept(assignment_id: int, by: User, wanted: AssignmentState) -> Assignment:
    """The locked assignment. Raises IllegalTransition unless a result waits for the coordinator."""
    assignment = locked_assignment(assignment_id, by)
    require_coordinator(by, assignment.plan)
    if assignment.state != AssignmentState.TO_ACCEPT:
        raise assignment.refusal(wanted.label)
    return assignment
