"""Notice to the unit, and answering what the checklist asks."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged, state_of
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.rights import require
from congdoan.oversight.models import Checklist, Inspection, InspectionQuestion, InspectionState
from congdoan.oversight.queries.sight import EXPLAIN
from congdoan.oversight.services.checklists import copy_questions
from congdoan.oversight.services.lookup import inspected_by, locked_inspection, note_step
from congdoan.oversight.services.programmes import begin_running
from congdoan.oversight.services.tell import NOTICE, tell_lead, tell_unit
from congdoan.oversight.services.work import PREPARE, open_prepare
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.worklist.services.items import close_work

ANSWER = ("answer",)


@transaction.atomic
def give_notice(
    *, inspection_id: int, by: User, starts_on: date, ends_on: date, decision: str = "", checklist: Checklist
) -> Inspection:
    """Tell the unit that it is inspected, why, when and what is asked; the checklist is copied.

    Raises Conflict unless the programme is approved, Invalid for days that are past or outside it.
    """
    inspection = inspected_by(inspection_id, by, verb="Thông báo cho đơn vị")
    programme = inspection.programme
    if not programme.gives_notice:
        raise Conflict(f"Chương trình đang ở trạng thái “{programme.get_state_display()}”. Duyệt trước khi thông báo.")
    inspection.move_to(InspectionState.NOTIFIED)
    if starts_on < clock.today():
        raise Invalid("Ngày bắt đầu đã qua. Chọn từ hôm nay trở đi.", field="starts_on")
    if ends_on < starts_on:
        raise Invalid("Ngày cuối phải từ ngày đầu trở đi.", field="ends_on")
    if ends_on > programme.ends_on:
        raise Invalid(f"Chương trình đến hết {programme.ends_on:%d/%m/%Y}. Chọn ngày trước đó.", field="ends_on")
    inspection.starts_on, inspection.ends_on = starts_on, ends_on
    inspection.decision, inspection.notified_on = normalise(decision), clock.today()
    inspection.save()
    copy_questions(checklist, inspection)
    note_step(inspection, "Thông báo cho đơn vị", by)
    begin_running(programme, by)
    open_prepare(inspection)
    words = f"{programme.unit} {programme.unit.organ} kiểm tra {inspection.unit} từ {starts_on:%d/%m/%Y}"
    tell_unit(inspection, NOTICE, words, "1")
    return inspection


@transaction.atomic
def acknowledge(*, inspection_id: int, by: User) -> Inspection:
    """The unit says that it has the notice."""
    inspection = locked_inspection(inspection_id, by)
    require(by, EXPLAIN, inspection.unit)
    if inspection.acknowledged_on is not None or inspection.state != InspectionState.NOTIFIED:
        raise inspection.refusal("Nhận thông báo")
    inspection.acknowledged_by, inspection.acknowledged_on = by, clock.today()
    inspection.save(update_fields=["acknowledged_by", "acknowledged_on"])
    note_step(inspection, "Nhận thông báo", by)
    close_work(PREPARE, [inspection.pk])
    tell_lead(inspection, f"{inspection.unit} đã nhận thông báo kiểm tra", "noticed", but=by)
    return inspection


@transaction.atomic
def answer_question(
    *, inspection_id: int, question_id: int, by: User, answer: str, evidence: Sequence[Upload] = (), seen: str = ""
) -> InspectionQuestion:
    """What the inspector found to a question, as often as they like while they inspect.

    Raises Conflict unless the answer is as `seen`, Invalid for a number that is none.
    """
    inspection = inspected_by(inspection_id, by, InspectionState.NOTIFIED, verb="Ghi kết quả")
    found = find(inspection.questions, question_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có câu hỏi này.")
    if found.answer:  # where nothing was kept before, nobody was first
        require_unchanged(found, seen, ANSWER, "câu trả lời này")
    found.answer = answer.strip()
    found.save(update_fields=["answer"])
    if evidence:
        found.files.add(*keep_files(evidence, by))
    return found


def state_of_answer(question: InspectionQuestion) -> str:
    return state_of(question, ANSWER)
