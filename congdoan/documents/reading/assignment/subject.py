"""Who a sentence is about: "Giao Ban Tổ chức ...", "Ban Tài chính: ...", "Đối với các LĐLĐ huyện"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.loose_names import addressed, level_name, loose_name, short_name
from congdoan.documents.reading.assignment.unit_words import FUNCTION_WORDS, NO_BOARD, SHARES_OUT
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.layout.markers import ORDINAL
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.verbs import verb_at

_NAMES_ONE = r"[Cc]ử(?=\s(?:đồng chí|đ/c|ông|bà)\s[A-ZĐ])|[Ủủ]y quyền"
_ORDERS = (
    rf"{_NAMES_ONE}|[Gg]iao|[Ủủ]y nhiệm|[Pp]hân công|(?:[Kk]ính |[Tt]rân trọng )?[Đđ]ề nghị"
    r"|[Yy]êu cầu|GIAO|[Nn]hờ|(?:[Rr]ất |[Kk]ính )?[Mm]ong"
)
_IS_ORDER = re.compile(_ORDERS)
_NO_ORDER = rf"(?!{NO_BOARD}|lưu|thông|dịch|tiếp)"
""" "Họp giao ban LĐLĐ" gives nobody work."""
_BEFORE = re.compile(
    r"(?:(?P<order>Kiến nghị(?: với| đối với)?(?=\s[A-ZĐỦ][^.;:]{2,60}$|\scác\s[^.;:]{2,60}$)"
    rf"|{_ORDERS}|[Đđ]ối với|Riêng|[Tt]rách nhiệm (?:chung |cụ thể )?của|[Nn]hiệm vụ(?:(?:,"
    rf"| và) quyền hạn)?(?: chung| cụ thể)? của|ĐỐI VỚI|TRÁCH NHIỆM CỦA)"
    rf"\s{_NO_ORDER}(?:(?:nhiệm vụ|trách nhiệm)\s)?(?:cho\s)?)?"
    r"(?:[Cc]ác (?:đồng chí|đ/c|ông,? bà|ông \(bà\)):?\s(?=[A-ZĐỦ]|chuyên viên|ủy viên|trưởng|phó)"
    r"|(?:[Đđ]ồng chí|[Đđ]/[Cc])\s(?!(?:Phó )?[A-ZĐ][^,;.:]{2,30}, (?:Phó |Chủ tịch|Trưởng|Bí thư|Giám đốc|Ủy viên))"
    r"(?=[Tt]rưởng|[Pp]hó|[Cc]hủ tịch|[Bb]í thư|[Cc]hánh|[Gg]iám đốc|[Kk]ế toán|[Tt]hủ quỹ"
    r"|[Tt]ổ trưởng|[Tt]hư ký))?"
)
_HANDS = r"[Gg]iao(?<!àn giao)(?<!huyển giao)"
""" "Bàn giao nhà Mái ấm" gives nobody work."""
_ORDERED = re.compile(
    rf"\b(?:{_NAMES_ONE}|{_HANDS}|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu)\s{_NO_ORDER}(?:cho\s)?(?:các đồng chí\s)?"
)
_GIVEN = re.compile(rf"\b(?:{_NAMES_ONE}|{_HANDS}|[Pp]hân công)\s{_NO_ORDER}(?:cho\s)?(?:các đồng chí\s)?")
_ORDERING = ("iao", "hân công", "ề nghị", "êu cầu", "ử đồng", "ử đ/c", "ử ông", "ử bà", "y quyền")
"""Nothing is ordered without one of these; a look for them is quicker than a search."""
_AFTER = re.compile(r"\s*(?:\([^)]{0,160}\))?\s*(?P<mark>:|[-–—](?=\s)|,(?=\s))?\s*")
_LEAD_IN = re.compile(
    r"(?:Đối với|Căn cứ|Trên cơ sở|Theo|Hằng|Hàng|Định kỳ|Trước|Trong|Để|Nhằm|Sau|Khi|Từ|Đến|Vào|Ngoài"
    r"|Đồng thời|Bên cạnh"
    r"|Mỗi|Năm|Quý|Tháng|Chậm nhất|Ngay|Cùng với|Tùy|Song song)(?=[\s,])"
)
_OCCASION = re.compile(r"(?:Nhân|Dịp|Tại|Qua|Thông qua|Hưởng ứng|Ngoài ra|Trường hợp|Nếu)(?=[\s,])")
""" "Nhân dịp này, các công đoàn cơ sở tổ chức ...": after it stands a body only where that acts."""
_COMMAS = 4
_WHICH = re.compile(
    r"\s(?:không|chưa|có|đông|thuộc|ở|trên|từ|dưới|nằm|đóng|được|do|đã)\s[^,;:.]{2,70}?(?=(?P<then>\sthì)\s)"
    r"|\s(?:không|chưa|được|đã)\s[^,;:.]{2,70}?(?=,\s(?:đề nghị|yêu cầu)\s)"
)
_WHERE_TO_END = re.compile(
    r"\s(?:trong|thuộc|tại|ở|ngoài|nơi)\s[^;:.\n]{3,90}?(?=(?P<then>(?: cần| phải| cần phải)?)[.:]?$)"
)
""" "Đối với công đoàn cơ sở trong cơ quan, đơn vị sự nghiệp": a heading says to its end which of them."""
_UP_TO_COLON = re.compile(r"\s(?!chủ trì|phối hợp)[^;:.\n]{6,90}?(?=(?P<then>(?: cần| phải| cần phải)?)\s?:)")
""" "Đối với các đơn vị tham gia thí điểm mô hình: ..."."""
""" "Riêng công đoàn cơ sở không có bếp ăn thì ...": which of them."""


class Subject(NamedTuple):
    """`rest`: where the words after the bodies begin. `ordered`: introduced by "giao", "đề nghị" and the like.

    `loose`: the name has no word that only bodies' names begin with; it was cut at the verb.
    """

    units: list[Unit]
    rest: int
    ordered: bool
    loose: bool = False

    def moved(self, by: int, text: str) -> Subject:
        """The same `by` characters further on, with the names as `text` prints them."""
        spans = [Span(unit.span.start + by, unit.span.end + by) for unit in self.units]
        units = [Unit(text[at.start : at.end], at, unit.sure) for unit, at in zip(self.units, spans, strict=True)]
        return self._replace(units=units, rest=self.rest + by)


def subject_of(text: str, start: int, end: int) -> Subject | None:
    """The bodies with which a passage begins, perhaps after a basis or a time; None when it begins otherwise."""
    ordinal = ORDINAL.match(text, start, end)
    start = ordinal.end() if ordinal else start
    found = _subject_at(text, start, end)
    if (
        found is not None
        and not found.ordered
        and text.startswith((": giao ", ": phân công "), found.units[-1].span.end)
    ):
        given = _subject_at(text, found.rest, end)
        return given if given is not None and given.ordered else found  # "Nhà ăn: giao tổ giám sát kiểm tra ..."
    about = text.startswith("Đối với", start)
    occasion = found is None and _OCCASION.match(text, start, end) is not None
    if occasion or ((found is None or about) and _LEAD_IN.match(text, start, end)):
        at = start
        for _ in range(_COMMAS):
            at = text.find(", ", at, min(end, start + 400)) + 2
            if (
                at < 2
                or (not about and text.find(": ", start, at) >= 0)
                or text.count("(", start, at) > text.count(")", start, at)
            ):
                break
            later = _subject_at(text, at, end)
            if later is not None and (not (about or occasion) or acts(text, later, end)):
                return later
    return found


def _subject_at(text: str, start: int, end: int) -> Subject | None:
    if SHARES_OUT.match(text, start, end):
        return None
    before = _BEFORE.match(text, start, end)
    at = before.end() if before else start
    ordered = at > start and before is not None and _IS_ORDER.fullmatch(before["order"] or "") is not None
    units, stop = _listed_in_bracket(text, at, end) or units_from(text, at, end)
    if ordered:
        units, stop = _given_by_each(text, units, stop, end)
    loose = False
    if not units:
        named = loose_name(text, at, end, anything=ordered) or short_name(text, at, end)
        named = named or addressed(text, start, end) or level_name(text, at, end)
        if named is None:
            return None
        units, stop, loose = [named], named.span.end, True
    about = before is not None and text.startswith(("Riêng", "Đối với"), start)
    which = _WHERE_TO_END.match(text, stop, end) or _WHICH.match(text, stop, end) if about else None
    if which is None and before and text.startswith("Đối với ", start):
        which = _UP_TO_COLON.match(text, stop, end)
    if which:
        last = units[-1]
        name = text[last.span.start : which.end()]
        units, stop = [*units[:-1], Unit(name, Span(last.span.start, which.end()), sure=False)], which.end()
        stop = stop + len(which["then"] or "")
    after = _AFTER.match(text, stop, end)
    return Subject(units, after.end() if after else stop, ordered, loose)


_SOME = re.compile(
    r"(?:\d{1,2}|[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm) (?:đơn vị|địa phương|cơ quan|công đoàn|bộ phận)"
    r"(?: [^\W\d_][^():;.\n]{0,60})? \((?:gồm:? |là:? )?"
)


def _listed_in_bracket(text: str, start: int, end: int) -> tuple[list[Unit], int] | None:
    """ "04 đơn vị chưa nộp báo cáo (Công đoàn ngành Y tế, LĐLĐ huyện Hưng Hà)": the bodies that a bracket names."""
    some = _SOME.match(text, start, end)
    units, stop = units_from(text, some.end(), end) if some else ([], start)
    return (units, stop + 1) if len(units) > 1 and text.startswith(")", stop) else None


def ordered_in(text: str, start: int, end: int, given_only: bool = False) -> Subject | None:
    """The bodies that are given work inside a sentence ("... giao Văn phòng theo dõi ...").

    `given_only`: by "giao", "phân công" alone.
    """
    return next(all_ordered_in(text, start, end, given_only), None)


def all_ordered_in(text: str, start: int, end: int, given_only: bool = False) -> Iterator[Subject]:
    if all(text.find(word, start, end) < 0 for word in _ORDERING):
        return
    for order in (_GIVEN if given_only else _ORDERED).finditer(text, start, end):
        if SHARES_OUT.match(text, order.start(), end):
            continue
        units, stop = units_from(text, order.end(), end)
        units, stop = _given_by_each(text, units, stop, end)
        if units:
            yield Subject(units, stop, True)


_GIVES_ON = re.compile(r"\s(?:giao|phân công)\s(?=[A-ZĐ]|các |đồng chí)")
""" "Viện kiểm sát giao Văn phòng, Liên đoàn Lao động giao Ban Chính sách": the last of the list gives work itself."""


def _given_by_each(text: str, units: list[Unit], stop: int, end: int) -> tuple[list[Unit], int]:
    """The bodies to which each of two gives work, and where the last of them ends."""
    more = _GIVES_ON.match(text, stop, end) if len(units) > 1 else None
    if more is None:
        return units, stop
    others, after = units_from(text, more.end(), end)
    return ([*units[:-1], *others], after) if others else (units[:-1], units[-2].span.end)


_WORD = re.compile(r"[^\W\d_]+")

_MODAL = re.compile(r"(?:(?:cùng|cùng nhau|cần|phải|sẽ|được giao|được phân công|có nhiệm vụ|có trách nhiệm)\s)+")
"""What may stand between a body and what it does."""


def acts(text: str, subject: Subject, end: int) -> bool:
    """Whether what follows the bodies is work: a verb, or anything after a colon."""
    if ":" in text[subject.units[-1].span.end : subject.rest]:
        return True
    if text.startswith("xong ", subject.rest, end):
        return True
    if text.startswith(("căn cứ ", "dự kiến "), subject.rest, end):
        return True
    modal = _MODAL.match(text, subject.rest, end)
    at = modal.end() if modal else subject.rest
    return verb_at([word.lower() for word in _WORD.findall(text, at, min(end, at + 60))[:4]])


ONLY_DUTY = re.compile(
    r"[\s,]*(?:(?:có|chịu) (?:trách nhiệm|(?:các )?nhiệm vụ)|thực hiện|cần|tập trung|triển khai|tổ chức|chủ trì"
    r"|các|nội dung"
    r"|nhiệm vụ|việc|sau(?: đây)?|tốt|chính|theo|chức năng|căn cứ|một số|như|những|chủ yếu|trọng tâm|được|giao|chỉ đạo"
    r"|lãnh đạo|phải|lưu ý|khẩn trương|trực tiếp|tiếp tục|chủ động|phân công|sẽ|phối hợp|tăng cường"
    r"|quan tâm|cụ thể|công tác|[\s,])*[:.]?\s*$"
)
""" "Ủy ban có trách nhiệm thực hiện các nhiệm vụ sau:": words beside a name that say nothing else."""
_MORE_WORDS = 6


_ROOM = re.compile(
    r"(?:Phòng|Khoa|Tổ|Đội|Trung tâm|Trạm|Cục|Chi cục|Viện|Xưởng|Phân xưởng|Nghiệp đoàn|Hội|Hạt|Quỹ)\s[A-ZĐ]"
)


def names_only(text: str, subject: Subject, end: int, *, headed: bool = False) -> bool:
    """Whether a line holds only a name, of which the last words are not known: "1. Ban Chính sách pháp luật".

    `headed`: lines stand under it, so that a room's name may have a verb inside: "Trạm Quản lý bảo vệ rừng".
    """
    rest = text[subject.units[-1].span.end : end].strip()
    words = [word.lower() for word in _WORD.findall(rest)]
    if subject.ordered or len(words) > _MORE_WORDS or rest.endswith((".", ";", ":")) or not rest[:1].isalpha():
        return False
    if headed and len(subject.units) == 1 and _ROOM.match(text, subject.units[0].span.start):
        return not FUNCTION_WORDS & set(words)
    return not any(verb_at(words[at : at + 4]) for at in range(len(words)))


def whole_line(text: str, subject: Subject, end: int, *, headed: bool = False) -> list[Unit]:
    """The bodies of a line; the last takes the words after it when the line holds only names."""
    *others, last = subject.units
    if subject.rest >= end - 1 or not names_only(text, subject, end, headed=headed):
        return subject.units
    name = text[last.span.start : end].rstrip(" ,")
    return [*others, Unit(name, Span(last.span.start, last.span.start + len(name)), sure=not headed)]


_OUTSIDE = re.compile(
    r"(?:[Cc]ác )?(?:[Nn]gười sử dụng lao động|[Cc]hủ (?:doanh nghiệp|sử dụng|cơ sở|nhà trọ|hộ|đầu tư)|[Cc]hính quyền"
    r"|[Dd]oanh nghiệp|[Cc]ấp [ủu][yỷ]|[Ll]ãnh đạo |[Bb]an [Gg]iám|[Cc]huyên môn|[Tt]hủ trưởng|[Gg]iám đốc"
    r"|[Hh]iệu trưởng)"
)


_OWN_PEOPLE = re.compile(r"(?:Các )?[^\W\d_]+(?: [^\W\d_]+)? (?:viên|phán|ký|sĩ|sư|bộ|chức)|[ỦU][yỷ] viên .+")
""" "Thanh tra viên", "Kiểm sát viên": posts that many hold."""


def asks_others(text: str, subject: Subject, start: int) -> bool:
    """ "3. Công đoàn cơ sở / - Đề nghị người sử dụng lao động ...": what the body of a heading asks of others.

    "- Phân công ủy viên ban thường vụ phụ trách từng cụm", "- Cử Thẩm phán dự tập huấn": of its own people.
    """
    if text.startswith(("Phân công ", "Cử "), start):
        name = subject.units[0].name
        return subject.ordered and (subject.loose or name[0].islower() or _OWN_PEOPLE.fullmatch(name) is not None)
    asks = text.startswith(("Đề nghị ", "Kiến nghị "), start)
    return asks and subject.ordered and _OUTSIDE.match(subject.units[0].name) is not None


_BOARD = re.compile(
    r"(?:Ban Thường vụ|Ban Chấp hành|BTV|BCH|Thường trực|Đoàn Chủ tịch|Liên đoàn Lao động|LĐLĐ|Tổng Liên đoàn|Tỉnh ủy"
    r"|Thành ủy|Huyện ủy|UBND|Ủy ban nhân dân|Chủ tịch|Phó Chủ tịch|Thủ tướng|Bộ |Hội đồng nhân dân"
    r"|Công đoàn|[Đđ]ồng chí|Đảng ủy)"
)
_GIVES = re.compile(
    r"[\s,]*(?:cơ bản\s)?(?:yêu cầu|đề nghị|giao|kết luận|thống nhất|quyết định|phân công|quyết nghị"
    r"|chỉ đạo như sau|ghi nhận"
    r"|đánh giá cao|biểu dương(?! \d)|nhất trí|đồng ý|có ý kiến|hướng dẫn như sau|xây dựng (?:[Kk]ế hoạch"
    r"|[Cc]hương trình)[^.;]{0,80}"
    r"(?:như sau|phân công|cụ thể)|ban hành [^.;]{0,120}như sau)"
)


def is_giver(subject: Subject, text: str, end: int) -> bool:
    """Whether the body of a sentence gives work to others in it rather than does it."""
    last = subject.units[-1].span.end
    gives = _GIVES.match(text, last, end) if len(subject.units) == 1 else None
    if gives is None or SHARES_OUT.match(text, gives.end() - len("phân công"), end):
        return False
    return _BOARD.match(subject.units[0].name) is not None
