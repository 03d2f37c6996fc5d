"""The contents part: which passage states work, and why each other one does not."""

from __future__ import annotations

import re
from bisect import bisect_left

from congdoan.documents.reading.assignment.clause import answers_for_all, is_general
from congdoan.documents.reading.assignment.said import is_about, said_in
from congdoan.documents.reading.assignment.section_rows import names_sections
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in, is_giver
from congdoan.documents.reading.assignment.unit_words import PERSON
from congdoan.documents.reading.layout.front import NATION, PLACE_DAY
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    CLOSING,
    CONTENTS,
    FACTS,
    FUNDING,
    IMPLEMENTATION,
    PREAMBLE,
    PURPOSE,
    SIGNATURE,
    SITUATION,
    TARGETS,
)
from congdoan.documents.reading.outline.roles import closes
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.targets import read_target, unit_may_go_on
from congdoan.documents.reading.tasks.work import introduces_with_work, is_figure, orders, states_work

_BY_PART = {
    PREAMBLE: "basis", PURPOSE: "purpose", SITUATION: "situation", FUNDING: "funding", FACTS: "facts",
    CLOSING: "closing", SIGNATURE: "signature",
}  # fmt: skip
_LABEL = re.compile(
    r"(?:noi dung(?: cong viec| thuc hien| nhiem vu)?\s*:|(?:nhiem vu|noi dung|cong viec|viec|hoat dong|giai phap)"
    r"(?: thu)? \d{1,2}\s?[.:)])\s*(?=\S)"
)
""" "Nội dung: ...", "Nhiệm vụ 3. ...": a label before the words of the work."""
_THIS_PAPER = re.compile(r"(?:ke hoach|chuong trinh|nghi quyet|chi thi|huong dan|thong bao|ket luan|cong van) nay")
_NOTE = re.compile(r"(?:\(?ghi chu|luu y|\*|chu thich|\(kem theo|\(dinh kem|\(co |don vi tinh|mau so)")
_ELSEWHERE = re.compile(r"[^.;]{0,120}(?:phu luc|bieu|danh muc|bang)[^.;]{0,40}(?:kem theo|dinh kem)[^.;]{0,60}[.;]?$")
_AT_ANNEX = re.compile(
    r"(?:cac )?(?:noi dung|nhiem vu|cong viec|viec|phan cong)[^.;:]{0,40}(?:ghi|neu|theo|tai|xem|o) [^.;:]{0,10}"
    r"(?:phu luc|bieu|bang)[^.;:]{0,30}[.;]?"
)
_FUNDING = re.compile(
    r"(?:nguon )?kinh phi (?:thuc hien|to chuc|trien khai|de thuc hien|bao dam|dam bao|cho |tu "
    r"|duoc |do |trich|chi |hoat dong)[^.;]{0,80}(?:tu |do |trich|theo|su dung|can doi|bo tri"
    r"|dam bao|bao dam|duoc)"
)
_OPENS = re.compile(
    r"(?:can cu (?:luat|bo luat|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|phap lenh|dieu le"
    r"|hien phap)[^.]{0,400}[;.]$"
    r"|can cu|thuc hien [^.]{0,200}(?:xay dung|ban hanh) ke hoach|de nghi [^.]{0,160}:$|nham|xet de nghi)"
)
_COUNTS = re.compile(r"(?<![\d/.-])\d{1,3}(?:[.,]\d+)?\s?(?:%|[a-z])")
_SENTENCE_END = (".", ";", "./.", ".”", "…")
_LEAF_WORDS = 30
_HEAD_WORDS = 10
_NEAR = 4


def is_elsewhere(folded: str) -> bool:
    """ "Các nhiệm vụ cụ thể theo Phụ lục kèm theo": the work stands in another place."""
    if _AT_ANNEX.fullmatch(folded):
        return True
    attached = "kem theo" in folded or "dinh kem" in folded
    return attached and _ELSEWHERE.match(folded) is not None and not states_work(folded)


def is_note(folded: str) -> bool:
    return _NOTE.match(folded) is not None


