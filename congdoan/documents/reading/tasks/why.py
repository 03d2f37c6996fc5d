"""Why a passage of the contents is no task."""

from __future__ import annotations

from bisect import bisect_left

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import answers_for_all
from congdoan.documents.reading.assignment.over import names_who_leads
from congdoan.documents.reading.assignment.said import is_about, said_in
from congdoan.documents.reading.assignment.section_rows import names_sections
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in, is_giver
from congdoan.documents.reading.layout.front import NATION, PLACE_DAY
from congdoan.documents.reading.layout.markers import NAMED
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.closing import closes
from congdoan.documents.reading.outline.parts import (
    CLOSING,
    CONTENTS,
    SIGNATURE,
    UNKNOWN,
    part_of,
)
from congdoan.documents.reading.tasks.after_list import own_children
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sayings import (
    hands_over_beside,
    is_elsewhere,
    is_fact,
    is_finding,
    is_funding,
    is_member,
    is_name_alone,
    is_note,
    only_carries_out,
)
from congdoan.documents.reading.tasks.work import introduces_with_work, is_figure, orders, states_work

_NOTES = ("khau hieu", "(", "day la ", "do la ")
"""Notes that may bear a number or a sign as the work beside them does."""
_THEMES = frozenset({f"{NAMED}khau dot pha", f"{NAMED}dot pha"})
""" "Khâu đột phá 1: Nâng cao chất lượng cán bộ." over the work that makes it."""
_BLANKS = ("......", "………", "______")
_ANSWERS = re.compile(r"chiu trach nhiem (?:chung|truoc)[^.;]*[.;]?$")
_OPENS = re.compile(
    r"(?:can cu (?:luat|bo luat|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|phap lenh|dieu le"
    r"|hien phap)[^.]{0,400}[;.]$"
    r"|can cu|thuc hien [^.]{0,200}(?:xay dung|ban hanh) ke hoach|de nghi [^.]{0,160}:$|nham|xet de nghi)"
)
_SENTENCE_END = (".", ";", "./.", ".”", "…")
_LEAF_WORDS = 30
_HEAD_WORDS = 10
_TOPIC = 70
""" "Về chăm lo đoàn viên: Ban Chính sách lập danh sách ...": characters that a topic before a body may take."""


def why_no_task(found: Found, block: Block, folded: str) -> str | None:
    """The reason why a passage of the contents is no task, or None when it is one."""
    if block.table_head:
        return "table_head"
    if block.columns is not None:
        return _row_reason(found, block)
    if folded.startswith("(") and hands_over_beside(block, folded):
        return "assignment"
    said = _what_it_says(found, block, folded) or _whom_it_binds(found, block, folded)
    if said:
        return said
    if block.is_heading or not folded or _is_title(found, block) or titles_annex(block, folded):
        return "heading"
    if block.is_numbered:
        return _numbered_reason(found, block, folded)
    if block.marker is not None:
        return _bullet_reason(found, block, folded)
    if _heads_sentences(found, block, folded):
        return "heading"
    if hands_over_beside(block, folded):
        return "assignment"
    text = found.paper.text
    given = next(all_ordered_in(text, block.body, block.end, given_only=True), None)
    if given is not None and folded.endswith(".") and block.part == CONTENTS and acts(text, given, block.end):
        return None
    subject = found.subject(block.body, block.end)
    return None if _says_who_does(found, block, folded, subject) else _plain_reason(block, folded)


def _what_it_says(found: Found, block: Block, folded: str) -> str | None:
    """What a passage is that says of other things than work."""
    if says_about(found, block):
        return "detail"
    if is_note(folded) and (block.marker is None or folded.endswith("!") or folded.startswith(_NOTES)):
        return "note"
    if block.marker is None and (NATION.match(folded) or ("ngay" in folded and PLACE_DAY.fullmatch(folded))):
        return "basis"
    if is_funding(folded):
        return "funding"
    if is_fact(folded):
        return "facts"
    if is_name_alone(found.paper.text, block):
        return "signature"
    if any(blank in folded for blank in _BLANKS):
        return "data"
    return "facts" if is_member(found, block, folded) else None


def _whom_it_binds(found: Found, block: Block, folded: str) -> str | None:
    """What a passage is that closes the paper, binds everybody, tells of what is, or sends the reader elsewhere."""
    if closes(folded):
        return "closing"
    subject = found.subject(block.body, block.end)
    if subject and only_carries_out(subject, found.paper.folded[subject.rest : block.end]):
        return "closing"
    if answers_for_all(folded) or _ANSWERS.match(folded):
        return "assignment"
    if is_finding(found, block, folded) or _tells_of_passed(found, block, folded):
        return "situation"
    return "introduction" if is_elsewhere(folded) else None


def _tells_of_passed(found: Found, block: Block, folded: str) -> bool:
    """What stands under "I. Thông qua Báo cáo kết quả năm 2024": what the report says, unless it is also of plans."""
    over = block.parent
    if over is None or not over.is_numbered or found.reasons.get(over.at) != "situation" or orders(folded):
        return False
    return _PLANS.search(found.words(over)) is None or not states_work(folded)


