"""Joins printed lines into paragraphs, by what the lines say and by where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.layout.front import type_of
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.text_lines import ENDS, goes_on, goes_on_with_dash, is_cut, leads_on, reach_of
from congdoan.documents.reading.learned.lines import chance_of_going_on

_ALONE = re.compile(
    r"(?:CỘNG H[ÒO][AÀ] XÃ|ĐỘC LẬP|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN|Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH "
    r"GỬI|[TK]M\.|TL\.|TUQ\.|KT\.|Q\. "
    r"|Số\s*:|V/v|QUYẾT ĐỊNH\s*:|QUYẾT NGHỊ|PHỤ LỤC)"
)
_ADDRESSED = re.compile(r"K(?:ính gửi|ÍNH GỬI)")
_ALONE_FIRST = frozenset("CĐNKTMQSVP")
_REFERS = re.compile(
    r"(?:^|\s)(?:(?:các )?mục|[Kk]hoản|(?:tại|thuộc|các) điểm|tiểu mục|(?:khoản|điểm) [\da-zđ.]{1,4}"
    r"|(?<!hành )[Pp]hần|Phụ lục|của"
    r"|tại|và|với|theo|từ|đến)$"
)
"""What a section number after a line break belongs to: "... mục", "... khoản 3", "... quy định tại"."""

_NUMBERS = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?(?:,|\s(?:và|đến))\s(?:mục\s)?\d")
""" "các mục 2.2, / 4.1 và 4.2; bố trí kinh phí": no item begins so."""

_GROUNDS = ("Căn cứ ", "Xét ", "Theo đề nghị ", "Thực hiện ")
"""After a semicolon, one more ground on which the paper stands."""
_CLOSES = re.compile(
    r"Trên đây|Trong quá trình|(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Hướng dẫn|Chương trình|Thông báo) này "
)
"""Closing words begin a paragraph, also at the head of a page or column."""
_LEAST_LINES = 6
_SURELY = 0.7
"""A paragraph that is lost in another is worse than a torn one, which carries a doubt."""
_LEAST_STEP = 0.8
"""Heights of a line that part it at least from the next one."""
_SAME_STEP, _PARTED = 1.1, 1.25
_FEW_STEPS = 8
_INDENT = 9
_SAME_EDGE = 3
"""Points that the left ends of lines of one paragraph differ by at most."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a full line of this paper looks like: margins in points, or length in characters.

    `pitch`: points from one line of a paragraph to the next. `spaced`: whether more room parts paragraphs.
    `reach`: see `text_lines.reach_of`. `torn`: whether a text that no margin cut has lines broken here and there.
    """

    left: float = 0.0
    right: float = 0.0
    length: float = 0.0
    reach: float | None = None
    dash_left: float | None = None
    pitch: float = 0.0
    spaced: bool = False
    torn: bool = False


def measure(lines: list[SourceLine]) -> Measure:
    boxes = [line.box for line in lines if line.box]
    lengths = sorted(len(line.text) for line in lines)
    length = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if len(boxes) * 2 < len(lines) or not boxes:
        return Measure(length=length, reach=reach_of(lines))
    lefts = sorted(box.x0 for box in boxes)
    rights = sorted(box.x1 for box in boxes)
    dashes = [line.box.x0 for line in lines if line.box and line.text[:1] in "-–—+•"]
    steps = _steps(lines)
    pitch = _pitch(steps)
    return Measure(
        left=lefts[len(lefts) // 6],
        right=rights[int(len(rights) * 0.9)],
        length=length,
        dash_left=_median(dashes) if dashes else None,
        pitch=pitch,
        spaced=_spaced(steps, pitch),
    )


def _median(values: list[float]) -> float:
    from statistics import median  # loads much of arithmetic that few papers need

    return median(values)


def _steps(lines: list[SourceLine]) -> list[float]:
    """Points from line to line, the least first."""
    return sorted(
        step
        for before, line in pairwise(lines)
        if before.box
        and line.box
        and before.page == line.page
        and (step := line.box[1] - before.box[1]) > _LEAST_STEP * (before.box[3] - before.box[1])
    )


def _pitch(steps: list[float]) -> float:
    """The least of the steps of which a good part of the paper is: a letterhead may be set closer."""
    enough = max(2, len(steps) // 6)
    return next((step for step, other in zip(steps, steps[enough:], strict=False) if other < _SAME_STEP * step), 0.0)


def _spaced(steps: list[float], pitch: float) -> bool:
    close = sum(1 for step in steps if step < _SAME_STEP * pitch)
    parted = sum(1 for step in steps if _PARTED * pitch < step < 2 * _PARTED * pitch)
    return min(close, parted) * _FEW_STEPS > len(steps)


def measures(lines: list[SourceLine], widths: list[float], whole: Measure) -> Callable[[SourceLine], Measure]:
    """The measure of each line: that of its column, and of the pages as wide as its own.

    `widths`: of the pages, in points. `whole`: the measure of all lines together.
    """
    if len(set(map(round, widths))) < 2 and not any(line.column for line in lines):
        return lambda line: whole

    def key(line: SourceLine) -> tuple[int, int]:
        return round(widths[line.page - 1]) if 0 < line.page <= len(widths) else 0, line.column

    groups: dict[tuple[int, int], list[SourceLine]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    shapes = {
        name: replace(measure(group), pitch=whole.pitch, spaced=whole.spaced)
        for name, group in groups.items()
        if len(group) >= _LEAST_LINES
    }
    return lambda line: shapes.get(key(line), whole)


def continues(before: SourceLine, line: SourceLine, wrapped: bool, shapes: Callable[[SourceLine], Measure]) -> bool:
    """Whether `line` goes on with the paragraph in which `before` stands."""
    shape = shapes(line)
    if line.heading or before.heading or line.aside or _stands_alone(line.text):
        return False
    finished = before.text.endswith(ENDS)
    if _stands_alone(before.text) and (finished or not (_ADDRESSED.match(before.text) and line.text[0].islower())):
        return False
    marker = marker_of(line.text)
    if marker:
        if finished:
            return False
        refers = marker.kind != "bullet" and (_REFERS.search(before.text) or _NUMBERS.match(line.text))
        if not (line.gap or _stands_off(before, line, shape)) and (refers or leads_on(before.text, line.text)):
            return True
        before_shape = shapes(before)
        if _is_full(before, line, before_shape) and _close_below(before, line, before_shape):
            return True
        return _dash_inside(before, line, marker.kind, wrapped, shape)
    if type_of(line.text) or type_of(before.text):
        return False
    if not line.gap and leads_on(before.text, line.text):
        return True
    lower = line.text[0].islower() or line.text[0] in ",;)"
    if (lower and not finished) or is_cut(before, line):
        return True
    if not wrapped:
        return shape.torn and _torn_here(before, line, finished)
    if not (finished or line.gap or before.box) and _BEGUN.search(before.text) and marker_of(before.text):
        return True
    if before.box and line.box and shape.right:
        return _continues_on_page(before, line, finished, shapes(before), shape)
    return goes_on(before, line, shape.length, shape.reach)


_BEGUN = re.compile(r"[^\d:]: [^\W\d][^:]{11,}$")
""" "- Đ/c Nguyễn Văn Út: soạn hướng dẫn, gởi / CĐCS trước ngày 10/11.": an item that has begun to say what is done."""


def _torn_here(before: SourceLine, line: SourceLine, finished: bool) -> bool:
    """Whether a phrase was broken between two lines, though the second begins with a capital or a figure."""
    if finished or line.gap or before.text.isupper() or not line.text[0].isalnum():
        return False
    return chance_of_going_on(before.text, line.text) > _SURELY


def _stands_alone(text: str) -> bool:
    return text[0] in _ALONE_FIRST and _ALONE.match(text) is not None


def _dash_inside(before: SourceLine, line: SourceLine, kind: str, wrapped: bool, shape: Measure) -> bool:
    """A dash at the start of a line that belongs to a name or to years broken over two lines."""
    if kind != "bullet" or line.text[0] not in "-–—":
        return False
    if wrapped and not before.box and goes_on_with_dash(before, line, shape.reach):
        return True
    rest = line.text[1:].lstrip()
    if rest[:4].isdigit() and before.text[-4:].isdigit():
        return True
    if not (line.box and before.box and shape.dash_left is not None):
        return False
    at_margin = line.box.x0 < shape.left + 6 < shape.dash_left
    return at_margin and before.box.x1 > shape.right - 0.1 * (shape.right - shape.left)


def _continues_on_page(before: SourceLine, line: SourceLine, finished: bool, shape: Measure, own: Measure) -> bool:
    """`shape` is the measure of `before`, `own` that of `line`."""
    assert before.box is not None and line.box is not None
    full = _is_full(before, line, shape)
    heads = before.text.isupper() and not line.text.isupper()
    if not (heads or before.text.endswith(":")) and full and _close_below(before, line, shape):
        return True
    if finished and (_stands_off(before, line, own) or (before.text[-1] == ";" and line.text.startswith(_GROUNDS))):
        return False
    indent = line.box.x0 - own.left
    follows = before.column == line.column or (before.column, line.column) == (1, 2) or before.page != line.page
    hangs = (
        follows
        and not finished
        and (abs(indent - (before.box.x0 - shape.left)) < _SAME_EDGE or marker_of(before.text) is not None)
    )
    if not full or (indent > _INDENT and not hangs and not line.text[0].islower()):
        return False
    parted = before.page != line.page or before.column != line.column
    return not (finished and parted and (before.text.endswith((":", ";")) or _CLOSES.match(line.text)))


def _is_full(before: SourceLine, line: SourceLine, shape: Measure) -> bool:
    """Whether the first word of `line` had no room behind `before`. `shape`: the measure of `before`."""
    if before.box is None:
        return False
    width = max(shape.right - shape.left, 1.0)
    letter = (before.box.x1 - before.box.x0) / len(before.text)
    next_word = (len(line.text.split(" ", 1)[0]) + 1) * letter
    return before.box.x1 > shape.right - max(0.08 * width, next_word * 1.1)


def _close_below(before: SourceLine, line: SourceLine, shape: Measure) -> bool:
    """Whether two lines stand as close as those of one paragraph, in a paper that parts paragraphs by more room."""
    if not shape.spaced or before.box is None or line.box is None or before.column != line.column:
        return False
    step = line.box.y0 - before.box.y0
    return before.page == line.page and 0 < step < _SAME_STEP * shape.pitch


def _stands_off(before: SourceLine, line: SourceLine, shape: Measure) -> bool:
    """Whether more room parts two lines than lines of one paragraph have between them."""
    if before.box is None or line.box is None or before.page != line.page:
        return False
    return line.box.y0 - before.box.y0 > _PARTED * shape.pitch > 0
