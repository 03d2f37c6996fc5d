"""The units on a programme: put on it, changed, taken off."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.audit.latest import latest_change, require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.oversight.models import Inspection, InspectionState, Programme
from congdoan.oversight.queries.reach import assignments_at, inspected_under, inspectors_at
from congdoan.oversight.queries.risk import risk_of
from congdoan.oversight.services.lookup import inspected_by, locked_programme, note_step, require_editable
from congdoan.oversight.services.work import OF_INSPECTION
from congdoan.plans.models import Assignment, Plan
from congdoan.worklist.services.items import close_work

ROW = ("starts_on", "ends_on", "plan", "lead", "reason")


@transaction.atomic
def add_row(
    *,
    programme_id: int,
    by: User,
    unit: Unit,
    starts_on: date,
    ends_on: date,
    lead: User | None = None,
    plan: Plan | None = None,
    reason: str = "",
) -> Inspection:
    """Put a unit on a draft programme. Raises Invalid for a unit out of its reach, or days outside its own."""
    programme = locked_programme(programme_id, by)
    require_editable(programme)
    if not inspected_under(programme.unit).filter(pk=unit.pk).exists():
        raise Invalid(f"{programme.unit} chỉ kiểm tra đơn vị thuộc {programme.unit.organ}.", field="unit")
    _require_new(programme, unit)
    _check(programme, starts_on, ends_on, lead)
    return Inspection.objects.create(
        programme=programme,
        unit=unit,
        plan=plan,
        starts_on=starts_on,
        ends_on=ends_on,
        lead=lead,
        reason=normalise(reason)[:300],
    )


@transaction.atomic
def add_suggested(*, programme_id: int, unit_id: int, by: User) -> Inspection:
    """Put a unit on it as its risk suggests: the reason in words, and the tasks that are late or oddly evidenced.

    The days are those of the programme, who leads it is who adds it, as long as they are on the committee.
    """
    programme = locked_programme(programme_id, by)
    unit = find(inspected_under(programme.unit), unit_id)
    if unit is None:
        raise Invalid(f"{programme.unit} chỉ kiểm tra đơn vị thuộc {programme.unit.organ}.")
    risk = risk_of(programme, unit)
    lead = by if inspectors_at(programme.unit).filter(pk=by.pk).exists() else None
    row = add_row(
        programme_id=programme.pk,
        by=by,
        unit=unit,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        lead=lead,
        reason=risk.words,
    )
    row.assignments.set(risk.assignment_ids)
    return row


@transaction.atomic
def change_row(
    *,
    inspection_id: int,
    by: User,
    starts_on: date,
    ends_on: date,
    lead: User | None = None,
    plan: Plan | None = None,
    assignments: Iterable[Assignment] = (),
    reason: str = "",
    seen: str = "",
) -> Inspection:
    """Until the unit is given notice. Raises Conflict unless it is as `seen`, Invalid for tasks of other units."""
    row = inspected_by(inspection_id, by, verb="Sửa")
    require_unchanged(row, seen, ROW, "cuộc kiểm tra")
    if row.state != InspectionState.PLANNED:
        raise row.refusal("Sửa")
    _check(row.programme, starts_on, ends_on, lead)
    chosen = {one.pk for one in assignments}
    if assignments_at(row.unit).filter(pk__in=chosen).count() != len(chosen):
        raise Invalid("Chỉ chọn được nhiệm vụ của đơn vị được kiểm tra.", field="assignments")
    row.starts_on, row.ends_on, row.lead, row.plan, row.reason = starts_on, ends_on, lead, plan, normalise(reason)[:300]
    row.save(update_fields=ROW)
    row.assignments.set(chosen)
    return row


@transaction.atomic
def cancel(*, inspection_id: int, by: User, note: str) -> Inspection:
    """Take a unit off: of a draft it leaves nothing, afterwards it stays, cancelled with the reason."""
    row = inspected_by(inspection_id, by, verb=InspectionState.CANCELLED.label)
    row.move_to(InspectionState.CANCELLED)
    row.save(update_fields=["state"])
    note_step(row, "Hủy", by, note)
    for kind in OF_INSPECTION:
        close_work(kind, [row.pk], cancelled=True)
    return row


@transaction.atomic
def remove_row(*, inspection_id: int, by: User) -> Programme:
    """Take a unit off a draft programme, as if it had never been on it."""
    row = inspected_by(inspection_id, by, InspectionState.PLANNED, verb="Bỏ khỏi chương trình")
    require_editable(row.programme)
    programme = row.programme
    row.delete()
    return programme


def _require_new(programme: Programme, unit: Unit) -> None:
    there = programme.inspections.filter(unit=unit).exclude(state=InspectionState.CANCELLED).first()
    if there is not None:
        raise Invalid(f"{unit} đã có trong chương trình. {latest_change(there, 'cuộc kiểm tra này')}", field="unit")


def _check(programme: Programme, starts_on: date, ends_on: date, lead: User | None) -> None:
    if ends_on < starts_on:
        raise Invalid("Ngày cuối phải từ ngày đầu trở đi.", field="ends_on")
    if starts_on < programme.starts_on or ends_on > programme.ends_on:
        days = f"{programme.starts_on:%d/%m/%Y} – {programme.ends_on:%d/%m/%Y}"
        raise Invalid(f"Chương trình có thời gian {days}. Chọn ngày trong thời gian đó.", field="starts_on")
    if lead is not None and not inspectors_at(programme.unit).filter(pk=lead.pk).exists():
        raise Invalid(f"Trưởng đoàn phải là người làm công tác kiểm tra của {programme.unit}.", field="lead")
