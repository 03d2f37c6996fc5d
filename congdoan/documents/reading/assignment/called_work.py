"""Work that a clause calls by some of its words: "riêng nội dung tư vấn pháp luật do Trung tâm Tư vấn chủ trì"."""

from __future__ import annotations

from collections.abc import Sequence

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import remainder_in
from congdoan.documents.reading.assignment.shortened import is_shortened
from congdoan.documents.reading.assignment.subject import Subject
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.layout.fold import fold, words_alone
from congdoan.documents.reading.layout.letters import word_table
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import ARTICLES, IMPLEMENTATION
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_NOUN = r"(?:noi dung|nhiem vu|phan viec|phan|viec|hoat dong|cong viec|cong tac|ke hoach|mang|linh vuc|khau)"
_APART = r"(?:rieng|con|trong do|tru|ngoai tru|doi voi|rieng doi voi|voi|ve|rieng ve)"
_OPENS = re.compile(rf"[,;]?\s?\(?(?:{_APART} )?(?:cac )?(?:{_NOUN}\s)?")
_TO_BODY = re.compile(r"(?:[\s,:]|(?<![a-z])(?:do|giao|cho|thi|thuoc ve|thuoc trach nhiem cua|phan cong|dong chi))*$")
"""Between the words for the work and the body that is given it."""
_LED = re.compile(
    r"(?<![a-z])(?:chu tri|phu trach|dam nhan|dam nhiem|dam trach)(?: tham muu| to chuc| trien khai| thuc hien)*"
    rf" (?:cac )?{_NOUN}\s(?P<words>[a-z][^.;:(\"]{{3,140}})"
)
_LED_ALONE = re.compile(
    r"\s*(?:truc tiep )?chu tri(?: tham muu| to chuc| trien khai| thuc hien| viec| cac| buoi| lop| dot)*"
    r"\s(?P<words>[a-z][^.;:(\"]{3,140})"
)
""" "2. Sở Tư pháp / - Chủ trì biên soạn tờ gấp": the whole clause calls work that stands in the contents."""
_LATE = re.compile(rf"[,;]?\s?\(?{_APART} ")
_LINK = re.compile(r",\s|\sthì\s")
_DUTY = re.compile(r"\s(?:chủ trì|phụ trách|đảm nhận|đảm nhiệm|đảm trách|chịu trách nhiệm|thực hiện|lo)(?!\w)")
_LONGEST = 200
_BESIDE = re.compile(rf"\s?(?:va|cung voi|,)\s(?:ca )?(?:cac )?(?P<words>{_NOUN}\s[a-z][^.;:,(\"]{{6,120}})")
"""After sections, more work called by its words: "chủ trì mục 4 và kế hoạch phát triển đảng viên"."""
_INSIDE = re.compile(
    rf"(?<![a-z])(?:cac )?{_NOUN}\s(?P<words>[a-z][^.;:()\"]{{6,160}}?),?\s(?:neu |ghi )?(?:tai|cua|thuoc|trong|o)\s$"
)
""" "... nội dung tổ chức học tập Nghị quyết tại | nhóm nhiệm vụ 1": only that of the section."""
_FIRST = re.compile(rf"(?:(?:ve|cac|{_NOUN}) )+")
_LEAST = 3
"""Words that tell one task from the others."""
_SAY_NOTHING = word_table(
    "duoc|giao|phan|cong|neu|ghi|cu|the|lien|quan|sau|con|lai|chinh|chu|yeu|trong|tam|thuc|hien|trien|khai"
    "|muc|chi|tieu|giai|phap|nhiem|vu|noi|dung|va|cac|tat|ca|toan|bo|tren|cua"
)


_TAKES_OUT = re.compile(rf"[,;]?\s?\(?(?:rieng|tru|ngoai tru) (?:cac )?{_NOUN}\s[a-z]")


def late_body(text: str, start: int, end: int) -> Subject | None:
    """The body of "còn nội dung tư vấn thì Ban Nữ công chủ trì": after what the clause is about."""
    if _LATE.match(fold(text[start : start + _LONGEST])) is None:
        return None
    for link in _LINK.finditer(text, start, min(end, start + _LONGEST)):
        units, stop = units_from(text, link.end(), end)
        if units and _DUTY.match(text, stop, end):
            return Subject(units, stop, ordered=False)
    return None


