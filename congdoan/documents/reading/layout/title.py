"""Finds the lines of the title: the kind of paper and its subject, between letterhead and body."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import (
    OPENING,
    SUBJECT_MARK,
    is_place_and_day,
    is_rule,
    type_before_subject,
    type_of,
)
from congdoan.documents.reading.layout.joining import Measure
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.text_lines import first_word

_FIRST_LINES = 40
_MOST_SUBJECT_LINES = 7


def find_title(items: list[SourceItem], shape: Measure) -> tuple[int, int]:
    """The index of the line that names the kind of paper, and that of the first line of the body.

    The lines between are the subject. (-1, -1) when no line names the kind.
    """
    for at, item in enumerate(items[:_FIRST_LINES]):
        if isinstance(item, SourceLine) and _ADDRESS.match(item.text):
            break
        if isinstance(item, SourceLine) and type_of(item.text):
            return at, _subject_end(items, at + 1, shape)
    for at, item in enumerate(items[:_FIRST_LINES]):
        if not isinstance(item, SourceLine) or _LETTER.match(item.text) or marker_of(item.text):
            break
        if joined := type_before_subject(item.text):
            goes_on = _is_begun(item.text[joined[1] :], items, at + 1)
            return at, _subject_end(items, at + 1, shape, capitals=not goes_on)
    return -1, -1


_BEGUN = re.compile(
    r"(?:chi tiet|cu the|trien khai|to chuc|thuc hien|trien khai thuc hien|hop|cuoc hop|lam viec|kiem tra|giam sat"
    r"|kiem tra, giam sat|hoat dong|cong tac|ket qua|so ket|tong ket|phat dong|tham gia|xay dung|ban hanh|hoi nghi)"
)
_LONGEST_SUBJECT = 160


def _is_begun(words: str, items: list[SourceItem], at: int) -> bool:
    """ "KẾ HOẠCH TRIỂN KHAI" over "Tháng Công nhân năm 2023": words that need those of the next line."""
    line = _text(items[at]) if at < len(items) else ""
    if _BEGUN.fullmatch(fold(words).strip(" .:")) is None or not line or line.isupper():
        return False
    meets = fold(words).strip().startswith(("hop", "cuoc hop", "hoi nghi")) and line.startswith("Ban ")
    body = (
        (OPENING.match(line) and not meets)
        or _MEETS.match(line)
        or is_rule(line)
        or is_place_and_day(line)
        or _is_item(line)
    )
    return not body and len(line) < _LONGEST_SUBJECT and not line.endswith((".", ":", ";"))


_PASSED_BY = re.compile(r"(?:CỦA|HỘI NGHỊ|ĐẠI HỘI|KỲ HỌP|BAN |ĐOÀN CHỦ TỊCH)")
_MEETS = re.compile(
    r"(?:Hội nghị|Đại hội|Kỳ họp)[^\n]{0,200}?\s(?:họp ngày|đã (?:thảo luận|nghe|thống nhất|tiến hành|quyết))"
)
_CHAPTER = re.compile(r"(?:PHẦN|CHƯƠNG|Phần|Chương) (?:thứ |THỨ )?\w{1,5}[.:]?")
_ADDRESS = re.compile(r"K[ÍI]NH GỬI|Kính gửi")
"""A paper whose addressees stand before the name of any kind is a letter; a form may follow it."""
_LETTER = re.compile(r"(?:Kính gửi|KÍNH GỬI|V/v|V/V|Về việc|Căn cứ|Thực hiện)")


_PERIOD = re.compile(r"(?:Năm học|NĂM HỌC|Năm|Quý|Học kỳ|Giai đoạn|Niên khóa) [^.:;]*$")
_SHORT = 60
""" "KẾ HOẠCH THÁNG 9 / Năm học 2022 - 2023"."""


def _subject_end(items: list[SourceItem], first: int, shape: Measure, *, capitals: bool = False) -> int:
    """With `capitals`, only lines in capitals go on with a subject that began in capitals on the line of the title."""
    at = first
    while at < len(items) and at - first < _MOST_SUBJECT_LINES:
        item = items[at]
        if not isinstance(item, SourceLine) or is_rule(item.text) or len(item.text) > 250:
            break
        if _is_item(item.text) and not (at > first and _ends_range(item.text, _text(items[at - 1]))):
            break
        period = _PERIOD.match(item.text) is not None and len(item.text) < _SHORT
        if (capitals and not (_has_no_small(item.text) or period)) or is_place_and_day(item.text):
            break
        if at > first and item.text.isupper() and not _in_capitals(items[first]):
            break
        if at > first and _begins_column(item, items[at - 1], shape):
            break
        if at > first and item.gap and OPENING.match(f"{item.text} {_next(items, at)}"):
            break
        if at > first and item.gap and _is_sentence(items, at):
            break
        if at > first and _fills_after_short(item, items[at - 1], shape) and _is_paragraph(items, at):
            break
        if at > first and (_opens_body(item, items[first], shape) or _leaves_capitals(item, items[first])):
            break
        at += 1
        if item.text.endswith((".", ";", ":")) and len(item.text) > 60:
            return at - 1
    return at


def _fills_after_short(item: SourceLine, before: SourceItem, shape: Measure) -> bool:
    """A line that fills the page after one that did not: where a paragraph begins."""
    if not isinstance(before, SourceLine):
        return False
    if item.box is not None and shape.right and before.box is not None:
        return item.box.x1 > shape.right - 12 and before.box.x1 < shape.right - 30
    reach = shape.reach or 0.0
    return len(item.text) > _FULL * reach > 0 and len(before.text) + len(first_word(item.text)) < _SHORTER * reach


def _begins_column(item: SourceLine, before: SourceItem, shape: Measure) -> bool:
    """The first line of a column under a subject as wide as the page."""
    if not isinstance(before, SourceLine) or before.column or not item.column or item.box is None:
        return False
    return item.text[0].isupper() and item.box.x0 < shape.left + _INDENT


_TWO_SENTENCES = re.compile(r"[^\W\d_]\.\s+[A-ZĐ]")
_LINES = 4
_INDENT = 45
_FULL, _SHORTER = 0.85, 0.9
_LONG = 220


def _is_paragraph(items: list[SourceItem], at: int) -> bool:
    """Whether the lines from here on are more than a subject holds, or lead on to what follows."""
    text = _sentences(items, at, 2 * _LINES)
    return len(text) > _LONG or text.endswith(":") or _TWO_SENTENCES.search(text) is not None


def _is_sentence(items: list[SourceItem], at: int) -> bool:
    """Whether a paragraph of whole sentences begins at an empty line, as no subject does."""
    return _TWO_SENTENCES.search(_sentences(items, at, _LINES)) is not None


def _sentences(items: list[SourceItem], at: int, most: int) -> str:
    """The words of up to `most` lines without an empty one between; "" where no sentence begins."""
    text = _text(items[at])
    if not text[:1].isupper() or text.isupper():
        return ""
    for following in items[at + 1 : at + most]:
        if not isinstance(following, SourceLine) or following.gap or _is_item(following.text) or text.endswith(":"):
            break
        text = f"{text} {following.text}"
    return text


def _next(items: list[SourceItem], at: int) -> str:
    return _text(items[at + 1]) if at + 1 < len(items) else ""


def _is_item(text: str) -> bool:
    """A numbered line; "V/v" is no Roman number, nor is the "II NĂM 2025" of "QUÝ / II NĂM 2025" a section."""
    marker = marker_of(text)
    if marker is None or SUBJECT_MARK.match(fold(text)) is not None:
        return False
    return marker.kind != "roman" or not text[: marker.length].strip().isalpha()


_LAST_YEAR = re.compile(r"(?:19|20)\d\d$")
_NEXT_YEAR = re.compile(r"[-–] ?(?:NĂM |năm )?(?:19|20)\d\d")


def _ends_range(text: str, before: str) -> bool:
    """ "... GIAI ĐOẠN 2022" over "- 2025, TẦM NHÌN ĐẾN NĂM 2030"."""
    return _NEXT_YEAR.match(text) is not None and _LAST_YEAR.search(before) is not None


def _leaves_capitals(item: SourceLine, subject: SourceItem) -> bool:
    """After a subject in capitals a line in small letters is the body, unless the capitals only say who passed it."""
    if item.text.endswith(":"):
        return True
    return _in_capitals(subject) and not _has_no_small(item.text) and not _PASSED_BY.match(_text(subject))


def _text(item: SourceItem) -> str:
    return item.text if isinstance(item, SourceLine) else ""


def _has_no_small(text: str) -> bool:
    """Capitals, or nothing but figures: the "2028" of "NHIỆM KỲ 2023 - / 2028"."""
    return text == text.upper()


def _in_capitals(item: SourceItem) -> bool:
    return isinstance(item, SourceLine) and item.text.isupper()


def _opens_body(item: SourceLine, subject: SourceItem, shape: Measure) -> bool:
    if OPENING.match(item.text) or _MEETS.match(item.text) or type_of(item.text) or _CHAPTER.fullmatch(item.text):
        return True
    if isinstance(subject, SourceLine) and subject.bold and not item.bold:
        return True
    if item.box is None or not shape.right:
        return False
    indent = item.box.x0 - shape.left
    return item.box.x1 > shape.right - 4 and 9 < indent < 60
