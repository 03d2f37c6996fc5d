"""The bodies that cooperate: "phối hợp với Văn phòng, Ban Tài chính"."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.units import Unit, units_from

_WITH = re.compile(
    r"(?:(?<!quy chế )(?<!chương trình )(?<!kế hoạch )[Pp]hối(?: kết)? hợp(?: chặt chẽ| thường xuyên)?\s(?:(?:với"
    r"|cùng(?: với)?)\s"
    r"|(?=[A-ZĐỦÐ]|(?:phòng|khoa|tổ|hội|đoàn|chi hội|trạm|đội|ngành|bộ phận) [A-ZĐ]|các\s|ủy ban|công đoàn"
    r"|lãnh đạo |ban |công an|chính quyền|người sử dụng lao động|thủ trưởng|giám đốc|hiệu trưởng"
    r"|nhà trường))(?:các đồng chí\s)?|[Cc]ùng với\s|[Kk]ết hợp (?:với|cùng)\s|(?<=, )cùng\s"
    r"|(?<=chủ trì )cùng\s|sự phối hợp của\s)"
)
_JOINING = ("hối hợp", "hối kết hợp", "ùng với", ", cùng ", "trì cùng ", "ết hợp ")
"""Nobody works with others without one of these; a look for them is quicker than a search."""
WITH_FIRST = re.compile(
    r"(?:Thứ \w+, |[A-Z]\w+ là,? )?(?:[Cc]hủ động |[Tt]hường xuyên |[Tt]iếp tục )?(?:[Cc]hủ trì,? (?:và )?)?"
    r"(?:[Pp]hối (?:kết )?hợp|Cùng với|Kết hợp với)"
)
""" "Thứ ba, phối hợp với hiệu trưởng ...", "Cùng với Hội Chữ thập đỏ ...": work that begins with whom it is done."""
_MARK = re.compile(r"[,;(]\s*|\bcó\s|\b[Gg]iao\s|\b[Mm]ời\s")
_BRACKET = re.compile(r"\s*\(\s*(?=phối hợp)")
_COOPERATES = re.compile(
    r"\s+(?:(?:là|làm) (?:đơn vị|cơ quan|bộ phận)\s)?(?:cùng\s)?(?:phối hợp(?!\s(?:với|cùng|chặt))"
    r"|(?<=cùng )(?:tham gia|làm|thực hiện)(?=,)"
    r"|(?:tham gia|hỗ trợ|cùng làm|cùng thực hiện)(?: (?:phối hợp|hỗ trợ|thực hiện))?(?=\s?(?:[.;)]|$)))"
)
_HELPING = ("phối hợp", "hỗ trợ", "tham gia", "cùng ")
"""Nobody helps without one of these; a look for them is quicker than a search."""


def cooperating_in(text: str, start: int, end: int) -> list[Unit]:
    """Bodies named after "phối hợp với" in a sentence."""
    found: list[Unit] = []
    if all(text.find(word, start, end) < 0 for word in _JOINING):
        return found
    for link in _WITH.finditer(text, start, end):
        units, _ = units_from(text, link.end(), end, small=True)
        found += units
    return found


_TOGETHER_WITH = re.compile(r"\s*(?:\([^()]*\)\s*)?,?\s?cùng(?: với)?\s(?:các đồng chí |đồng chí |đ/c )?", re.I)


def with_helpers(text: str, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The bodies of "Đồng chí A cùng Ban B chuẩn bị ...": who does it, and with whom."""
    for at, (before, after) in enumerate(pairwise(units), start=1):
        if _TOGETHER_WITH.fullmatch(text, before.span.end, after.span.start):
            return units[:at], units[at:]
    return units, []


def helpers_after(text: str, start: int, end: int) -> list[Unit]:
    """Bodies of "..., Văn phòng phối hợp"."""
    if all(text.find(word, start, end) < 0 for word in _HELPING):
        return []
    for link in _MARK.finditer(text, start, end):
        units, stop = units_from(text, link.end(), end)
        if units and _COOPERATES.match(text, stop, end):
            return units
    return []


_LABEL = re.compile(
    r"\s*(?:(?:các )?(?:đơn vị|cơ quan|bộ phận)\s)?(?:cùng )?phối hợp(?: thực hiện)?\s?(?::|là|gồm)\s", re.I
)

_ONLY_COOPERATES = re.compile(
    r"\s+(?:cùng\s)?(?:phối hợp|hỗ trợ|tham gia|giúp sức|cùng làm)(?: thực hiện| triển khai| phối hợp)?[\s.;]*$"
)


def only_helpers(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of a clause that says no more than who cooperates.

    "...; phối hợp: Công đoàn Trường", "...; phối hợp với Ban Tài chính", "...; Liên đoàn Lao động tỉnh phối hợp.".
    """
    label = _LABEL.match(text, start, end) or _WITH.match(text, start, end)
    if label is None:
        units, stop = units_from(text, start, end)
        return units if units and _ONLY_COOPERATES.match(text, stop, end) else []
    units, stop = units_from(text, label.end(), end)
    return units if units and not text[stop:end].strip(" .;") else []


def bracketed_helpers(text: str, start: int, end: int) -> list[Unit]:
    """Bodies of "(phối hợp với ...)" that stands directly after a section it is about."""
    bracket = _BRACKET.match(text, start, end)
    if bracket is None:
        return []
    return cooperating_in(text, bracket.end(), text.find(")", bracket.end(), end))


def without_bracketed(text: str, units: list[Unit]) -> list[Unit]:
    """The bodies that are not named in a bracket of their own."""
    return [unit for unit in units if not _opened(text, unit.span.start)]


def _opened(text: str, at: int) -> bool:
    before = text[max(0, at - 120) : at]
    return before.rfind("(") > before.rfind(")")
