"""Puts the head of a text together again whose words were torn over several lines, as copies from law sites have it.

"ỦY / BAN NHÂN DÂN / TỈNH NAM ĐỊNH", "QUYẾT / ĐỊNH", "Nam / Định, ngày 14 tháng 12 năm 2015", "Số: / 88/KH-UBND".
"""

from __future__ import annotations

from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import PLACE_DAY, is_place_and_day, type_of
from congdoan.documents.reading.layout.letters import vietnamese

_LINES = 40
_MOST = 3
"""Lines that one torn phrase takes."""
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\s?-\s?tu do\s?-\s?hanh phuc|dang cong san viet nam")
_NUMBER = re.compile(r"(?:luat )?so\s?:?\s?\d{1,5}[a-c]?(?:\s?[/-]\s?[a-z0-9]+)+")
_BAR = "|"
_ONE_WORD = re.compile(r"[^\W\d_]{2,6}")
_PLACE_WORDS = vietnamese(r"[A-ZÀ-ỸĐ][a-zà-ỹđ]{1,6}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]{1,6}){0,2}")
_ABBREVIATION = re.compile(r"[A-ZĐ]*[BCDGHKLMNPQRSTVXĐ]{3}[A-ZĐ]*|UBND|BCH|BTV")
_OPENS_BODY = re.compile(r"(?:Căn cứ|Thực hiện|Kính gửi|Xét |Tiếp tục|Điều 1|I[.-]|1[.)])")


def mend_head(items: list[SourceItem]) -> list[SourceItem]:
    """The same items, what was torn before the body in one line each; lone bars between the cells are dropped."""
    head: list[SourceItem] = []
    at = 0
    while at < min(len(items), _LINES):
        item = items[at]
        if not isinstance(item, SourceLine) or item.box or _OPENS_BODY.match(item.text):
            break
        count = _torn(items, at)
        if item.text != _BAR:
            head.append(_joined(items[at : at + count]))
        at += count
    return [*head, *items[at:]] if at else items


def _joined(lines: list[SourceItem]) -> SourceItem:
    first = lines[0]
    if len(lines) == 1 or not isinstance(first, SourceLine):
        return first
    return replace(first, text=" ".join(line.text for line in lines if isinstance(line, SourceLine)))


def _torn(items: list[SourceItem], at: int) -> int:
    """How many lines from index `at` on are one phrase that was torn."""
    lines: list[str] = []
    for item in items[at : at + _MOST]:
        if not isinstance(item, SourceLine) or item.text == _BAR or (lines and item.gap):
            break
        lines.append(item.text)
    for count in range(len(lines), 1, -1):
        if _is_phrase(" ".join(lines[:count])) and not any(_is_phrase(line) for line in lines[:count]):
            return count
    if len(lines) > 1 and (_begins_name(lines[0], lines[1]) or _begins_place(lines[0], lines[1])):
        return 2
    return 1


def _is_phrase(text: str) -> bool:
    """Whether a text is one whole line of a head: a kind of paper, a motto, place and day, a number."""
    folded = fold(text)
    if type_of(text) or _MOTTO.fullmatch(folded) or _NUMBER.fullmatch(folded):
        return True
    return is_place_and_day(text) and PLACE_DAY.fullmatch(folded) is not None and not text[:6].isupper()


def _begins_place(line: str, following: str) -> bool:
    """ "Nam" over "Định, ngày 14 tháng 12 năm 2015"."""
    return _PLACE_WORDS.fullmatch(line) is not None and is_place_and_day(following)


def _begins_name(line: str, following: str) -> bool:
    """ "ỦY" over "BAN NHÂN DÂN": one word in capitals names nobody."""
    return (
        line.isupper()
        and following.isupper()
        and _ONE_WORD.fullmatch(line) is not None
        and _ABBREVIATION.fullmatch(line) is None
    )
