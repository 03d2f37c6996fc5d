"""Passages that became no task although they may be work: each gets a doubt that says so."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.subject import acts
from congdoan.documents.reading.assignment.units import units_from
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.learned.work import chance_of_work
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CLOSING, CONTENTS, FACTS, IMPLEMENTATION, SIGNATURE
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.reasons import REASONS
from congdoan.documents.reading.tasks.sentences import clauses
from congdoan.documents.reading.tasks.work import orders, states_work

_BY_A_DAY = re.compile(r"(?:truoc|cham nhat|hoan thanh|xong|trong)\s(?:ngay|thang|quy)?[^.;]{0,20}\d")
_REPORTS = re.compile(r"(?:bao cao|gui|nop|hoan thanh|trien khai)(?![a-z])")
_DUTY = re.compile(
    r"\s*(?:chủ trì|tham mưu|thẩm định|báo cáo|hướng dẫn|có trách nhiệm|chịu trách nhiệm|lập|bố trí"
    r"|cân đối)"
)
_FOLLOWS_UP = re.compile(
    r"(?:giam sat viec|bao cao|gui ve|so ket|tong ket|dinh ky|truoc ngay|hang (?:nam|quy|thang)|theo doi"
    r"|don doc)(?![a-z])"
)
_OPENS = re.compile(
    r"(?:can cu|thuc hien|trien khai|de |nham|theo |thi hanh|tiep tuc thuc hien|quan triet|kinh gui|xet )"
)
_OF_PAPER = re.compile(r"co hieu luc|kem theo|duoc neu tai")
_ITEM = re.compile(r"[\[(]?\d{1,3}[\].)]")
_AIM = re.compile(
    r"(?<![a-z])(?:phan dau|giam|tang|dat|it nhat|toi thieu|tren) [^.;:]{0,60}\d(?:[\d.,]*\d)?\s?(?:%|phan tram)"
)
_MEASURE = re.compile(r"[a-z ]{6,60}: (?:duoi |tren |dat |tu |it nhat )*\d[\d.,]*\s?(?:%|[a-z])")
""" "Doanh thu: 124 tỷ đồng." among the articles of a resolution."""
_ORDINAL = re.compile(r"(?:mot|hai|ba|bon|nam|sau|bay|tam) la,|thu (?:nhat|hai|ba|tu|nam|sau),|rieng ")
_NO_WORK = re.compile(
    r"(?:thoi gian|dia diem|thanh phan|ngay|tu ngay|tai |doi tuong|so luong|hinh thuc|moi |sang|chieu|tu )"
)
"""First words of facts: when, where, who."""
_LONG_SENTENCE = 8
_LONG_HEADING = 14
_SHORT = 6


_ADVISES = re.compile(
    r"tham muu [^.;]{0,60}(?:thanh lap|ban hanh|xay dung|kien toan|phan cong)"
    r"|(?:la|lam) (?:don vi |co quan |bo phan |noi )?dau moi"
)
""" "Tham mưu Ban Thường vụ thành lập đoàn kiểm tra tại nội dung 1", "là đơn vị đầu mối": may be work of its own."""
_LEADS_OWN = re.compile(
    r"(?:(?:theo|duoc) [^,.;]{4,40} )?(?:chi dao|theo doi|kiem tra|giam sat|don doc)"
    r"(?! (?:viec )?(?:thuc hien|to chuc))"
)
""" "Các đồng chí Phó Chủ tịch chỉ đạo các ban triển khai thực hiện"."""


def doubt_dropped(found: Found) -> None:
    """Warn of each passage whose reason why it is no task is weak."""
    worked = _with_tasks(found)
    for block in found.tree.blocks:
        reason = found.reasons.get(block.at)
        if reason in ("article", "assignment") and _MEASURE.match(found.words(block)):
            message = "Dòng này nêu con số phải đạt; có thể là chỉ tiêu."
            found.warn("maybe_target", message, block.start, block.end)
        elif reason == "purpose" and _AIM.search(found.words(block)):
            message = "Dòng này ở phần mục đích nhưng nêu con số; có thể là chỉ tiêu."
            found.warn("maybe_target", message, block.start, block.end)
        elif reason and (_may_be_work(found, block, reason, worked) or _reads_like_work(found, block, reason)):
            message = f"Đoạn này được bỏ qua ({REASONS[reason].lower()}) nhưng có thể là nhiệm vụ."
            found.warn("maybe_work", message, block.start, block.end)


_LIKELY = 0.5
"""How likely it must be that a passage is work after all."""


def _reads_like_work(found: Found, block: Block, reason: str) -> bool:
    if reason in ("heading", "basis") or block.part in (SIGNATURE, CLOSING) or block.table_head:
        return False
    return chance_of_work(found.words(block), block.part) > _LIKELY


_TOPIC_FIRST = re.compile(r"ve [a-z ]{3,40}, [a-z]")
""" "Về chỗ ở, hai dãy lán phải lợp lại mái trong tháng 10.": a plan told in running text."""
_CERTAIN = re.compile(
    r"(?:ghi nhan|bieu duong|danh gia cao|(?:co ban )?(?:nhat tri|thong nhat) (?:voi|thong qua"
    r"|danh gia)|thong qua bao cao)"
    r"|(?:quyet dinh|nghi quyet|chuong trinh|de an|quy che|ke hoach)(?: nay)? (?:co hieu luc|thay the)"
    r"|(?:thanh lap|kien toan)"
    r" [^.;]{3,160} gom (?:cac )?(?:ong|dong chi|thanh vien)"
)
"""What praises, what puts in force and who sits on a board are surely no work."""


def _with_tasks(found: Found) -> set[int]:
    """Blocks under which there are tasks."""
    worked: set[int] = set()
    for draft in found.drafts:
        over: Block | None = draft.block
        while over is not None and over.at not in worked:
            worked.add(over.at)
            over = over.parent
    return worked


def _may_be_work(found: Found, block: Block, reason: str, worked: set[int]) -> bool:
    folded = found.words(block)
    words = folded.count(" ") + 1
    if _is_row_of_work(block) and not block.children and reason not in ("assignment", "data"):
        return True
    if _CERTAIN.match(folded) or found.paper.text[block.body : block.end].isupper():
        return False
    if reason in ("basis", "introduction", "note") and _TOPIC_FIRST.match(folded) and words >= _LONG_SENTENCE:
        return folded.endswith(".")
    if reason in ("heading", "introduction"):
        return _heads_work(found, block, folded, words, has_tasks=block.at in worked or block.table_head)
    if reason == "situation" and block.part == CONTENTS:
        return True
    if reason == "funding" and _somebody_works(found, block):
        return True
    if reason in ("purpose", "situation", "facts", "funding"):
        return _gives(found, block, folded) or (reason == "facts" and _is_item(found, block, folded, words))
    if reason == "basis" and _orders_in_opening(folded, words):
        return True
    if reason in ("closing", "assignment") and block.part in (IMPLEMENTATION, CONTENTS):
        subject = found.subject(block.body, block.end)
        if subject and _LEADS_OWN.match(found.paper.folded, subject.rest, block.end):
            return True
    if reason == "assignment":
        return any(sign.search(folded) is not None for sign in (_FOLLOWS_UP, _BY_A_DAY, _ADVISES))
    if reason in ("closing", "basis"):
        listed = reason == "closing" and _ITEM.match(found.paper.text, block.start) is not None and words >= _SHORT
        return listed or (
            _BY_A_DAY.search(folded) is not None and _REPORTS.search(folded) is not None and _asks(folded)
        )
    return reason in ("note", "data") and words >= _SHORT and states_work(folded)


def _somebody_works(found: Found, block: Block) -> bool:
    """ "Kinh phí 6,8 tỷ đồng ...; hằng năm Ban Tài chính lập dự toán": a body that does something in a later clause."""
    text = found.paper.text
    for first, last in clauses(text, block.body, block.end)[1:]:
        often = _OFTEN.match(text, first, last)
        units, stop = units_from(text, often.end() if often else first, last)
        if units and verb_from(text, stop + 1):
            return True
    return False


_OFTEN = re.compile(r"(?:[Hh]ằng|[Hh]àng|[Mm]ỗi) (?:năm|quý|tháng),? ")


def _is_row_of_work(block: Block) -> bool:
    """A row that names who leads it, in a table of tasks."""
    return block.columns is not None and "lead" in block.columns and not (block.data or block.table_head)


def _heads_work(found: Found, block: Block, folded: str, words: int, *, has_tasks: bool) -> bool:
    """Whether a heading, or words that lead to items, say themselves what is to be done."""
    if folded.endswith((".", ";")) and words >= _LONG_SENTENCE and not _OF_PAPER.search(folded):
        subject = found.subject(block.body, block.end)
        if subject and not subject.ordered and acts(found.paper.text, subject, block.end):
            return True
    if folded.endswith(".") and words >= _LONG_SENTENCE and (_ORDINAL.match(folded) or _BY_A_DAY.search(folded)):
        return True
    if has_tasks:
        return words > _LONG_HEADING and folded.endswith((".", ";")) and states_work(folded)
    return words >= _SHORT and not found.paper.text[block.body : block.end].isupper() and states_work(folded)


def _is_item(found: Found, block: Block, folded: str, words: int) -> bool:
    """A whole sentence among facts, without a label before it: "- Mở chuyên mục trên báo, mỗi tháng hai kỳ."."""
    whole = block.marker is not None and not block.children and words >= _SHORT and folded.endswith(".")
    return whole and ":" not in folded and found.subject(block.body, block.end) is None and not _NO_WORK.match(folded)


def _orders_in_opening(folded: str, words: int) -> bool:
    """ "Một là, làm tốt ..." where a letter is still about why it is sent."""
    if words < _LONG_SENTENCE or _OPENS.match(folded) or folded.endswith("sau:"):
        return False
    return states_work(folded) or orders(folded)


def _gives(found: Found, block: Block, folded: str) -> bool:
    """Whether a passage of another part names a body and its duty, or a day by which something is done."""
    text = found.paper.text
    subject = found.subject(block.body, block.end)
    if subject and (subject.ordered or _DUTY.match(text, subject.units[-1].span.end, block.end)):
        return True
    if block.part == FACTS and folded.endswith(".") and subject and acts(text, subject, block.end):
        return True
    by_a_day = _BY_A_DAY.search(folded) is not None
    return orders(folded) or (by_a_day and (states_work(folded) or block.part == FACTS or subject is not None))


def _asks(folded: str) -> bool:
    return re.search(r"(?:de nghi|yeu cau|giao)\s", folded) is not None
