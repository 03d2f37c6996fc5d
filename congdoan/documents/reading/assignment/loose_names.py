"""Names of bodies that begin with no known word: "Giao nhóm chuyên gia lập ...", "Hộ kinh doanh có trách nhiệm ..."."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_words import ENDS_LIKE_VERBS, FUNCTION_WORDS
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.letters import word_table
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.verbs import verb_at

_TOKEN = re.compile(r"[^\s]+")
_NO_BODY = word_table(
    """
việc|công|kinh|nội|kết|thời|nguồn|mức|hồ|báo|quy|chế|đại|hội|nhiệm|chỉ|trách|mọi|khi|nếu|nhằm|qua|sự|tỷ|tổng|mục|số|tên
giá|phí|ý|khoản|điểm|điều|giải|tiết|phần|chương|riêng|còn|toàn|nhóm nhiệm|vấn|tình|hình|căn|quá|hoạt|phong|mô
"""
)
"""First words that begin no body's name."""
_TOGETHER = frozenset(("các", "những", "toàn", "mọi"))
_MANY = frozenset({"các", "những", "từng", "mỗi", "nhóm", "đội", "chủ", "hộ"})
_DUTIES = (
    r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phụ trách|căn cứ|tham mưu|theo dõi|là (?:cơ quan"
    r"|đơn vị|đầu mối))(?!\w)"
)
_DUTY = re.compile(rf"\s+{_DUTIES}")
_SOME_DUTY = re.compile(_DUTIES)
"""In whatever _DUTY matches, and sooner not found: the search passes over all letters that begin none."""
_IN_CHARGE = re.compile(r"(?P<name>[^\W\d_][^,;:.()“”\n]{3,60}?)\s(?:phụ trách|chủ trì)\s")
_AT_END = re.compile(r"(?P<name>[^\W\d_][^,;:.()“”\n]{3,60}?)\s(?:phụ trách|chủ trì|thực hiện|đảm nhận)[.;]?\s*")
_GIVES = re.compile(r"\s(?:do|thì|giao|giao cho)\s")
""" "Phần II do Ban Tuyên giáo chủ trì": words that lead on to a body are not the beginning of its name."""
_MOST_WORDS = 14
_MOST_LETTERS = 160


def loose_name(text: str, start: int, end: int, *, anything: bool) -> Unit | None:
    """The words from `start` up to a verb of duty, or of any work when `anything`; None when no name; never sure."""
    stop = None
    limit = min(end, start + _MOST_LETTERS)
    if not _may_begin(text, start, limit, anything):
        return None
    tokens = list(_TOKEN.finditer(text, start, limit))[: _MOST_WORDS + 3]
    words = [token.group().strip(',.;:()"“”').lower() for token in tokens]
    if words[0] in _TOGETHER and words[1:2] and words[1] in _NO_BODY:
        return None
    if words[0] in _NO_BODY or words[0] in FUNCTION_WORDS or verb_at(words):
        return None
    for at in range(1, min(len(words), _MOST_WORDS)):
        before = tokens[at - 1].end()
        if tokens[at - 1].group()[-1] in ";.:":
            return None
        if _DUTY.match(text, before, end) or (anything and _is_verb(tokens[at].group(), words, at)):
            stop = before
            break
    name = text[start:stop].rstrip(" ,") if stop else ""
    return Unit(name, Span(start, start + len(name)), sure=False) if name and not _GIVES.search(name) else None


_SHORT = re.compile(r"[A-ZĐ]{2,8}(?:[-&.][A-ZĐ]{1,6})*(?=\s[a-zđ])")
_NO_SHORT = frozenset(
    ("TP", "KCN", "KKT", "TT", "STT", "QĐ", "KH", "NQ", "PCT", "HTX", "ATVSLĐ", "CNTT", "PCCC", "CNVCLĐ", "CNLĐ")
)


_ADDRESSED = re.compile(
    r"Đối với (?P<name>(?:các |những |toàn thể )?(?:doanh nghiệp|người sử dụng lao động"
    r"|chủ sử dụng lao động|người lao động"
    r"|đoàn viên|hội viên|đơn vị|cơ quan|hộ kinh doanh|hợp tác xã|địa phương|nhà trường|giáo viên"
    r"|học sinh|sinh viên|chủ nhà trọ"
    r"|cá nhân|tập thể|nhà thầu|đảng viên|cán bộ|công nhân|nhân dân|người dân|gia đình)[^,:.;\n]{0,60}?)\s*(?=:|\n|$)"
)


def addressed(text: str, start: int, end: int) -> Unit | None:
    """ "Đối với doanh nghiệp:": whom the lines under it are for, in small letters; never sure."""
    found = _ADDRESSED.match(text, start, end)
    return Unit(found["name"], Span(*found.span("name")), sure=False) if found else None


_LEVEL = re.compile(
    r"Cấp (?:huyện|quận|xã|phường|cơ sở|trên(?: trực tiếp)?(?: cơ sở)?)"
    r"(?:(?:, | và )(?:cấp )?(?:quận|xã|phường|ngành|cơ sở|thị xã|thành phố|tương đương|đặc khu)(?![^\W\d_]))*"
    r"(?= (?P<does>[^\W\d_]+(?: [^\W\d_]+){0,5}))"
)


def level_name(text: str, start: int, end: int) -> Unit | None:
    """ "Cấp huyện và tương đương lựa chọn ...": a level whose bodies do what a sentence says; never sure."""
    level = _LEVEL.match(text, start, end)
    if level is None:
        return None
    words = level["does"].lower().split()
    words = words[1:] if words[0] in ("cần", "phải", "sẽ", "tự", "được") else words
    if not verb_at(words[:4]):
        return None
    return Unit(level.group(), Span(start, level.end()), sure=False)


def short_name(text: str, start: int, end: int) -> Unit | None:
    """ "CT cung cấp danh sách ...": letters that stand for a body, directly before what it does; never sure."""
    letters = _SHORT.match(text, start, end)
    if letters is None or letters.group() in _NO_SHORT:
        return None
    after = text[letters.end() + 1 : letters.end() + 60].split()[:4]
    if not verb_at([word.strip(",.;:()").lower() for word in after]):
        return None
    return Unit(letters.group(), Span(start, letters.end()), sure=False)


def unknown_in_charge(text: str, start: int, end: int) -> Unit | None:
    """The words before "phụ trách", "chủ trì" that begin a clause: "cán bộ kế toán phụ trách mục 3"; never sure."""
    charge = _IN_CHARGE.match(text, start, end)
    if charge is None or _GIVES.search(charge["name"]) or verb_at(charge["name"].lower().split()[:4]):
        return None
    first, *others = (word.lower() for word in charge["name"].split())
    if first in _NO_BODY or first in FUNCTION_WORDS or (first in _TOGETHER and others and others[0] in _NO_BODY):
        return None
    return Unit(charge["name"], Span(charge.start("name"), charge.end("name")), sure=False)


def unknown_at_end(text: str, start: int, end: int) -> Unit | None:
    """The words of a last sentence that only says who: "... Công chức văn hóa - xã hội thực hiện."; never sure."""
    stop = max(text.rfind(". ", start, end - 2), text.rfind("; ", start, end - 2))
    charge = _AT_END.fullmatch(text, stop + 2, end) if stop > start else None
    if charge is None or verb_at([word.lower() for word in charge["name"].split()[:4]]):
        return None
    return Unit(charge["name"], Span(charge.start("name"), charge.end("name")), sure=False)


def _may_begin(text: str, start: int, limit: int, anything: bool) -> bool:
    """A quick no for the many passages that begin with no name."""
    letter = text[start : min(start + 1, limit)]
    if letter.isalpha() and letter.isupper():
        return anything or bool(_SOME_DUTY.search(text, start, limit) and _DUTY.search(text, start, limit))
    first = _TOKEN.match(text, start, limit) if anything else None
    return first is not None and first.group() in _MANY


def _is_verb(printed: str, words: list[str], at: int) -> bool:
    return (
        printed[0].islower() and verb_at(words[at : at + 4]) and f"{words[at - 1]} {words[at]}" not in ENDS_LIKE_VERBS
    )
