from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.text import normalise
from congdoan.organisation.rights import may, require
from congdoan.plans.models import Assignment, AssignmentState, Executor, StepKind
from congdoan.plans.services.work.items import EXECUTE, open_part
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import record
from congdoan.plans.services.work.take import begin
from congdoan.worklist.services.items import close_work


@transaction.atomic
def assign_person(*, assignment_id: int, by: User, person: User, due: date | None = None, note: str = "") -> Executor:
    """Give a person of the unit a part of the work, with an own day; takes the work on when the unit had not yet.

    Raises Invalid when the person cannot report at the unit, or the day lies after the unit's own due day.
    """
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.assign", assignment.unit)
    _check(assignment, person, due)
    if assignment.state == AssignmentState.NEW:
        begin(assignment, by)
    executor, made = Executor.objects.get_or_create(
        assignment=assignment,
        user=person,
        defaults={"due": due, "note": normalise(note), "given_by": by, "given_on": clock.today()},
    )
    if not made:
        raise Conflict(f"{executor.given_by} đã phân công {person} ngày {executor.given_on:%d/%m/%Y}.")
    record(assignment, StepKind.PERSON_GIVEN, by, f"{person}" + (f", hạn {due:%d/%m/%Y}" if due else ""))
    open_part(assignment, executor)
    return executor


@transaction.atomic
def remove_person(*, assignment_id: int, by: User, person: User) -> Assignment:
    """The person no longer has a part in the work; what they reported stays."""
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.assign", assignment.unit)
    removed, _ = Executor.objects.filter(assignment=assignment, user=person).delete()
    if not removed:
        raise Conflict(f"{person} không còn được phân công ({assignment.last_step()}).")
    record(assignment, StepKind.PERSON_REMOVED, by, str(person))
    close_work(EXECUTE, [assignment.pk], user_id=person.pk, cancelled=True)
    return assignment


def _check(assignment: Assignment, person: User, due: date | None) -> None:
    if assignment.state not in (AssignmentState.NEW, AssignmentState.DOING):
        raise assignment.refusal("Phân công")
    if not person.is_active or not may(person, "tasks.report", assignment.unit):
        raise Invalid(
            f"{person} không có chức vụ nào được báo cáo cho {assignment.unit}. Chọn người khác.", field="person"
        )
    if due and due < clock.today():
        raise Invalid(f"Hạn nội bộ {due:%d/%m/%Y} đã qua. Chọn ngày từ hôm nay trở đi.", field="due")
    if due and assignment.due and due > assignment.due:
        raise Invalid(f"Hạn nội bộ không được sau hạn của nhiệm vụ, {assignment.due:%d/%m/%Y}.", field="due")
