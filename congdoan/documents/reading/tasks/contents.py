"""The contents part: which passage states work, and why each other one does not."""

from __future__ import annotations

from bisect import bisect_left

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.model import INSIDE
from congdoan.documents.reading.assignment.others import parts_of
from congdoan.documents.reading.assignment.subject import Subject, acts
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block, gives_work
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    CLOSING,
    FACTS,
    FUNDING,
    IMPLEMENTATION,
    PREAMBLE,
    PURPOSE,
    SIGNATURE,
    SITUATION,
    TARGETS,
)
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.letters import order_at_once
from congdoan.documents.reading.tasks.targets import read_target, unit_may_go_on
from congdoan.documents.reading.tasks.why import says_about, titles_annex, titles_part, why_no_task
from congdoan.documents.reading.tasks.work import is_figure, orders, states_work

_BY_PART = {
    PREAMBLE: "basis", PURPOSE: "purpose", SITUATION: "situation", FUNDING: "funding", FACTS: "facts",
    CLOSING: "closing", SIGNATURE: "signature",
}  # fmt: skip
_LABEL = re.compile(
    r"(?:noi dung(?: cong viec| thuc hien| nhiem vu)?\s*:|(?:nhiem vu|noi dung|cong viec|viec|hoat dong|giai phap)"
    r"(?: thu)? \d{1,2}\s?[.:)])\s*(?=\S)"
)
""" "Nội dung: ...", "Nhiệm vụ 3. ...": a label before the words of the work."""
_COUNTS = re.compile(r"(?<![\d/.-])\d{1,3}(?:[.,]\d+)?\s?(?:%|[a-z])")
_MEASURED = re.compile(
    r"(?<![\d/.-])\d[\d.,]*\s?(?:%|(?:ty|trieu|nghin) |(?:doan vien|lao dong|nguoi|luot|can|nha|lop|suat|don vi|cdcs"
    r"|cong doan co so|doanh nghiep|dang vien|mo hinh|cong trinh)(?![a-z]))"
)
_NEAR = 4
_DIRECTIVES = frozenset({"chỉ thị", "công điện", "thông tri"})
"""Papers in whose points each body has work of its own."""
_BY_YEAR = re.compile(r"\d|(?:den |trong )?(?:het |cuoi )?nam \d{4}")


def read_contents(found: Found) -> None:
    """Make a draft for each passage of work outside the implementation part; note why for the others."""
    for block in found.tree.blocks:
        if block.part in (IMPLEMENTATION, ARTICLES) and block.columns is None:
            continue
        if block.part == PREAMBLE and (order := order_at_once(found, block)):
            found.drafts.append(_ordered(block, order))
        elif block.part == TARGETS and not gives_work(block):
            _target(found, block)
        elif block.part == PURPOSE and _is_aimed_figure(found, block):
            _take_target(found, block)
            if not _is_aim(found, block):
                message = "Dòng này nêu con số phải đạt trong phần mục tiêu nên được coi là chỉ tiêu."
                found.warn("target_in_purpose", message, block.body, block.end)
        elif block.part == FUNDING and _is_money_work(found, block):
            _take(found, block, found.words(block))
            found.drafts[-1].doubts = ["not_sure_work"]
        elif block.part == FACTS and not block.children and (_names_lead(block) or _states_facts_as_work(found, block)):
            _passage(found, block)
        elif block.part in _BY_PART:
            found.drop(block, "heading" if titles_part(block) else _BY_PART[block.part])
        else:
            _passage(found, block)


def _is_aim(found: Found, block: Block) -> bool:
    """Whether a heading over it says that it is an aim: "II. MỤC TIÊU"."""
    return any(found.words(above).startswith("muc tieu") for above in block.ancestors())


def _ordered(block: Block, order: Subject) -> Draft:
    """The work that a letter asks for in one sentence; whom it is sent to says more exactly who does it."""
    passage = Span(order.units[0].span.start, order.units[-1].span.end)
    return Draft(block, block.body, block.end, lead=order.units, rank=INSIDE, assigned_by=passage)


_MONEY_WORK = re.compile(
    r"[\s,:]*(?:tham mưu|thẩm định|trình|phân bổ|lập dự toán|bố trí|cấp|chi theo|niêm yết|quyết toán|mở sổ|dự toán"
    r"|dự trù"
    r"|cân đối|đề xuất|hướng dẫn)(?!\w)"
)
_ABOUT = re.compile(r"(?:ve )?(?:nguon )?kinh phi[^:;.]{0,80}:\s+")
_BY_A_DAY = re.compile(r"(?:truoc|cham nhat|xong|trong) (?:ngay|thang|quy)?[^.;]{0,12}\d|trong quy")


def _is_money_work(found: Found, block: Block) -> bool:
    """Among statements of where the money comes from, one that gives a body work by a day."""
    topic = _ABOUT.match(found.words(block))
    subject = found.subject(block.body + (topic.end() if topic else 0), block.end)
    if subject is None or block.children or _BY_A_DAY.search(found.words(block)) is None:
        return False
    return _MONEY_WORK.match(found.paper.text, subject.units[-1].span.end, block.end) is not None


