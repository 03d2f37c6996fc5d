"""A programme from its draft to its end."""

from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.oversight.models import InspectionState, Programme, ProgrammeState, ProgrammeStep
from congdoan.oversight.queries.sight import CONCLUDE, MANAGE
from congdoan.oversight.services.lookup import locked_programme, require_editable
from congdoan.oversight.services.work import APPROVE, open_approve
from congdoan.worklist.services.items import close_work

FACTS = ("name", "basis", "starts_on", "ends_on")
_OVER = (InspectionState.CLOSED, InspectionState.CONCLUDED, InspectionState.CANCELLED)


@transaction.atomic
def create_programme(*, unit: Unit, by: User, name: str, starts_on: date, ends_on: date, basis: str = "") -> Programme:
    """A new draft. Raises Invalid when the days do not follow each other."""
    require(by, MANAGE, unit)
    _require_days(starts_on, ends_on)
    return Programme.objects.create(
        unit=unit, name=normalise(name), basis=normalise(basis), starts_on=starts_on, ends_on=ends_on, created_by=by
    )


@transaction.atomic
def change_programme(
    *, programme_id: int, by: User, name: str, starts_on: date, ends_on: date, basis: str = "", seen: str = ""
) -> Programme:
    """Raises Conflict unless it is a draft as `seen`, Invalid when an inspection would lie outside its days."""
    programme = locked_programme(programme_id, by)
    require_unchanged(programme, seen, FACTS, "chương trình")
    require_editable(programme)
    _require_days(starts_on, ends_on)
    if programme.inspections.exclude(starts_on__gte=starts_on, ends_on__lte=ends_on).exists():
        raise Invalid("Có cuộc kiểm tra nằm ngoài thời gian này. Sửa ngày của cuộc đó trước.", field="ends_on")
    programme.name, programme.basis = normalise(name), normalise(basis)
    programme.starts_on, programme.ends_on = starts_on, ends_on
    programme.save(update_fields=FACTS)
    return programme


@transaction.atomic
def submit_programme(*, programme_id: int, by: User) -> Programme:
    """Raises Invalid while it has no unit to inspect."""
    programme = locked_programme(programme_id, by)
    programme.move_to(ProgrammeState.SUBMITTED)
    if not programme.inspections.exists():
        raise Invalid("Chương trình chưa có đơn vị nào. Thêm ít nhất một đơn vị trước khi trình.")
    _step(programme, by)
    open_approve(programme)
    return programme


@transaction.atomic
def approve_programme(*, programme_id: int, by: User) -> Programme:
    programme = locked_programme(programme_id, by, CONCLUDE)
    programme.move_to(ProgrammeState.APPROVED)
    programme.approved_on = clock.today()
    _step(programme, by)
    close_work(APPROVE, [programme.pk])
    return programme


@transaction.atomic
def return_programme(*, programme_id: int, by: User, note: str) -> Programme:
    """Who should approve it gives it back, with words why."""
    programme = locked_programme(programme_id, by, CONCLUDE)
    programme.move_to(ProgrammeState.DRAFT)
    _step(programme, by, note)
    close_work(APPROVE, [programme.pk], cancelled=True)
    return programme


@transaction.atomic
def close_programme(*, programme_id: int, by: User) -> Programme:
    """What it planned and nobody began is taken off. Raises Invalid while an inspection has no conclusion yet."""
    programme = locked_programme(programme_id, by)
    programme.move_to(ProgrammeState.CLOSED)
    running = programme.inspections.exclude(state__in=(*_OVER, InspectionState.PLANNED)).select_related("unit")
    if names := ", ".join(str(one.unit) for one in running[:5]):
        raise Invalid(f"Chưa có kết luận kiểm tra: {names}. Kết luận hoặc hủy các cuộc này trước.")
    for one in programme.inspections.filter(state=InspectionState.PLANNED):
        one.move_to(InspectionState.CANCELLED)
        one.save(update_fields=["state"])
    _step(programme, by)
    return programme


def begin_running(programme: Programme, by: User) -> None:
    """The first notice to a unit begins an approved programme."""
    if programme.state == ProgrammeState.APPROVED:
        programme.move_to(ProgrammeState.RUNNING)
        _step(programme, by)


def _step(programme: Programme, by: User, note: str = "") -> None:
    programme.save(update_fields=["state", "approved_on"])
    ProgrammeStep.objects.create(programme=programme, after=programme.state, by=by, on=clock.today(), note=note.strip())


def _require_days(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Invalid("Ngày cuối phải từ ngày đầu trở đi.", field="ends_on")
