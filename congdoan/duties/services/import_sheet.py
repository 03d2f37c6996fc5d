"""A whole matrix from a sheet: everything in it, or nothing when anything is wrong."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.duties.models import Duty, DutyShare
from congdoan.duties.services.duties import MANAGE, STEP, end_shares
from congdoan.duties.services.read_sheet import MatrixDraft, read_matrix
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require


@transaction.atomic
def import_matrix(*, content: bytes, organ: Unit, by: User, on: date, replace: bool) -> int:
    """Write the duties of a sheet, in force from the day on; `replace` ends those that held before. Returns how many.

    Raises Invalid, naming the first wrong cell, when anything in the sheet is wrong; then nothing is written.
    """
    require(by, MANAGE, organ)
    Unit.objects.select_for_update().get(pk=organ.pk)
    _, draft = read_matrix(content, organ=organ, on=on)
    if draft.errors:
        raise Invalid(f"Tệp còn {len(draft.errors)} lỗi, chưa nhập gì. Lỗi đầu tiên: {draft.errors[0]}.", field="file")
    if replace:
        _end_those_before(organ, on)
    _check_new(draft, organ, on)
    last = Duty.objects.filter(unit=organ).order_by("-order").values_list("order", flat=True).first() or 0
    for place, duty in enumerate(draft.duties, start=1):
        duty.order = last + place * STEP
    Duty.objects.bulk_create(draft.duties)
    DutyShare.objects.bulk_create(draft.shares)
    return len(draft.duties)


def _end_those_before(organ: Unit, on: date) -> None:
    holding = Duty.objects.filter(unit=organ).exclude(ends_on__lt=on)
    if holding.filter(starts_on__gte=on).exists():
        raise Invalid(
            f"Đã có nhiệm vụ ghi từ {on:%d/%m/%Y} trở đi. Chọn ngày sau đó, hoặc bỏ “thay bảng cũ”.", field="on"
        )
    last, ended = on - timedelta(days=1), list(holding.select_for_update().values_list("pk", flat=True))
    Duty.objects.filter(pk__in=ended).update(ends_on=last, changed_at=timezone.now())
    end_shares(DutyShare.objects.filter(duty__in=ended), last)


def _check_new(draft: MatrixDraft, organ: Unit, on: date) -> None:
    there = Duty.objects.filter(unit=organ, folded__in=[duty.folded for duty in draft.duties]).exclude(ends_on__lt=on)
    if known := there.first():
        raise Invalid(f"Nhiệm vụ “{known}” đã có trong bảng. Bỏ dòng đó, hoặc chọn “thay bảng cũ”.", field="file")
