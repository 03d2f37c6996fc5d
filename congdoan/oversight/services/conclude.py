"""The conclusion: composed, edited, handed in, signed and numbered."""

from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.numbering import next_number
from congdoan.oversight.models import SIGNED, Inspection, InspectionState, RemedyState
from congdoan.oversight.queries.sight import CONCLUDE
from congdoan.oversight.services.file_paper import file_paper
from congdoan.oversight.services.lookup import inspected_by, note_step, title_at
from congdoan.oversight.services.tell import CONCLUDED, tell_unit
from congdoan.oversight.services.work import SIGN, WRITE, open_remedy, open_sign, open_write
from congdoan.oversight.symbol import SERIES, symbol_of
from congdoan.worklist.services.items import close_work

WORDS: Final = ("conclusion",)
_WRITING, _TO_SIGN = InspectionState.WRITING, InspectionState.TO_SIGN


@transaction.atomic
def save_conclusion(*, inspection_id: int, by: User, conclusion: str, seen: str = "") -> Inspection:
    """Keep the text of the draft. Raises Conflict unless it is as `seen`."""
    inspection = inspected_by(inspection_id, by, verb="Soạn kết luận")
    require_unchanged(inspection, seen, WORDS, "kết luận")
    if inspection.state not in (_WRITING, _TO_SIGN):
        raise inspection.refusal("Soạn kết luận")
    inspection.conclusion = conclusion.strip()
    inspection.save(update_fields=["conclusion"])
    return inspection


@transaction.atomic
def hand_in(*, inspection_id: int, by: User) -> Inspection:
    """Give the draft to who signs. Raises Invalid without words."""
    inspection = inspected_by(inspection_id, by, verb=_TO_SIGN.label)
    inspection.move_to(_TO_SIGN)
    _require_words(inspection)
    inspection.save(update_fields=["state"])
    note_step(inspection, "Trình ký kết luận", by)
    close_work(WRITE, [inspection.pk])
    open_sign(inspection)
    return inspection


@transaction.atomic
def give_back(*, inspection_id: int, by: User, note: str) -> Inspection:
    """Who signs gives it back to who wrote it, with words why."""
    inspection = inspected_by(inspection_id, by, _TO_SIGN, verb="Trả lại người soạn", action=CONCLUDE)
    inspection.move_to(_WRITING)
    inspection.save(update_fields=["state"])
    note_step(inspection, "Trả lại người soạn", by, note)
    close_work(SIGN, [inspection.pk], cancelled=True)
    open_write(inspection)
    return inspection


@transaction.atomic
def issue_conclusion(*, inspection_id: int, by: User) -> Inspection:
    """Sign: it gets its number, is a paper in the store, the unit reads it, each remedy lies on the unit's desk.

    Without remedies the inspection is over. Raises Invalid without words, or for a remedy whose day is past.
    """
    inspection = inspected_by(inspection_id, by, _WRITING, _TO_SIGN, verb="Ký kết luận", action=CONCLUDE)
    _require_words(inspection)
    today, unit = clock.today(), inspection.programme.unit
    remedies = list(inspection.remedies.all())
    if late := next((one for one in remedies if one.due < today), None):
        raise Invalid(f"Hạn {late.due:%d/%m/%Y} của kiến nghị {late.order} đã qua. Đặt lại hạn trước khi ký.")
    inspection.move_to(InspectionState.CONCLUDED)
    if not remedies:
        inspection.move_to(InspectionState.CLOSED)
    inspection.signer, inspection.signer_title = by, title_at(by, unit.path)
    inspection.concluded_on = today
    for remedy in remedies:
        remedy.inspection = inspection
        remedy.move_to(RemedyState.GIVEN)
        remedy.save(update_fields=["state"])
        open_remedy(remedy)
    for kind in (WRITE, SIGN):
        close_work(kind, [inspection.pk])
    note_step(inspection, SIGNED, by)
    inspection.number = next_number(unit_id=unit.pk, series=SERIES, year=today.year)
    inspection.numbered_by = unit  # the programme goes to the heir when the unit is merged, its register does not
    inspection.symbol = f"{inspection.number}{symbol_of(unit)}"
    inspection.document = file_paper(inspection, by)
    inspection.save()
    tell_unit(inspection, CONCLUDED, f"Kết luận kiểm tra số {inspection.symbol}, {len(remedies)} kiến nghị", "1")
    return inspection


def _require_words(inspection: Inspection) -> None:
    if not inspection.conclusion.strip():
        raise Invalid("Chưa soạn kết luận. Mở phần kết luận, xem lại lời văn rồi lưu.")
