"""Lines of a text without a page: which of them a margin cut, and what a sentence cut anywhere still shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.layout.front import OPENING
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.markers import marker_of

ENDS = (".", ";", ":", "!", "?", "…", ".”", '."', "./.")
LEAST_WRAPPED, MOST_WRAPPED = 40, 130
"""Characters of a full line of a text that a margin cut."""
_LEAST_SURE = 4
_LEAST_TORN, _TORN_PART = 3, 40
_CLOSE = 6
"""Characters; printed letters differ in width, so lines of one margin differ in length."""
_OPENS = re.compile(r"(?:Trên đây|Căn cứ |Xét |Theo đề nghị |Nơi nhận|Kèm theo|Ghi chú|Giao |Đề nghị |Yêu cầu )")
_STROKES = ("/", "-", "–")
_OPEN_END = vietnamese(r"(?:[A-ZÀ-ỸĐa-zà-ỹđ\d)][/-]|\s[-–])$")
"""A symbol cut after its stroke ("145/", "41/HD-"), or a name cut after its dash ("Chính sách -")."""
_CUT_SYMBOL = vietnamese(r"[A-ZÀ-ỸĐa-zà-ỹđ\d][/-]$")
_CUT_PERCENT = (re.compile(r"\d,$"), re.compile(r"\d{1,2}\s?%"))


_LEADING = frozenset(
    (
        *("của", "và", "về", "theo", "tại", "với", "từ", "đến", "là", "các", "những", "mỗi", "từng", "cho", "bằng"),
        *("trong", "do", "bởi", "để", "hoặc", "giữa", "như", "nếu", "mà", "Luật", "Nghị", "Quyết", "Giao"),
        "Tổng",
    )
)
"""Words that no paragraph ends with."""
_COUNTING = frozenset(
    (
        *("số", "ngày", "tháng", "năm", "quý", "trước", "sau", "Điều", "khoản", "điểm", "mục", "phần", "khóa", "thứ"),
        *("kỳ", "hơn", "gần", "khoảng", "thiểu", "nhất", "đa", "Chương", "Mục", "Phần", "Quý", "Tháng", "Ngày"),
    )
)
"""Words that a number belongs to; without one they may end a heading ("Chuyển đổi số", "Quan điểm")."""
_NUMERAL = re.compile(r"\d[\d.,/]*\S*|[IVXLC]+(?:[/.,;)]\S*)?")


_POST_ALONE = re.compile(
    r"\S{1,4}[.)]\s(?:Phó )?(?:Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Bí thư|Hiệu trưởng|Trưởng|Chánh án|Viện trưởng)"
)
_ORGAN = re.compile(
    r"(?:Ủy ban|UBND|Hội đồng|HĐND|Sở|Ban|Bộ|Công ty|Tập đoàn|Tổng|Tòa|Viện|Liên đoàn|LĐLĐ|Công đoàn|các )"
)
"""A post that begins an item, and the body on the next line whose it is."""


def leads_on(before: str, line: str) -> bool:
    """Whether the last word of a line needs what the next line begins with.

    "Luật" may end a title ("Phổ biến Luật"); a line with a marker is then an item under it.
    """
    last = before[before.rfind(" ") + 1 :]
    word = first_word(line)
    if _POST_ALONE.fullmatch(before):
        return _ORGAN.match(line) is not None
    if last == "Luật" and (not word[0].isalpha() or word[-1] in ".)"):
        return False
    if last in _LEADING:
        return not line.isupper()
    is_marker = word != line and "/" not in word[:-1] and word[-1] in ".)-–/:"
    return last in _COUNTING and not is_marker and _NUMERAL.fullmatch(word) is not None


def first_word(text: str) -> str:
    return text.split(" ", 1)[0]


def reach_of(lines: list[SourceLine]) -> float | None:
    """The length that a line and the next word together must have for the margin to part them.

    Learnt from sentences that surely go on in the next line; None where there are too few.
    """
    sure = sorted(len(before.text) + 1 + len(first_word(line.text)) for before, line in _sure(lines))
    if len(sure) < _LEAST_SURE:
        return None
    longest = _longest(lines)
    return max(min(sure[len(sure) // 20], longest + 1), 0.75 * longest)


def looks_wrapped(lines: list[SourceLine]) -> bool:
    """Whether a plain text was cut into lines by a margin: its cut sentences all reach about as far."""
    if len(lines) < 6:
        return False
    longest = _longest(lines)
    if not LEAST_WRAPPED <= longest <= MOST_WRAPPED:
        return False
    cut = [len(before.text) for before, _ in _sure(lines)]
    if len(cut) * 6 >= len(lines):
        return True
    return len(cut) >= _LEAST_SURE and sum(1 for length in cut if length > 0.8 * longest) > 0.8 * len(cut)


def looks_torn(lines: list[SourceLine]) -> bool:
    """Whether a text that no margin cut has lines broken in the middle of phrases, as copies from law sites have."""
    torn = sum(1 for _ in _sure(lines))
    return torn >= _LEAST_TORN and torn * _TORN_PART > len(lines)


def _longest(lines: list[SourceLine]) -> int:
    """The length of a long line, a few longer ones apart."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[max(int(len(lengths) * 0.95) - 1, 0)]


