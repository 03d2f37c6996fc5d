"""The committee's own questions."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.oversight.models import AnswerKind, Checklist, Inspection, InspectionQuestion
from congdoan.oversight.queries.sight import MANAGE, NO_CHECKLIST, visible_checklists

FACTS = ("name", "is_used", "items")
MOST = 40


@dataclass(frozen=True, slots=True)
class Question:
    question: str
    kind: str = AnswerKind.YES_NO
    evidence: bool = False


@transaction.atomic
def create_checklist(*, unit: Unit, by: User, name: str, questions: Sequence[Question]) -> Checklist:
    """Raises Invalid without a question."""
    require(by, MANAGE, unit)
    return Checklist.objects.create(unit=unit, name=normalise(name), created_by=by, items=_items(questions))


@transaction.atomic
def change_checklist(
    *, checklist_id: int, by: User, name: str, questions: Sequence[Question], is_used: bool = True, seen: str = ""
) -> Checklist:
    """Inspections that have a copy keep it. Raises Conflict unless it is as `seen`."""
    found = find(visible_checklists(by).select_for_update(of=("self",)).select_related("unit"), checklist_id)
    if found is None:
        raise NotFound(NO_CHECKLIST)
    require(by, MANAGE, found.unit)
    require_unchanged(found, seen, FACTS, "bảng kiểm tra")
    found.name, found.is_used, found.items = normalise(name), is_used, _items(questions)
    found.save()
    return found


def copy_questions(checklist: Checklist, inspection: Inspection) -> None:
    inspection.questions.all().delete()
    InspectionQuestion.objects.bulk_create(
        InspectionQuestion(
            inspection=inspection,
            order=order,
            question=item["question"],
            kind=item["kind"],
            wants_evidence=item["evidence"],
        )
        for order, item in enumerate(checklist.items, start=1)
    )


def _items(questions: Sequence[Question]) -> list[dict[str, object]]:
    kept = [Question(normalise(one.question), one.kind, one.evidence) for one in questions if one.question.strip()]
    if not kept:
        raise Invalid("Bảng kiểm tra cần ít nhất một câu hỏi.")
    if len(kept) > MOST:
        raise Invalid(f"Bảng kiểm tra có nhiều hơn {MOST} câu hỏi. Chia thành hai bảng.")
    return [asdict(one) for one in kept]