_HAPPENS = re.compile(
    r"(?:cuoc hop |hoi nghi |buoi hop )?(?:bat dau|khai mac|ket thuc)[^:;.]{0,12} (?:luc|vao|hoi) \d"
    r"|(?:le )?(?:khai mac|be mac|bat dau|ket thuc|tap trung|don tiep|chung ket|tong duyet)[^:;.]{0,30}:\s"
)
""" "Khai mạc: 7 giờ 30 ngày 22/7/2023": when it happens."""


_STEPS = re.compile(r"^(?:tien do|lo trinh|cac buoc|quy trinh)")


def _top_of(block: Block) -> Block:
    while block.parent is not None and block.parent.part == FACTS:
        block = block.parent
    return block


def _names_lead(block: Block) -> bool:
    """A row of a table of tasks, whatever the section is called: "2. Tiến độ thực hiện"."""
    return block.columns is not None and "lead" in block.columns and not (block.data or block.table_head)


def _states_facts_as_work(found: Found, block: Block) -> bool:
    """ "Năm 2022: sơ kết, nhân rộng" under "Tiến độ thực hiện" is work; "Thời gian: ngày 28/4" is not."""
    folded = found.words(block)
    if _HAPPENS.match(folded):
        return False
    how = block.parent is not None and found.words(block.parent).startswith("hinh thuc")
    if (
        how
        and not block.is_numbered
        and _BY_A_DAY.search(folded) is None
        and found.subject(block.body, block.end) is None
    ):
        return False
    if states_work(folded, topic=False):
        return not says_about(found, block)
    steps = block.parent is not None and _STEPS.search(found.words(_top_of(block))) is not None
    whole = folded.endswith(".") and (block.is_numbered or steps or _BY_A_DAY.search(folded) is not None)
    subject = found.subject(block.body, block.end) if whole else None
    return subject is not None and not subject.loose and acts(found.paper.text, subject, block.end)


def _is_aimed_figure(found: Found, block: Block) -> bool:
    if block.children or found.words(block).startswith(("khong co ", "khong de ", "khong xay ")):
        return False
    if is_figure(found.words(block)) and (block.marker is not None or _BY_YEAR.match(found.words(block))):
        return True
    if block.marker is None:
        return False
    beside = block.parent.children if block.parent else []
    at = bisect_left(beside, block.at, key=lambda other: other.at)
    beside = beside[max(0, at - _NEAR) : at + _NEAR + 1]
    if _MEASURED.search(found.words(block)) is not None and _is_aim(found, block):
        return True
    return _COUNTS.search(found.words(block)) is not None and any(is_figure(found.words(other)) for other in beside)


def _target(found: Found, block: Block) -> None:
    if block.table_head:
        found.drop(block, "table_head")
    elif titles_annex(block, found.words(block)) or (
        (block.is_numbered or block.is_heading) and (block.children or titles_part(block))
    ):
        found.drop(block, "heading")
    elif found.words(block).endswith(":") and not any(letter.isdigit() for letter in found.words(block)):
        found.drop(block, "introduction")
    else:
        _take_target(found, block)


_FIGURE_IN_ROW = re.compile(r"\|(?!\s*[Nn]ăm 20\d\d\s*(?:\||$))[^|\n]*\d", re.MULTILINE)
""" "Đơn vị tính | Năm 2024" is the head of such a table."""


def _take_target(found: Found, block: Block) -> None:
    """A line of the targets; a row whose cells hold no figure is one of a form that others fill in."""
    paper = found.paper
    if block.columns is not None and not _FIGURE_IN_ROW.search(paper.text, block.start, block.end):
        found.drop(block, "data")
        return
    target = read_target(paper.text, paper.folded, block.body, block.end, block.number)
    found.targets.append(target)
    if unit_may_go_on(paper.text, target):
        message = f"Không chắc đơn vị tính “{target.unit}” đã đủ chữ."
        found.warn("target_unit", message, block.body, block.end)
    found.drop(block, "target")


def _passage(found: Found, block: Block) -> None:
    folded = found.words(block)
    reason = why_no_task(found, block, folded)
    if reason == "target":
        _take_target(found, block)
        if not block.columns:
            message = "Dòng này nêu con số phải đạt nên được coi là chỉ tiêu, không phải nhiệm vụ."
            found.warn("target_in_contents", message, block.body, block.end)
    elif reason in ("basis", "introduction") and (order := order_at_once(found, block)):
        found.drafts.append(_ordered(block, order))
    elif reason:
        found.drop(block, reason)
    else:
        _take(found, block, folded)


def _take(found: Found, block: Block, folded: str) -> None:
    end = block.columns["content"].end if block.columns else block.end
    label = _LABEL.match(folded)
    start = block.body + (label.end() if label and not block.columns else 0)
    whole = block.columns or block.children or found.header.type not in _DIRECTIVES
    for part in [Span(start, end)] if whole else parts_of(found, start, end):
        _take_part(found, block, part)


def _take_part(found: Found, block: Block, part: Span) -> None:
    draft = Draft(block, part.start, part.end)
    found.drafts.append(draft)
    words = found.paper.folded[draft.start : max(block.end, draft.end)]
    text = found.paper.text
    subject = found.subject(draft.start, draft.end)
    named = subject is not None and (subject.ordered or acts(text, subject, draft.end))
    if not (block.columns or named or states_work(words) or orders(words)) or text[draft.start].islower():
        draft.doubts.append("not_sure_work")