_PLANS = re.compile(r"(?<![a-z])(?:phuong huong|nhiem vu|ke hoach|chuong trinh|muc tieu|giai phap)(?![a-z])")


def titles_annex(block: Block, folded: str) -> bool:
    """The line under "PHỤ LỤC" that says what the annex holds, also in small letters."""
    over = block.parent
    first = over is not None and over.marker is not None and over.marker.kind == "annex" and over.children[0] is block
    return first and block.marker is None and not folded.endswith((".", ";", ":"))


def _is_title(found: Found, block: Block) -> bool:
    """A line in capitals, such as the second line of "PHẦN THỨ NHẤT"."""
    return len(block_text := found.paper.text[block.body : block.end]) < 250 and block_text.isupper()


_TOTAL = re.compile(r"\W*(?:tong(?: so| cong)?|cong(?: chung| lai)?)\W*(?:\d[^a-z]*)?")


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
    if content is not None and _TOTAL.fullmatch(found.paper.folded, content.start, content.end):
        return "data"
    if content is not None and "lead" in columns and names_sections(found.paper, content):
        return "assignment"
    if not _says_anything(found, content):
        return "data"
    return "note" if content is None or content.end - content.start < 4 else None


def _says_anything(found: Found, content: Span | None) -> bool:
    """A cell with figures alone, as in a table of quotas, is no work."""
    return content is None or any(map(str.isalpha, found.paper.text[content.start : content.end]))


def _leads_group(block: Block, given: set[str]) -> bool:
    """Whether a row over others only says who leads these: they name no lead themselves."""
    return given <= {"lead", "cooperating", "both"} and not any("lead" in (row.columns or {}) for row in block.children)


def says_about(found: Found, block: Block) -> bool:
    if block.at not in found.about:
        found.about[block.at] = is_about(found.paper.text, found.paper.folded, block) or _tells_of_title(found, block)
    return found.about[block.at]


_MATTER = re.compile(r"(?:noi dung|chu de|the loai|hinh thuc|cach thuc)(?: (?:thi|thuc hien|to chuc|chinh))?\s?:\s*")


def _tells_of_title(found: Found, block: Block) -> bool:
    """ "- Nội dung: thi lý thuyết" beside "- Thời gian: ..." under "1. Hội thi điều dưỡng giỏi", which is the work."""
    over = block.parent
    matter = _MATTER.match(found.words(block))
    if over is None or not over.is_numbered or block.children or matter is None:
        return False
    at = block.body + matter.end()
    if found.paper.text[at : at + 1].isupper() and states_work(found.paper.folded[at : block.end]):
        return False
    if part_of(found.words(over), 1) != UNKNOWN:
        return False
    others = [child for child in over.children if child is not block]
    text, folded = found.paper.text, found.paper.folded
    return bool(others) and all(is_about(text, folded, child) for child in others)


def _real_children(found: Found, block: Block) -> list[Block]:
    """Children that are passages of their own, not lines about the block."""
    return [
        child
        for child in own_children(found, block)
        if child.part not in (CLOSING, SIGNATURE) and not says_about(found, child)
    ]


def _numbered_reason(found: Found, block: Block, folded: str) -> str | None:
    children = _real_children(found, block)
    if children and said_in(found.paper.text, found.paper.folded, block.body, block.end):
        return "introduction"
    marked = [child for child in children if child.marker is not None or child.columns is not None]
    if not children:
        if titles_part(block) and len(folded.split()) < 6:
            return "heading"
        return "target" if is_figure(folded) else None
    finished = folded.endswith(_SENTENCE_END)
    if any(child.data or child.table_head for child in children) and finished and states_work(folded):
        return None
    if folded.endswith(":") and introduces_with_work(block, folded):
        return "heading" if names_who_leads(found, block) else None
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
    if children and block.marker is not None and block.marker.kind in _THEMES:
        return "introduction"
    if is_figure(folded) and not states_work(folded):
        return "target"
    if not children:
        return "introduction" if folded.endswith(":") and len(folded.split()) < 12 else None
    if not folded.endswith((":", ",")) and folded.endswith(_SENTENCE_END):
        return None
    words = len(folded.split())
    if block.marker is not None and block.marker.kind.startswith(NAMED):
        return "introduction"
    works = (states_work(folded) or orders(folded)) and words >= 8
    return None if works and not (folded.endswith(":") and names_who_leads(found, block)) else "introduction"


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
    colon = found.paper.text.find(": ", block.body, min(block.end, block.body + _TOPIC))
    if colon > 0 and (subject is None or subject.loose):
        subject = found.subject(colon + 2, block.end)
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


def titles_part(block: Block) -> bool:
    """The heading that opens a part is a heading, whatever the part is for."""
    return (
        (block.is_numbered or block.is_heading)
        and (block.parent is None or block.parent.part != block.part)
        and block.part not in (CLOSING, SIGNATURE)
    )