def tasks_of_contents(found: Found) -> list[Draft]:
    """The tasks that words may call."""
    return [draft for draft in found.drafts if draft.block.part not in (IMPLEMENTATION, ARTICLES)]


def given_by_words(found: Found, tasks: list[Draft], start: int, end: int, units: Sequence[Unit]) -> list[Draft]:
    """The one of `tasks` of which a clause that calls it by its words alone says that `units` have it."""
    words = found.paper.folded[start:end]
    at = units[0].span.start - start if units else 0
    if 0 < at < len(words) and (_DUTY.match(found.paper.text, units[-1].span.end) or _ends(words, units, start)):
        return _meant(found, tasks, _before(words[:at]), Span(start, end))
    call = _LED.search(words) or _LED_ALONE.match(words)
    return _meant(found, tasks, call["words"], Span(start, end)) if call else []


def takes_out(folded: str, start: int, end: int, units: Sequence[Unit]) -> bool:
    """ "Riêng nội dung tư vấn lưu động do Văn phòng chủ trì": of work that was given before, not new work."""
    inside = bool(units) and start < units[0].span.start < end
    return inside and _TAKES_OUT.match(folded[start:end]) is not None


def _before(words: str) -> str:
    """What a clause says before the body that has it, without the words around it."""
    opens, links = _OPENS.match(words), _TO_BODY.search(words)
    return words[opens.end() if opens else 0 : links.start() if links else len(words)]


def _ends(words: str, units: Sequence[Unit], start: int) -> bool:
    return not words[units[-1].span.end - start :].strip(" .;,)")


def beside(found: Found, tasks: list[Draft], start: int, end: int) -> list[Draft]:
    """The task that words after the last section of a clause call."""
    call = _BESIDE.match(found.paper.folded, start, end)
    return _meant(found, tasks, call["words"], Span(start, end)) if call else []


def only_inside(
    found: Found, tasks: list[Draft], start: int, reference: int, blocks: Sequence[Block]
) -> tuple[bool, list[Draft]]:
    """Whether the words before a section say that only some of it is meant, and the task of it that they call."""
    call = _INSIDE.search(found.paper.folded[start:reference])
    if call is None or not any(block.children for block in blocks):
        return False, []
    if len([word for word in call["words"].split() if word.strip(",") not in _SAY_NOTHING]) < _LEAST:
        return False, []
    inside = [draft for draft in tasks if any(draft.block.under(block) for block in blocks)]
    return True, _meant(found, inside, call["words"], Span(start, reference))


def _meant(found: Found, tasks: list[Draft], words: str, passage: Span) -> list[Draft]:
    """The one of `tasks` in which the words stand together, or all of them in their order."""
    wanted = words_alone(words)
    first = _FIRST.match(f"{wanted} ")
    calls = {wanted, wanted[first.end() :] if first else wanted}
    for call in sorted(calls, key=len, reverse=True):
        if call.count(" ") + 1 < _LEAST:
            continue
        begins, ends = call.partition(" ")[0], call.rpartition(" ")[2]
        near = [draft for draft in tasks if begins in (said := _words(found, draft)) and ends in said]
        near = [draft for draft in near if not draft.start <= passage.start < draft.end]
        for holds in (_holds, is_shortened):
            meant = [draft for draft in near if holds(call, _words(found, draft))]
            if len(meant) == 1:
                return meant
            if meant:
                break
    return []


def _holds(wanted: str, words: str) -> bool:
    return f" {wanted} " in f" {words} "


def _words(found: Found, draft: Draft) -> str:
    words = found.bare.get(draft.start)
    if words is None:
        words = found.bare[draft.start] = words_alone(found.paper.folded[draft.start : draft.end])
    return words


_AFTER_REST = re.compile(r",?\s(?:thì\s)?")


def after_rest(found: Found, start: int, end: int) -> Subject | None:
    """The body after what is left: "Các nội dung chưa phân công, Ban Tài chính chủ trì"."""
    left = remainder_in(found.paper.folded, start, end)
    if left is None or left.start() - start > len("đối với "):
        return None
    at = _AFTER_REST.match(found.paper.text, left.end(), end)
    subject = found.subject(at.end(), end) if at else None
    return subject if subject and not (subject.ordered or subject.loose) else None
