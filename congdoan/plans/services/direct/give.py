"""A leader gives work at once: an opinion on a paper, the conclusion of a meeting, without drafting and approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import fold, normalise
from congdoan.documents.models import Citation, Document
from congdoan.documents.queries.store import papers_seen_by
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan, PlanKind, PlanState, PlanStep, Task
from congdoan.plans.models.kind import DIRECTION
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.kinds import kind_of
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.parties import Parties, set_parties
from congdoan.plans.services.lifecycle.steps import take_step


@dataclass(frozen=True, slots=True)
class GivenTask:
    title: str
    text: str
    due: date | None
    parties: Parties


@transaction.atomic
def give_directly(
    *,
    unit: Unit,
    by: User,
    on: date,
    words: str,
    tasks: Sequence[GivenTask],
    kind: str = DIRECTION,
    paper_id: int | None = None,
) -> Plan:
    """Give tasks in the name of `unit`: a small paper of the kind, issued at once, signed by who gives.

    `words` is what the leader says; `paper_id` the paper of the store that it is about, which it then cites. When that
    paper carries tasks itself, the new one stands on it.
    Raises NotAllowed unless `by` approves and issues at `unit`, NotFound for a paper that `by` does not see, Invalid
    without words, without a task, for a day that is past or a kind by which nobody gives work at once.
    """
    require(by, "plans.approve", unit)
    paper = _paper(paper_id, by)
    if not normalise(words):
        raise Invalid("Nhập ý kiến chỉ đạo hoặc kết luận.", field="words")
    if not tasks:
        raise Invalid("Giao ít nhất một việc.")
    plan = _begin(_direct_kind(kind, unit, on), unit, by, on, normalise(words), paper)
    for place, given in enumerate(tasks, start=1):
        _add(plan, place, given, on)
    days = [given.due for given in tasks]
    plan.until = max(day for day in days if day) if all(days) else None
    take_step(plan, PlanState.SUBMITTED, by=by, on=on)
    take_step(plan, PlanState.APPROVED, by=by, on=on)
    plan = issue_plan(plan_id=plan.pk, by=by, on=on, signer=by)
    _cite(plan, paper)
    return plan


def _paper(paper_id: int | None, by: User) -> Document | None:
    paper = find(papers_seen_by(by), paper_id) if paper_id else None
    if paper_id and paper is None:
        raise NotFound("Không có văn bản này trong kho được xem.")
    return paper


def _direct_kind(code: str, unit: Unit, on: date) -> PlanKind:
    kind = kind_of(code, on=on, unit=unit)
    if not kind.is_direct:
        raise Invalid(f"{kind.name} phải qua soạn thảo, trình duyệt. Chọn loại khác.", field="kind")
    return kind


def _begin(kind: PlanKind, unit: Unit, by: User, on: date, words: str, paper: Document | None) -> Plan:
    about = f"Căn cứ {paper.get_type_display()} {paper.symbol or paper.subject}" if paper else ""
    carried = visible_plans(by).filter(document=paper, state__in=PUBLIC).order_by("pk").first() if paper else None
    plan = Plan(unit=unit, subject=words[:1000], created_by=by, signer=by, bases=about, stands_on=carried)
    plan.take_kind(kind)
    plan.save()
    PlanStep.objects.create(plan=plan, before="", after=PlanState.DRAFT, by=by, on=on)
    return plan


def _add(plan: Plan, place: int, given: GivenTask, on: date) -> None:
    if given.due and given.due < on:
        raise Invalid(f"Hạn {given.due:%d/%m/%Y} của việc {place} đã qua. Chọn ngày từ hôm nay trở đi.")
    title = normalise(given.title)
    text = given.text.strip() or title
    task = Task.objects.create(
        plan=plan, order=place, number=str(place), title=title, text=text, due=given.due, folded=fold(f"{title} {text}")
    )
    set_parties(task, given.parties)


def _cite(plan: Plan, paper: Document | None) -> None:
    """Unless it stands on that very paper, which issuing has noted."""
    assert plan.document_id is not None
    if paper is None or Citation.objects.filter(document=plan.document_id, cited=paper).exists():
        return
    words = {"symbol": paper.symbol, "issuer": paper.issuer, "subject": paper.subject, "text": plan.bases}
    Citation.objects.create(
        document_id=plan.document_id,
        cited=paper,
        type=paper.get_type_display().lower(),
        issued_on=paper.issued_on,
        start=0,
        end=0,
        **words,
    )
