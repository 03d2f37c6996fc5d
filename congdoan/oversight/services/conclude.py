"""The conclusion: composed, edited, handed in, signed and numbered."""

from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.numbering import next_number
from congdoan.organisation.models import Unit
from congdoan.oversight.composing import Found, Told, composed
from congdoan.oversight.models import Inspection, InspectionState, RemedyState
from congdoan.oversight.queries.sight import CONCLUDE
from congdoan.oversight.services.lookup import inspected_by, note_step, title_at
from congdoan.oversight.services.tell import CONCLUDED, tell_unit
from congdoan.oversight.services.work import SIGN, WRITE, open_remedy, open_sign, open_write
from congdoan.worklist.services.items import close_work

SERIES: Final = "KLKT"
WORDS: Final = ("conclusion",)
_WRITING, _TO_SIGN = InspectionState.WRITING, InspectionState.TO_SIGN


def compose(inspection: Inspection) -> str:
    """What the findings and explanations say, as a first text; writes nothing."""
    questions = inspection.questions.exclude(answer="")
    found = inspection.findings.select_related("assignment__task")
    return composed(
        Told(
            unit=inspection.unit.name,
            days=_days(inspection),
            scope=f"{inspection.plan.noun} “{inspection.plan.subject}”"
            if inspection.plan
            else "các nhiệm vụ được giao",
            answers=tuple((one.question, _said(one.kind, one.answer)) for one in questions),
            found=tuple(
                Found(
                    one.kind,
                    one.text,
                    str(one.assignment.task) if one.assignment else "",
                    one.explanation if inspection.explained_on else "",
                )
                for one in found
            ),
            explained=inspection.explained_on is not None,
        )
    )


def _days(inspection: Inspection) -> str:
    """As announced, but not after today: an inspection may end sooner than its programme does."""
    today = clock.today()
    starts, ends = min(inspection.starts_on, today), min(inspection.ends_on, today)
    return f"ngày {starts:%d/%m/%Y} đến ngày {ends:%d/%m/%Y}"


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
    """Sign: it gets its number, the unit reads it, and each remedy lies on the unit's desk.

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
    note_step(inspection, "Ký, ban hành kết luận", by)
    inspection.number = next_number(unit_id=unit.pk, series=SERIES, year=today.year)
    inspection.symbol = f"{inspection.number}{symbol_of(unit)}"
    inspection.save()
    tell_unit(inspection, CONCLUDED, f"Kết luận kiểm tra số {inspection.symbol}, {len(remedies)} kiến nghị", "1")
    return inspection


def symbol_of(unit: Unit) -> str:
    """What follows the number: "/KL-UBKT" of a committee, "/KLKT-LĐLĐ" of an organ, which has other conclusions too."""
    if unit.is_inside:
        return f"/KL-{unit.symbol or 'UBKT'}"
    return f"/{SERIES}-{unit.symbol}" if unit.symbol else f"/{SERIES}"


def _said(kind: str, answer: str) -> str:
    return {"yes": "Có", "no": "Không"}.get(answer, answer) if kind == "yes_no" else answer


def _require_words(inspection: Inspection) -> None:
    if not inspection.conclusion.strip():
        raise Invalid("Chưa soạn kết luận. Mở phần kết luận, xem lại lời văn rồi lưu.")