def read_contents(found: Found) -> None:
    """Make a draft for each passage of work outside the implementation part; note why for the others."""
    for block in found.tree.blocks:
        if block.part in (IMPLEMENTATION, ARTICLES) and block.columns is None:
            continue
        if block.part == TARGETS:
            _target(found, block)
        elif block.part == PURPOSE and _is_aimed_figure(found, block):
            _take_target(found, block)
            message = "Dòng này nêu con số phải đạt trong phần mục tiêu nên được coi là chỉ tiêu."
            found.warn("target_in_purpose", message, block.body, block.end)
        elif block.part == FUNDING and _is_money_work(found, block):
            _take(found, block, found.words(block))
            found.drafts[-1].doubts = ["not_sure_work"]
        elif block.part == FACTS and not block.children and _states_facts_as_work(found, block):
            _passage(found, block)
        elif block.part in _BY_PART:
            found.drop(block, "heading" if _titles_part(block) else _BY_PART[block.part])
        else:
            _passage(found, block)


_MEMBER = re.compile(
    r"\s?[:–-]\s(?:lam )?(?:to truong|to pho|truong ban|pho (?:truong )?ban(?: thuong truc)?|thanh vien|uy vien|thu ky"
    r"|pho to truong|truong doan|pho doan|truong tieu ban)[^.;:]{0,30}[.;]?$"
)
_OF_BOARD = re.compile(
    r"(?:(?:to |tieu ban |doan )?(?:truong|pho)|pho truong|thanh vien|uy vien|thu ky|to truong|to pho)[^:.;]{0,30}:\s"
    r"(?:cac )?(?:dong chi|d/c|ong|ba)\s[^.;:]{3,80}(?:[.;]|; [^.;]*\.)*$"
)
""" "Trưởng tiểu ban: đồng chí ...; thành viên: ..."."""
_BLANKS = ("......", "………", "______")
_ANSWERS = re.compile(r"chiu trach nhiem (?:chung|truoc)[^.;]*[.;]?$")
_MONEY_WORK = re.compile(
    r"[\s,:]*(?:tham mưu|thẩm định|trình|phân bổ|lập dự toán|bố trí|cấp|chi theo|niêm yết|quyết toán|mở sổ)(?!\w)"
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


def _states_facts_as_work(found: Found, block: Block) -> bool:
    """ "Năm 2022: sơ kết, nhân rộng" under "Tiến độ thực hiện" is work; "Thời gian: ngày 28/4" is not."""
    folded = found.words(block)
    return states_work(folded, topic=False) and not _is_about(found, block)


def _is_aimed_figure(found: Found, block: Block) -> bool:
    if block.children:
        return False
    if is_figure(found.words(block)) and (block.marker is not None or found.words(block)[0].isdigit()):
        return True
    if block.marker is None:
        return False
    beside = block.parent.children if block.parent else []
    at = bisect_left(beside, block.at, key=lambda other: other.at)
    beside = beside[max(0, at - _NEAR) : at + _NEAR + 1]
    return _COUNTS.search(found.words(block)) is not None and any(is_figure(found.words(other)) for other in beside)


def _titles_part(block: Block) -> bool:
    """The heading that opens a part is a heading, whatever the part is for."""
    return (
        (block.is_numbered or block.is_heading)
        and (block.parent is None or block.parent.part != block.part)
        and block.part not in (CLOSING, SIGNATURE)
    )


def _target(found: Found, block: Block) -> None:
    if block.table_head:
        found.drop(block, "table_head")
    elif (block.is_numbered or block.is_heading) and (block.children or _titles_part(block)):
        found.drop(block, "heading")
    elif found.words(block).endswith(":") and not any(letter.isdigit() for letter in found.words(block)):
        found.drop(block, "introduction")
    else:
        _take_target(found, block)


def _take_target(found: Found, block: Block) -> None:
    paper = found.paper
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
    elif reason:
        found.drop(block, reason)
    else:
        _take(found, block, folded)


def _take(found: Found, block: Block, folded: str) -> None:
    end = block.columns["content"].end if block.columns else block.end
    label = _LABEL.match(folded)
    draft = Draft(block, block.body + (label.end() if label and not block.columns else 0), end)
    found.drafts.append(draft)
    words = folded[draft.start - block.body :]
    text = found.paper.text
    subject = found.subject(draft.start, end)
    named = subject is not None and (subject.ordered or acts(text, subject, end))
    if not (block.columns or named or states_work(words) or orders(words)) or text[draft.start].islower():
        draft.doubts.append("not_sure_work")


_HANDS = re.compile(
    r"(?:rieng )?(?:(?:cac )?(?:muc|khoan|diem|giai phap|nhiem vu|noi dung|viec|nhom)\s(?:\d|[a-z]\s|[ivx]+\s)"
    r"|(?:cac |toan bo )?(?:giai phap|nhiem vu|noi dung|viec)[^.;:]{0,40}(?:nay|tren|con lai)(?![a-z])"
    r"|(?:giao|de nghi|yeu cau|phan cong) [^.;:]{4,160} (?:thuc hien|chu tri|trien khai)[^.;:]{0,30}(?:nhiem vu|noi dung|giai phap)"
    r"[^.;:]{0,24}(?:nay|tren)(?![a-z]))"
)
_TO_WHOM = re.compile(r"(?<![a-z])(?:giao|do|phan cong|thuoc trach nhiem|chu tri|phu trach)(?![a-z])")


def hands_over_beside(block: Block, folded: str) -> bool:
    """ "Mục 1 giao Ban Tổ chức chủ trì, Văn phòng phối hợp." among the contents: who does what stands beside it."""
    return block.marker is None and _HANDS.match(folded) is not None and _TO_WHOM.search(folded) is not None


def is_member(found: Found, block: Block, folded: str) -> bool:
    """ "Bà Mai Thị Lan, Phó Chủ tịch: Tổ trưởng;": who sits on a board."""
    if _OF_BOARD.match(folded):
        return True
    return _MEMBER.search(folded) is not None and PERSON.match(found.paper.text, block.body) is not None


def why_no_task(found: Found, block: Block, folded: str) -> str | None:
    """The reason why a passage of the contents is no task, or None when it is one."""
    if block.table_head:
        return "table_head"
    if block.columns is not None:
        return _row_reason(found, block)
    if _is_about(found, block):
        return "detail"
    if block.marker is None and is_note(folded):
        return "note"
    if block.marker is None and (NATION.match(folded) or PLACE_DAY.fullmatch(folded)):
        return "basis"
    if _FUNDING.match(folded):
        return "funding"
    if any(blank in folded for blank in _BLANKS):
        return "data"
    if is_member(found, block, folded):
        return "facts"
    if closes(folded):
        return "closing"
    subject = found.subject(block.body, block.end)
    if subject and _only_carries_out(subject, found.paper.folded[subject.rest : block.end]):
        return "closing"
    if answers_for_all(folded) or _ANSWERS.match(folded):
        return "assignment"
    if is_finding(found, block, folded):
        return "situation"
    if is_elsewhere(folded):
        return "introduction"
    if block.is_heading or not folded or _is_title(found, block):
        return "heading"
    if block.is_numbered:
        return _numbered_reason(found, block, folded)
    if block.marker is not None:
        return _bullet_reason(found, block, folded)
    if _heads_sentences(found, block, folded):
        return "heading"
    if hands_over_beside(block, folded):
        return "assignment"
    given = next(all_ordered_in(found.paper.text, block.body, block.end, given_only=True), None)
    if (
        given is not None
        and folded.endswith(".")
        and block.part == CONTENTS
        and acts(found.paper.text, given, block.end)
    ):
        return None
    return None if _says_who_does(found, block, folded, subject) else _plain_reason(block, folded)


def _only_carries_out(subject: Subject, rest: str) -> bool:
    """ "Các tổ công đoàn căn cứ Chương trình này triển khai thực hiện": nothing that is not said already."""
    return (subject.ordered or _THIS_PAPER.search(rest) is not None) and is_general(rest)


_AGREES = re.compile(
    r"(?:co ban )?(?:thong nhat (?:voi|noi dung|de xuat|chu truong|danh gia|y kien|nhu)|nhat tri|dong y"
    r"|danh gia cao|ghi nhan"
    r"|hoan nghenh|cam on|bieu duong (?:tinh than|su no luc|va))"
)
_PAST = re.compile(
    r"[^.;:]{0,110}(?<![a-z])(?:da (?!nang)|(?:duoc thanh lap|hien co|hien nay|thoi gian qua|dat duoc"
    r"|so voi cung ky)(?![a-z]))"
)


def is_finding(found: Found, block: Block, folded: str) -> bool:
    """Whether a passage says what was found or agreed ("... đã hoàn thành", "Thống nhất với ...") and orders none."""
    text = found.paper.text
    subject = found.subject(block.body, block.end)
    start = subject.units[-1].span.end - block.body if subject and not subject.ordered else 0
    if _AGREES.match(folded[start:].lstrip(" ,")):
        return next(all_ordered_in(text, block.body, block.end, given_only=True), None) is None
    past = _PAST.match(folded)
    if (subject is not None and subject.ordered) or past is None:
        return False
    if past.group().endswith("da ") and text[block.body + past.end() - 3 : block.body + past.end() - 1].lower() != "đã":
        return False  # "việt dã", "tối đa"
    if subject is not None and not subject.loose and acts(text, subject, block.end):
        return False
    return not orders(folded) and not states_work(folded)


def _is_title(found: Found, block: Block) -> bool:
    """A line in capitals, such as the second line of "PHẦN THỨ NHẤT"."""
    return len(block_text := found.paper.text[block.body : block.end]) < 250 and block_text.isupper()


def _row_reason(found: Found, block: Block) -> str | None:
    columns = block.columns or {}
    if block.data:
        return "data"
    given = columns.keys() & {"lead", "cooperating", "due", "product", "both"}
    if block.is_heading or (block.children and (not given or _leads_group(block, given))):
        return "heading"
    if block.marker is not None and block.marker.kind in ("row-roman", "row-capital") and not given:
        return "heading"
    content = columns.get("content")
    if content is not None and "lead" in columns and names_sections(found.paper, content):
        return "assignment"
    return "note" if content is None or content.end - content.start < 4 else None


def _leads_group(block: Block, given: set[str]) -> bool:
    """Whether a row over others only says who leads these: they name no lead themselves."""
    return given <= {"lead", "cooperating", "both"} and not any("lead" in (row.columns or {}) for row in block.children)


def _is_about(found: Found, block: Block) -> bool:
    return is_about(found.paper.text, found.paper.folded, block)


def _real_children(found: Found, block: Block) -> list[Block]:
    """Children that are passages of their own, not lines about the block."""
    return [child for child in block.children if child.part not in (CLOSING, SIGNATURE) and not _is_about(found, child)]


def _numbered_reason(found: Found, block: Block, folded: str) -> str | None:
    children = _real_children(found, block)
    if children and said_in(found.paper.text, found.paper.folded, block.body, block.end):
        return "introduction"
    marked = [child for child in children if child.marker is not None or child.columns is not None]
    if not children:
        if _titles_part(block) and len(folded.split()) < 6:
            return "heading"
        return "target" if is_figure(folded) else None
    finished = folded.endswith(_SENTENCE_END)
    if any(child.data or child.table_head for child in children) and finished and states_work(folded):
        return None
    if introduces_with_work(block, folded) and folded.endswith(":"):
        return None
    if marked:
        return None if finished and _has_second_sentence(folded) and states_work(folded) else "heading"
    if folded.endswith(":"):
        return "heading"
    words = len(folded.split())
    works = states_work(folded) or words > 18 or found.subject(block.body, block.end) is not None
    return None if works and (finished or words > _LEAF_WORDS) else "heading"


def _has_second_sentence(folded: str) -> bool:
    return re.search(r"\.\s+[a-z]", folded[:-1]) is not None and len(folded.split()) > 25


def _bullet_reason(found: Found, block: Block, folded: str) -> str | None:
    children = _real_children(found, block)
    if is_figure(folded) and not states_work(folded):
        return "target"
    if not children:
        return "introduction" if folded.endswith(":") and len(folded.split()) < 12 else None
    if not folded.endswith((":", ",")) and folded.endswith(_SENTENCE_END):
        return None
    words = len(folded.split())
    return None if (states_work(folded) or orders(folded)) and words >= 8 else "introduction"


def _heads_sentences(found: Found, block: Block, folded: str) -> bool:
    """A short line without a full stop before a passage with one: "Thăm hỏi nhà giáo"."""
    if block.parent is None or folded.endswith((".", ";", ":", ",")) or len(folded.split()) > _HEAD_WORDS:
        return False
    beside = block.parent.children
    at = bisect_left(beside, block.at, key=lambda other: other.at) + 1
    following = beside[at] if at < len(beside) else None
    return following is not None and following.marker is None and found.words(following).endswith(_SENTENCE_END)


def _says_who_does(found: Found, block: Block, folded: str, subject: Subject | None) -> bool:
    """A whole sentence of the contents about what a body does: "Các tổ công đoàn triển khai ..."."""
    if subject is None or subject.loose or block.part != CONTENTS or not folded.endswith("."):
        return False
    text = found.paper.text
    return acts(text, subject, block.end) and not is_giver(subject, text, block.end)


def _plain_reason(block: Block, folded: str) -> str | None:
    if folded.endswith(":"):
        return "introduction"
    if _OPENS.match(folded) and block.parent is None:
        return "basis"
    if is_figure(folded) and not states_work(folded):
        return "target"
    if states_work(folded) or orders(folded):
        return None
    if block.parent is not None and block.part == CONTENTS and len(folded.split()) > 12:
        return None
    return "note" if len(folded.split()) < 8 else ("introduction" if block.parent is None else None)