def _sure(lines: list[SourceLine]) -> Iterator[tuple[SourceLine, SourceLine]]:
    """Pairs of lines of which the second surely goes on with the sentence of the first."""
    for before, line in pairwise(lines):
        if line.text[0].islower() and not line.gap and not before.text.endswith(ENDS) and not marker_of(line.text):
            yield before, line


def is_cut(before: SourceLine, line: SourceLine) -> bool:
    """Whether a line ends so that no sentence or symbol can end there: "145/", "Chính sách -", "61,"."""
    if line.gap and not before.text.endswith(","):
        return False
    if _LAST_WORDS.fullmatch(line.text) and not before.text.endswith(ENDS) and not before.text.isupper():
        return True
    if _PAPER_FIRST.match(line.text) and _CARRIES_OUT.search(before.text):
        return True
    if before.text.endswith(_STROKES) and _OPEN_END.search(before.text):
        return line.text[0].isalnum()
    return before.text.endswith(",") and not before.text.isupper() and not OPENING.match(line.text)


_PAPER_FIRST = re.compile(
    r"(?:Kế hoạch|Chương trình|Nghị quyết|Chỉ thị|Quyết định|Đề án|Hướng dẫn|Quy chế|Kết luận|Luật)(?:[;,.]"
    r"| (?:số|của)\s)"
)
_CARRIES_OUT = re.compile(r"[a-zà-ỹđ] (?:thực hiện|triển khai|ban hành|xây dựng|thi hành|sửa đổi|quán triệt|kèm theo)$")
""" "... kiểm tra việc thực hiện / Kế hoạch; tổng hợp, báo cáo": what is carried out stands on the next line."""
_LAST_WORDS = re.compile(
    r"(?:Kế hoạch|Chương trình|Nghị quyết|Chỉ thị|Quyết định|Đề án|Hướng dẫn|Quy chế|Kết luận)(?: này)?[./]{1,3}"
)
""" "... giám sát việc thực hiện / Kế hoạch.": the end of the sentence before."""


def goes_on(before: SourceLine, line: SourceLine, length: float, reach: float | None) -> bool:
    """Whether the margin cut a paragraph between two lines. `length`: of a full line, where no `reach` is known."""
    if line.gap or line.indent > before.indent + 1 or (line.text.isupper() and not before.text.isupper()):
        return False
    together = len(before.text) + 1 + len(first_word(line.text))
    full = together >= (reach or length)
    if not before.text.endswith(ENDS):
        return together >= (reach or length) - _CLOSE and not before.text.isupper()
    if line.text[0].islower():
        return full
    return full and before.text[-1] in ".;" and together > length and _OPENS.match(line.text) is None


def goes_on_with_dash(before: SourceLine, line: SourceLine, reach: float | None) -> bool:
    """Whether a dash at the start of a line stands inside a name that the margin cut: "Lao động / - Thương binh"."""
    if reach is None or line.gap or before.text[-1] in ".;:!?…" or before.text.isupper():
        return False
    return len(before.text) + 2 >= reach - 1


def link(before: str, line: str) -> str:
    """What joins two lines of a paragraph: nothing where a symbol or a number was cut, else a space."""
    if before.endswith(_STROKES):
        cut = _CUT_SYMBOL.search(before) and line[0].isalnum() and (before[-1] == "/" or line[0].isupper())
        return "" if cut else " "
    number, rest = _CUT_PERCENT
    return "" if before.endswith(",") and number.search(before) and rest.match(line) else " "
