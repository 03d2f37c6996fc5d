"""What must be put right: written into the conclusion, reported by the unit, checked again."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.rights import require
from congdoan.oversight.models import Finding, Inspection, InspectionState, Remedy, RemedyState
from congdoan.oversight.queries.sight import EXPLAIN
from congdoan.oversight.services.lookup import inspected_by, locked_inspection, note_step, remedy_of
from congdoan.oversight.services.tell import REOPENED, tell_lead, tell_unit
from congdoan.oversight.services.work import RECHECK, REMEDY, open_recheck, open_remedy
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.worklist.services.items import close_work

FACTS = ("text", "due", "finding")
_WRITING, _TO_SIGN = InspectionState.WRITING, InspectionState.TO_SIGN


@transaction.atomic
def add_remedy(*, inspection_id: int, by: User, text: str, due: date, finding: Finding | None = None) -> Remedy:
    """Into the draft of the conclusion. Raises Invalid for a day that is past."""
    inspection = inspected_by(inspection_id, by, _WRITING, _TO_SIGN, verb="Thêm kiến nghị")
    _require_right(inspection, due, finding)
    last = inspection.remedies.order_by("-order").values_list("order", flat=True).first() or 0
    return Remedy.objects.create(inspection=inspection, order=last + 1, text=normalise(text), due=due, finding=finding)


@transaction.atomic
def change_remedy(
    *,
    inspection_id: int,
    remedy_id: int,
    by: User,
    text: str,
    due: date,
    finding: Finding | None = None,
    seen: str = "",
) -> Remedy:
    """Until the conclusion is signed. Raises Conflict unless it is as `seen`."""
    inspection = inspected_by(inspection_id, by, verb="Sửa kiến nghị")
    found = remedy_of(inspection, remedy_id)
    require_unchanged(found, seen, FACTS, "kiến nghị")
    if inspection.state not in (_WRITING, _TO_SIGN):
        raise inspection.refusal("Sửa kiến nghị")
    _require_right(inspection, due, finding)
    found.text, found.due, found.finding = normalise(text), due, finding
    found.save(update_fields=FACTS)
    return found


@transaction.atomic
def remove_remedy(*, inspection_id: int, remedy_id: int, by: User) -> None:
    inspection = inspected_by(inspection_id, by, _WRITING, _TO_SIGN, verb="Xóa kiến nghị")
    remedy_of(inspection, remedy_id).delete()


@transaction.atomic
def report_remedy(
    *, inspection_id: int, remedy_id: int, by: User, report: str, evidence: Sequence[Upload] = ()
) -> Remedy:
    """The unit says what it put right. Raises IllegalTransition unless it still has to."""
    inspection = locked_inspection(inspection_id, by)
    require(by, EXPLAIN, inspection.unit)
    found = remedy_of(inspection, remedy_id)
    found.move_to(RemedyState.REPORTED)
    found.report, found.reported_by, found.reported_on = report.strip(), by, clock.today()
    found.save()
    found.files.add(*keep_files(evidence, by))
    note_step(inspection, f"Báo cáo khắc phục kiến nghị {found.order}", by, found.report)
    close_work(REMEDY, [found.pk])
    open_recheck(found)
    words = f"{inspection.unit} báo cáo khắc phục kiến nghị {found.order}"
    tell_lead(inspection, words, f"remedy:{found.pk}:{found.reopened}", but=by)
    return found


@transaction.atomic
def recheck_remedy(
    *, inspection_id: int, remedy_id: int, by: User, kept: bool, note: str, due: date | None = None
) -> Remedy:
    """Whether what the unit reported holds. Not kept: the remedy is open again, until `due`.

    With the last one kept the inspection is over. Raises Invalid when it is open again without a coming day.
    """
    inspection = inspected_by(inspection_id, by, verb="Phúc tra")
    found = remedy_of(inspection, remedy_id)
    if found.state != RemedyState.REPORTED:
        raise found.refusal("Phúc tra")
    found.move_to(RemedyState.KEPT if kept else RemedyState.GIVEN)
    found.recheck, found.rechecked_by, found.rechecked_on = note.strip(), by, clock.today()
    if not kept:
        if due is None or due < clock.today():
            raise Invalid("Chưa đạt thì đặt hạn mới, từ hôm nay trở đi.", field="due")
        found.due, found.reopened = due, found.reopened + 1
    found.save()
    result = "đã khắc phục" if kept else "chưa đạt, làm lại"
    note_step(inspection, f"Phúc tra kiến nghị {found.order}: {result}", by, note)
    close_work(RECHECK, [found.pk])
    if kept:
        _end_if_all_kept(inspection)
    else:
        open_remedy(found)
        words = f"Phúc tra: kiến nghị {found.order} chưa đạt, hạn mới {found.due:%d/%m/%Y}"
        tell_unit(inspection, REOPENED, words, f"{found.pk}:{found.reopened}")
    return found


def _end_if_all_kept(inspection: Inspection) -> None:
    if not inspection.remedies.filter(state__in=(RemedyState.GIVEN, RemedyState.REPORTED)).exists():
        inspection.move_to(InspectionState.CLOSED)
        inspection.save(update_fields=["state"])


def _require_right(inspection: Inspection, due: date, finding: Finding | None) -> None:
    if due < clock.today():
        raise Invalid("Hạn khắc phục đã qua. Chọn từ hôm nay trở đi.", field="due")
    if finding is not None and finding.inspection_id != inspection.pk:
        raise Invalid("Chọn một phát hiện của cuộc kiểm tra này.", field="finding")
