"""What was found: written by the inspectors, sent to the unit, explained by it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged, state_of
from congdoan.core.errors import Conflict, Invalid
from congdoan.organisation.rights import require
from congdoan.oversight.models import Finding, FindingKind, Inspection, InspectionState
from congdoan.oversight.queries.reach import assignments_at
from congdoan.oversight.queries.sight import EXPLAIN
from congdoan.oversight.services.lookup import finding_of, inspected_by, locked_inspection, note_step
from congdoan.oversight.services.tell import FINDINGS, tell_lead, tell_unit
from congdoan.oversight.services.work import EXPLAIN_WORK, PREPARE, open_explain, open_write
from congdoan.plans.models import Assignment
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.worklist.services.items import close_work

FACTS = ("kind", "text", "assignment")
EXPLANATION = ("explanation",)


@transaction.atomic
def add_finding(
    *,
    inspection_id: int,
    by: User,
    text: str,
    kind: str = FindingKind.LACKING,
    assignment: Assignment | None = None,
    evidence: Sequence[Upload] = (),
) -> Finding:
    """Raises Invalid for a task of another unit."""
    inspection = inspected_by(inspection_id, by, InspectionState.NOTIFIED, verb="Ghi phát hiện")
    _require_own(inspection, assignment)
    last = inspection.findings.order_by("-order").values_list("order", flat=True).first() or 0
    found = Finding.objects.create(
        inspection=inspection, order=last + 1, kind=kind, text=text.strip(), assignment=assignment
    )
    found.files.add(*keep_files(evidence, by))
    return found


@transaction.atomic
def change_finding(
    *,
    inspection_id: int,
    finding_id: int,
    by: User,
    text: str,
    kind: str,
    assignment: Assignment | None = None,
    evidence: Sequence[Upload] = (),
    seen: str = "",
) -> Finding:
    """Until it is sent. Raises Conflict unless it is as `seen`."""
    inspection = inspected_by(inspection_id, by, verb="Sửa phát hiện")
    found = finding_of(inspection, finding_id)
    require_unchanged(found, seen, FACTS, "phát hiện")
    if inspection.state != InspectionState.NOTIFIED:
        raise inspection.refusal("Sửa phát hiện")
    _require_own(inspection, assignment)
    found.text, found.kind, found.assignment = text.strip(), kind, assignment
    found.save(update_fields=FACTS)
    found.files.add(*keep_files(evidence, by))
    return found


@transaction.atomic
def remove_finding(*, inspection_id: int, finding_id: int, by: User) -> None:
    inspection = inspected_by(inspection_id, by, InspectionState.NOTIFIED, verb="Xóa phát hiện")
    finding_of(inspection, finding_id).delete()


@transaction.atomic
def send_findings(*, inspection_id: int, by: User, explain_by: date | None = None) -> Inspection:
    """End the inspection on the spot: the unit is to explain what was lacking by the day.

    Where nothing was lacking, the conclusion is written at once. Raises Invalid for a day that is past, or while a
    question that wants evidence has none.
    """
    inspection = inspected_by(inspection_id, by, verb="Gửi phát hiện")
    explains = inspection.findings.exclude(kind=FindingKind.GOOD).exists()
    inspection.move_to(InspectionState.EXPLAINING if explains else InspectionState.WRITING)
    _require_answers(inspection)
    inspection.findings_sent_on = clock.today()
    close_work(PREPARE, [inspection.pk])
    if explains:
        if explain_by is None or explain_by < clock.today():
            raise Invalid("Chọn hạn giải trình từ hôm nay trở đi.", field="explain_by")
        inspection.explain_by = explain_by
        open_explain(inspection)
        words = f"Có phát hiện kiểm tra cần giải trình trước {explain_by:%d/%m/%Y}"
        tell_unit(inspection, FINDINGS, words, "1")
    else:
        open_write(inspection)
    inspection.save()
    note_step(inspection, "Gửi phát hiện cho đơn vị", by)
    return inspection


@transaction.atomic
def explain(
    *,
    inspection_id: int,
    finding_id: int,
    by: User,
    explanation: str,
    evidence: Sequence[Upload] = (),
    seen: str = "",
) -> Finding:
    """Keep what the unit says to one finding; nobody reads it before it is sent. Raises Conflict unless as `seen`."""
    inspection = _explained(inspection_id, by, "Giải trình")
    found = finding_of(inspection, finding_id)
    if not found.needs_explanation:
        raise Invalid("Phát hiện này không cần giải trình.")
    if found.explanation:  # where nothing was kept before, nobody was first
        require_unchanged(found, seen, EXPLANATION, "giải trình này")
    found.explanation, found.explained_by = explanation.strip(), by
    found.save(update_fields=["explanation", "explained_by"])
    if evidence:
        found.explanation_files.add(*keep_files(evidence, by))
    return found


@transaction.atomic
def send_explanation(*, inspection_id: int, by: User) -> Inspection:
    """Raises Invalid while a finding has none."""
    inspection = _explained(inspection_id, by, "Gửi giải trình")
    empty = inspection.findings.exclude(kind=FindingKind.GOOD).filter(explanation="").first()
    if empty is not None:
        raise Invalid(f"Chưa giải trình phát hiện {empty.order}. Nhập ý kiến, kể cả khi đồng ý với phát hiện.")
    inspection.explained_on = clock.today()
    _go_on(inspection, by, "Gửi giải trình")
    tell_lead(inspection, f"{inspection.unit} đã gửi giải trình", "explained", but=by)
    return inspection


@transaction.atomic
def go_on_without(*, inspection_id: int, by: User) -> Inspection:
    """The unit's day is past without an explanation: the conclusion is written without it."""
    inspection = inspected_by(inspection_id, by, InspectionState.EXPLAINING, verb="Kết luận không chờ giải trình")
    if inspection.explain_by and inspection.explain_by >= clock.today():
        raise Conflict(f"{inspection.unit} còn hạn giải trình đến hết {inspection.explain_by:%d/%m/%Y}.")
    _go_on(inspection, by, "Quá hạn giải trình, soạn kết luận")
    return inspection


def state_of_explanation(finding: Finding) -> str:
    return state_of(finding, EXPLANATION)


def _explained(inspection_id: int, by: User, verb: str) -> Inspection:
    inspection = locked_inspection(inspection_id, by)
    require(by, EXPLAIN, inspection.unit)
    if inspection.state != InspectionState.EXPLAINING:
        raise inspection.refusal(verb)
    return inspection


def _go_on(inspection: Inspection, by: User, what: str) -> None:
    inspection.move_to(InspectionState.WRITING)
    inspection.save()
    note_step(inspection, what, by)
    close_work(EXPLAIN_WORK, [inspection.pk])
    open_write(inspection)


def _require_own(inspection: Inspection, assignment: Assignment | None) -> None:
    if assignment is not None and not assignments_at(inspection.unit).filter(pk=assignment.pk).exists():
        raise Invalid("Chỉ chọn được nhiệm vụ của đơn vị được kiểm tra.", field="assignment")


def _require_answers(inspection: Inspection) -> None:
    for question in inspection.questions.filter(answer=""):
        raise Invalid(f"Chưa ghi kết quả câu {question.order}: {question.question}")
    for question in inspection.questions.filter(wants_evidence=True, files=None):
        raise Invalid(f"Câu {question.order} cần minh chứng: {question.question}")
