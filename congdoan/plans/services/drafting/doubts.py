"""The places that a person must look at: warnings of the reader, names that match no unit, papers not in the store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from congdoan.documents.models import Citation
from congdoan.documents.reading.model import Choice, PlanReading, Warning
from congdoan.plans.models import Doubt, Plan, Section, Task
from congdoan.plans.services.drafting.habits import suggest_leads
from congdoan.plans.services.drafting.parties import PartyMaker, Unknown
from congdoan.plans.services.drafting.sections import nearest
from congdoan.plans.services.review.citations import citations_of
from congdoan.plans.services.review.parties import UNKNOWN_UNIT

CITATION_MISSING = "citation_missing"
NO_DUE = "no_due"
_HEADER_FIELDS = frozenset({"type", "number", "symbol", "date", "issuer", "subject", "until"})
_OF_CITATION = "citation_"
KEEP = {"label": "Giữ nguyên", "effect": {"kind": "keep"}}
AT_ISSUE = {"label": "Để trống, ghi khi ban hành", "effect": {"kind": "keep"}}
ChoiceRow = dict[str, Any]


def is_of_header(code: str) -> bool:
    """Whether a doubt is about the header: a code of the reader names the field first ("issuer_unsure")."""
    field, _, why = code.partition("_")
    return code in ("plan_known", NO_DUE) or (field in _HEADER_FIELDS and bool(why) and code != "number_twice")


def make_doubts(
    plan: Plan, read: PlanReading, tasks: Sequence[Task], sections: Mapping[str, Section], maker: PartyMaker
) -> None:
    """Doubts of the plan in the order in which they are to be looked at: tasks first, cited papers last."""
    warned = [_of_warning(plan, warning, read, tasks, dict(sections), maker) for warning in read.warnings]
    _link_to_citations(plan, warned)
    made = [
        *suggest_leads(plan, tasks, sections, [doubt for doubt in warned if not is_of_header(doubt.code)]),
        *(_of_unknown(plan, unknown) for unknown in maker.unknown.values()),
        *(doubt for doubt in warned if is_of_header(doubt.code)),
        *_of_known(plan, read),
        *_of_missing_days(plan, tasks),
        *_of_citations(plan),
    ]
    for order, doubt in enumerate(made):
        doubt.order = order
    Doubt.objects.bulk_create(made)


def _link_to_citations(plan: Plan, doubts: Sequence[Doubt]) -> None:
    """A doubt of the reader about a cited paper is shown with that paper."""
    about = [doubt for doubt in doubts if doubt.code.startswith(_OF_CITATION)]
    mentions = {citation.start: citation for citation in citations_of(plan)} if about else {}
    for doubt in about:
        doubt.citation = mentions.get(doubt.start or 0)
        if doubt.citation is not None:
            doubt.task = None


def _of_warning(
    plan: Plan,
    warning: Warning,
    read: PlanReading,
    tasks: Sequence[Task],
    sections: dict[str, Section],
    maker: PartyMaker,
) -> Doubt:
    choices = [_choice(choice, maker) for choice in warning.choices]
    if any(choice["effect"]["kind"] in ("lead", "no_lead") for choice in choices):
        concerned = sorted({number for choice in warning.choices for number in choice.sections})
        choices.append({"label": "Chọn đơn vị khác chủ trì", "effect": {"kind": "pick_lead", "sections": concerned}})
    return Doubt(
        plan=plan,
        code=warning.code[:60],
        message=warning.message,
        task=_task_of(warning, read, tasks),
        section=_section_of(warning, sections),
        start=warning.start,
        end=warning.end,
        choices=choices or [AT_ISSUE if warning.code in ("symbol_missing", "date_missing") else KEEP],
        suggested=next((place for place, choice in enumerate(warning.choices) if choice.taken), None),
    )


def _choice(choice: Choice, maker: PartyMaker) -> ChoiceRow:
    if choice.unit:
        unit = maker.unit_of(choice.unit)
        effect = {"kind": "lead", "unit": unit.pk if unit else None, "sections": list(choice.sections)}
    elif choice.sections:
        effect = {"kind": "no_lead", "sections": list(choice.sections)}
    else:
        effect = {"kind": "keep"}
    return {"label": choice.label, "effect": effect}


def _task_of(warning: Warning, read: PlanReading, tasks: Sequence[Task]) -> Task | None:
    """The one task whose words hold the passage; when several share a doubt, none."""
    holding = [t for t in tasks if t.start is not None and t.end is not None and t.start <= warning.start < t.end]
    if holding:
        return min(holding, key=lambda t: (t.end or 0) - (t.start or 0))
    named = [task for task, found in zip(tasks, read.tasks, strict=True) if warning.code in found.doubts]
    return named[0] if len(named) == 1 else None


def _section_of(warning: Warning, sections: dict[str, Section]) -> Section | None:
    """The first section that a choice would change."""
    numbers = [number for choice in warning.choices for number in choice.sections]
    return nearest(sections, numbers[0]) if numbers else None


def _of_unknown(plan: Plan, unknown: Unknown) -> Doubt:
    count = len(unknown.tasks)
    if unknown.candidates:
        message = f"“{unknown.printed}” có thể là {' hoặc '.join(str(unit) for unit in unknown.candidates)}."
    else:
        message = f"“{unknown.printed}” chưa khớp với đơn vị nào trong hệ thống, có trong {count} nhiệm vụ."
    choices: list[ChoiceRow] = [
        {"label": str(unit), "effect": {"kind": "name", "printed": unknown.printed, "unit": unit.pk}}
        for unit in unknown.candidates[:2]
    ]
    choices.append({"label": "Chọn đơn vị", "effect": {"kind": "pick_unit", "printed": unknown.printed}})
    if len(choices) < 3:
        choices.append({"label": "Giữ nguyên chữ in", "effect": {"kind": "keep"}})
    return Doubt(
        plan=plan,
        code=UNKNOWN_UNIT,
        message=message,
        task=unknown.tasks[0] if unknown.tasks else None,
        section=unknown.tasks[0].section if unknown.tasks else None,
        start=unknown.span.start if unknown.span else None,
        end=unknown.span.end if unknown.span else None,
        choices=choices,
    )


def _of_known(plan: Plan, read: PlanReading) -> Iterator[Doubt]:
    """The unit already has a plan with the number and day of this paper."""
    if read.header.symbol and not plan.symbol:
        yield Doubt(
            plan=plan,
            code="plan_known",
            message=f"{plan.unit} đã có {plan.noun} {read.header.symbol} cùng ngày, nên số được để trống.",
            choices=[AT_ISSUE],
        )


def _of_missing_days(plan: Plan, tasks: Iterable[Task]) -> Iterator[Doubt]:
    """One doubt for all tasks without a day when the paper gives no day for the whole either."""
    without = [task for task in tasks if task.due is None and not task.recurrence]
    if plan.until is not None or not without:
        return
    year = (plan.issued_on or plan.created_at.date()).year
    end = date(year, 12, 31)
    yield Doubt(
        plan=plan,
        code=NO_DUE,
        message=f"Văn bản không ghi thời hạn chung; {len(without)} nhiệm vụ chưa có hạn.",
        choices=[
            {"label": f"Hạn chung {end:%d/%m/%Y}", "effect": {"kind": "until", "day": end.isoformat()}},
            {"label": "Nhập hạn chung", "effect": {"kind": "pick_until"}},
            {"label": "Để trống", "effect": {"kind": "keep"}},
        ],
    )


def _of_citations(plan: Plan) -> Iterator[Doubt]:
    """One doubt for each cited paper with a symbol that is not in the store, whatever the number of mentions."""
    missing: dict[str, list[Citation]] = {}
    for citation in citations_of(plan).filter(cited=None).exclude(symbol=""):
        missing.setdefault(citation.symbol, []).append(citation)
    for mentions in missing.values():
        ids = [citation.pk for citation in mentions]
        yield Doubt(
            plan=plan,
            code=CITATION_MISSING,
            message=f"{mentions[0].symbol} chưa có trong kho văn bản.",
            citation=mentions[0],
            start=mentions[0].start,
            end=mentions[0].end,
            choices=[
                {"label": "Tải văn bản này lên", "effect": {"kind": "add_document", "citations": ids}},
                {"label": "Chọn văn bản khác trong kho", "effect": {"kind": "link", "citations": ids}},
                {"label": "Chỉ ghi tên, không liên kết", "effect": {"kind": "name_only", "citations": ids}},
            ],
        )
