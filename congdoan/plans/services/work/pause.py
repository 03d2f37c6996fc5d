from django.db import transaction

from congdoan.accounts.models import User
from congdoan.plans.models import Assignment, AssignmentState, StepKind
from congdoan.plans.services.work.items import close_all, open_report, open_take
from congdoan.plans.services.work.lookup import locked_assignment, require_coordinator
from congdoan.plans.services.work.steps import record, required


@transaction.atomic
def pause_assignment(*, assignment_id: int, by: User, reason: str) -> Assignment:
    """The coordinator stops the work for a time; until it goes on nobody is reminded of it."""
    assignment = locked_assignment(assignment_id, by)
    require_coordinator(by, assignment.plan)
    assignment.move_to(AssignmentState.PAUSED)
    assignment.save(update_fields=["state"])
    record(assignment, StepKind.PAUSED, by, required(reason, "lý do tạm dừng"))
    close_all(assignment, cancelled=True)
    return assignment


@transaction.atomic
def resume_assignment(*, assignment_id: int, by: User, note: str = "") -> Assignment:
    """The coordinator lets paused work go on where it stood: a unit that had not taken it on does that first."""
    assignment = locked_assignment(assignment_id, by)
    require_coordinator(by, assignment.plan)
    if assignment.state != AssignmentState.PAUSED:
        raise assignment.refusal(AssignmentState.DOING.label)
    assignment.move_to(AssignmentState.DOING if assignment.taken_on else AssignmentState.NEW)
    assignment.save(update_fields=["state"])
    record(assignment, StepKind.RESUMED, by, note.strip())
    if assignment.taken_on:
        open_report(assignment)
    else:
        open_take(assignment)
    return assignment
