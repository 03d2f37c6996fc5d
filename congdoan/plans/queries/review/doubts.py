"""The open doubts of a draft as the page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from congdoan.plans.models import Doubt
from congdoan.plans.services.drafting.doubts import is_of_header
from congdoan.plans.services.review.effects import asks_for

Tab = Literal["header", "citations", "tasks", "levels"]
_TITLES: Final = {
    "unknown_unit": "Đơn vị nào?",
    "citation_missing": "Chưa có trong kho",
    "no_due": "Hạn chung là ngày nào?",
    "symbol_missing": "Số, ký hiệu",
    "date_missing": "Ngày ban hành",
    "plan_known": "Văn bản này đã có",
    "issuer_unsure": "Cơ quan ban hành",
    "subject_unsure": "Trích yếu",
    "until_unsure": "Thời hạn chung",
    "citation_unsure": "Văn bản được viện dẫn",
    "citation_missed": "Có phải văn bản được viện dẫn?",
    "not_sure_work": "Có phải nhiệm vụ?",
    "maybe_work": "Có phải nhiệm vụ?",
    "maybe_target": "Có phải chỉ tiêu?",
    "target_unit": "Đơn vị tính của chỉ tiêu",
    "lead_name": "Tên đơn vị chủ trì",
    "no_lead": "Ai chủ trì?",
    "two_leads": "Ai chủ trì?",
    "lead_of_whole": "Ai chủ trì?",
    "lead_by_subject": "Ai chủ trì?",
    "lead_by_topic": "Ai chủ trì?",
    "lead_general": "Ai chủ trì?",
    "lead_addressees": "Ai chủ trì?",
    "lead_inherited": "Ai chủ trì?",
    "lead_mentioned": "Ai chủ trì?",
    "lead_subject": "Ai chủ trì?",
    "lead_differs": "Ai chủ trì?",
    "lead_exception": "Ai chủ trì?",
    "lead_works_with": "Ai chủ trì?",
    "lead_scope": "Mục nào được giao?",
    "column_unknown": "Cột này ghi gì?",
    "table_torn": "Bảng này ghi gì?",
    "column_inferred": "Cột này ghi gì?",
    "lead_mark": "Ai chủ trì?",
    "lead_group": "Ai chủ trì?",
    "lead_person": "Người của đơn vị nào?",
    "lead_many": "Những đơn vị nào chủ trì?",
    "quote_unknown": "Nội dung nào được giao?",
    "section_unknown": "Mục nào được giao?",
    "section_ambiguous": "Mục nào được giao?",
    "passage_torn": "Một câu hay hai?",
    "cooperating_name": "Tên đơn vị phối hợp",
    "cooperating_open": "Ai phối hợp?",
    "cooperating_first": "Ai phối hợp?",
    "due_passed_over": "Hạn của việc này?",
    "due_two": "Hạn của việc này?",
    "due_vague": "Hạn của việc này?",
    "due_year": "Hạn của việc này?",
    "due_past": "Hạn của việc này?",
    "due_of_heading": "Hạn của việc này?",
    "due_unclear": "Hạn của việc này?",
    "due_unsure": "Hạn của việc này?",
}


@dataclass(frozen=True, slots=True)
class DoubtChoice:
    """`asks` is what the choice needs first: "unit", "document", "day", "upload" or nothing.

    `papers`: the earlier ones that a learned rule has the choice from, each {"plan": id, "name": ...}.
    """

    number: int
    label: str
    suggested: bool
    asks: str
    papers: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtView:
    """`place` of `total` is where the doubt stands among all that are open."""

    doubt: Doubt
    title: str
    choices: tuple[DoubtChoice, ...]
    place: int
    total: int
    tab: Tab

    @property
    def papers(self) -> tuple[dict[str, Any], ...]:
        """The papers behind the choice that a learned rule offers, if one does."""
        return next((choice.papers for choice in self.choices if choice.papers), ())

    @property
    def is_short(self) -> bool:
        """Whether it fits on one line beside its task."""
        return len(self.choices) <= 2 and not any(choice.asks for choice in self.choices)


def views_of(doubts: Sequence[Doubt]) -> list[DoubtView]:
    """Open doubts in their order."""
    return [_view(doubt, place, len(doubts)) for place, doubt in enumerate(doubts, start=1)]


def _view(doubt: Doubt, place: int, total: int) -> DoubtView:
    choices = tuple(_choice(doubt, number, choice) for number, choice in enumerate(doubt.choices))
    return DoubtView(doubt, _title(doubt), choices, place, total, _tab(doubt))


def _choice(doubt: Doubt, number: int, choice: dict[str, Any]) -> DoubtChoice:
    papers = tuple(choice.get("papers", ()))
    return DoubtChoice(number, choice["label"], doubt.suggested == number, asks_for(choice["effect"]), papers)


def _title(doubt: Doubt) -> str:
    effects = {choice["effect"]["kind"] for choice in doubt.choices}
    if "pick_lead" in effects and doubt.section:
        return f"Ai chủ trì mục {doubt.section.printed}?"
    return _TITLES.get(doubt.code, "Chỗ này cần xem lại")


def _tab(doubt: Doubt) -> Tab:
    if doubt.citation_id is not None:
        return "citations"
    return "header" if is_of_header(doubt.code) else "tasks"
