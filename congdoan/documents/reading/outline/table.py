"""Rows of a task table as blocks of the outline: heads, group rows ("I. Công tác tuyên truyền") and rows of work."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.rhythm import EVERY, ONGOING_ONLY
from congdoan.documents.reading.layout.markers import Marker, marker_of
from congdoan.documents.reading.layout.paper import Paper, Paragraph
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.columns import is_count_row, is_head, is_known, kinds_in, lists_people
from congdoan.documents.reading.outline.ditto import as_above
from congdoan.documents.reading.outline.group_columns import work_in_groups
from congdoan.documents.reading.outline.periods import marked_periods, periods_in
from congdoan.documents.reading.outline.profile import (
    Column,
    columns_under,
    is_only_time,
    is_table_of_work,
    is_time,
    kinds_by_cells,
    marked,
)

_NUMBER = re.compile(
    r"(?P<roman>(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3}))|(?P<decimal>\d{1,3}(?:\.\d{1,3})+)"
    r"|(?P<code>[A-ZĐ]{1,2}[.-]?\d{1,2}(?:\.\d{1,2})*)|(?P<arabic>\d{1,4})|(?P<capital>[A-HĐ])|(?P<letter>[a-zđ])"
)
_COUNTED = re.compile(r"\d+|[a-z]{1,2}[.-]?\d{1,2}(?:\.\d{1,2})*")
"""How a row of work begins: "3", "A1"."""
_GROUP_DEPTH = 8
_WHO = frozenset(("lead", "both", "cooperating"))
_LEAST_KINDS = 3
"""Columns without a head that must be told by their cells."""
_DAY = re.compile(r"\s*(?:0?[1-9]|[12]\d|3[01])\s*")
""" "Tháng | Ngày": a day of the month in the column before."""


@dataclass(slots=True)
class TableReader:
    """The columns of the table that is being read; they hold over page breaks until another head comes."""

    kinds: dict[str, int] = field(default_factory=dict)
    marks: tuple[tuple[int, Span], ...] = ()
    after_head: bool = False
    last: int = -1
    width: int = 0
    rows: int = 0
    lead: Span | None = None
    periods: tuple[tuple[int, Span], ...] = ()
    over: Span | None = None
    above: dict[str, Span] = field(default_factory=dict)

    def row(self, paper: Paper, at: int, paragraph: Paragraph) -> Block:
        cells = paragraph.cells
        if at != self.last + 1 and len(cells) != self.width:
            self.kinds, self.marks, self.periods = {}, (), ()
        self.rows = self.rows + 1 if at == self.last + 1 else 1
        self.last, self.width = at, len(cells)
        folded = [paper.folded[cell.start : cell.end] for cell in cells]
        block = Block(at, paragraph.start, paragraph.end, paragraph.start, columns={})
        named = kinds_in(folded) or self._work_of_people(folded, paper, at)
        starts_counted = _COUNTED.fullmatch(folded[0].strip(" .")) is not None
        timed = any(is_only_time(words) for words in folded)
        if (is_head(named) and not starts_counted and not timed) or (
            self.after_head and len(named) > 1 and not (timed or starts_counted or folded[0].strip()[:1].isdigit())
        ):
            self._head(block, self._merged(named) if self.after_head else named, paper, columns_under(paper, at))
            return block
        if is_count_row(folded):
            block.table_head = True
            return block
        if not named and not starts_counted and lists_people(folded):
            self.kinds, self.marks, self.periods, self.lead = {}, (), (), None
            block.table_head = True
            return block
        if self.rows <= _FIRST_ROWS and not self.kinds and _may_be_head(folded):
            columns = columns_under(paper, at)
            if is_table_of_work({**named, **_inferred(named, columns, folded, states_work=True)}):
                self._head(block, named, paper, columns)
                return block
        self.after_head = False
        if self.rows == 1 and not self.kinds:
            self._without_head(block, cells, paper)
        self._read(block, cells, paper)
        return block

    def _work_of_people(self, folded: list[str], paper: Paper, at: int) -> dict[str, int]:
        """The columns of "Họ và tên | Nhiệm vụ được phân công" where work, and no post, stands under the second."""
        named = kinds_in(folded, members=False) if lists_people(folded) else {}
        content = named.get("content")
        if content is None or "lead" not in named:
            return {}
        column = columns_under(paper, at)[content]
        return named if column.mostly(column.works) else {}

    def _without_head(self, block: Block, cells: tuple[Span, ...], paper: Paper) -> None:
        """Take the columns of a table that begins with its first row of work by what stands in them."""
        found = _inferred({}, columns_under(paper, block.at - 1, len(cells)), [""] * len(cells), states_work=True)
        if is_table_of_work(found) and len(found) >= _LEAST_KINDS:
            self.kinds = found
            block.inferred = tuple((kind, cells[at]) for kind, at in found.items() if kind != "number")

    def _head(self, block: Block, named: dict[str, int], paper: Paper, columns: list[Column]) -> None:
        """Take the columns that the head names; those in words not known by what stands under them."""
        cells = paper.paragraphs[block.at].cells
        folded = [paper.folded[cell.start : cell.end] for cell in cells]
        marks = marked(paper, cells, columns)
        self.marks = tuple((at, cells[at]) for at in marks) or self.marks
        self.periods = tuple((at, cells[at]) for at in periods_in(folded)) or self.periods
        self.above = {}
        self.kinds = {kind: at for kind, at in named.items() if at not in marks}
        self.kinds = {kind: at for kind, at in self.kinds.items() if kind not in _WHO or not columns[at].tells_work}
        if (work := work_in_groups(self.kinds, columns, folded)) is not None:
            self.kinds["content"] = work
        inferred = _inferred(self.kinds, [column for column in columns if column.at not in marks], folded)
        self.kinds |= inferred
        self.after_head, self.lead = True, None
        block.table_head = True
        taken = {*self.kinds.values(), *marks, *(at for at, _ in self.periods)} - set(inferred.values())
        block.unknown = tuple(
            cell
            for at, (cell, words) in enumerate(zip(cells, folded, strict=True))
            if at not in taken and words.strip() and not is_known(words)
        )
        block.inferred = tuple((kind, cells[at]) for kind, at in inferred.items() if kind != "number")
        if _rivals(self.kinds, columns):
            block.inferred += (("content", cells[self.kinds["content"]]),)

    def _merged(self, named: dict[str, int]) -> dict[str, int]:
        """Two head rows: the lower one is the more exact."""
        kept = {kind: at for kind, at in self.kinds.items() if kind not in named and at not in named.values()}
        return {**kept, **named}

    def _read(self, block: Block, cells: tuple[Span, ...], paper: Paper) -> None:
        columns = {kind: cells[at] for kind, at in self.kinds.items() if at < len(cells)}
        columns = as_above(paper, columns, self.above)
        period, due, begun = columns.pop("period", None), columns.get("due"), columns.pop("begun", None)
        if begun is not None and period is None and _never_ends(paper.folded[begun.start : begun.end]):
            period = begun
        if period is not None and due is not None and _DAY.fullmatch(paper.folded, due.start, due.end):
            columns["due"], columns["day"] = period, due
        elif period is not None and (due is None or due.end <= due.start):
            columns["due"] = period
        filled = [cell for cell in cells if cell.end > cell.start]
        number = columns.get("number") or cells[0]
        marker = self._marker(paper.text[number.start : number.end], number in filled)
        content = columns.get("content")
        if content is None or content.end == content.start:
            rest = [cell for cell in filled if cell is not number] or filled
            content = max(rest, key=lambda cell: cell.end - cell.start, default=cells[0])
        if not self.kinds:
            block.data = True
        beside = [cell for cell in filled if cell is not number]
        if marker and len(beside) == 1 and content is beside[0]:
            columns = {}  # a title that stands in whatever column
        self._hold_lead(columns, len(filled))
        if self.over and not self.marks and not columns.keys() & {"lead", "both", "leader"} and len(filled) > 1:
            columns["lead"] = self.over
        block.marks = tuple((head, cells[at]) for at, head in self.marks if at < len(cells) and cells[at] in filled)
        block.periods = marked_periods(paper, cells, self.periods)
        block.all_periods = 0 < len(self.periods) == len(block.periods)
        block.columns = {kind: cell for kind, cell in columns.items() if cell.end > cell.start} | {"content": content}
        block.body = content.start
        others = [cell for cell in filled if cell is not content and cell is not number]
        if marker:
            block.marker = Marker(f"row-{marker[0]}", marker[1], content.start - block.start)
        elif len(filled) == 1 or (not others and content is not number):
            self._group(block, content, paper)

    def _hold_lead(self, columns: dict[str, Span], filled: int) -> None:
        """A body in a column before the work stands there once for all its rows."""
        lead = columns.get("lead")
        if lead is None or self.kinds["lead"] > self.kinds.get("content", 0):
            return
        if lead.end > lead.start:
            self.lead = lead
        elif filled > 1 or ("content" in columns and columns["content"].end > columns["content"].start):
            columns["lead"] = self.lead or lead

    def _marker(self, text: str, filled: bool) -> tuple[str, str] | None:
        found = _NUMBER.fullmatch(text.strip(" .)(/")) if filled else None
        return (found.lastgroup or "", found.group()) if found else None

    def _group(self, block: Block, content: Span, paper: Paper) -> None:
        """A row of one cell: a heading within the table, its number printed before its words."""
        printed = marker_of(paper.text[content.start : content.end])
        if printed and printed.kind in ("roman", "capital", "arabic", "decimal", "letter"):
            block.marker = Marker(f"row-{printed.kind}", printed.label, content.start - block.start + printed.length)
            block.body = content.start + printed.length
            block.columns = {"content": Span(block.body, content.end)}
        else:
            block.is_heading = True
            block.depth = _GROUP_DEPTH


def _never_ends(folded: str) -> bool:
    """Whether a cell under "Bắt đầu" says how often instead: "Thường xuyên", "Hằng tháng"."""
    return ONGOING_ONLY.fullmatch(folded.strip(" .;")) is not None or EVERY.search(folded) is not None


def _rivals(kinds: dict[str, int], columns: list[Column]) -> bool:
    """Whether another column than that of the work states more of it: "Kiến nghị" beside "Việc phải làm"."""
    content = kinds.get("content")
    if content is None:
        return False
    others = [column for column in columns if column.at != content and column.is_work]
    own = columns[content].works if others else 0
    return any(column.works > own and column.mostly(column.works) for column in others)


_FIRST_ROWS = 3
"""Rows of a table among which its head stands, whatever its words."""
_LONGEST_HEAD = 45


def _may_be_head(folded: list[str]) -> bool:
    """Whether a row may name columns: short words, no time, no number."""
    filled = [words for words in folded if words.strip()]
    return len(filled) > 1 and all(
        len(words) <= _LONGEST_HEAD and not is_time(words) and not any(letter.isdigit() for letter in words)
        for words in filled
    )


def _inferred(
    named: dict[str, int], columns: list[Column], folded: list[str], *, states_work: bool = False
) -> dict[str, int]:
    """Kinds of the columns whose heads are not known; with `states_work` only where the cells state work."""
    free = [column for column in columns if not is_known(folded[column.at])]
    found = kinds_by_cells(free, named)
    content = found.get("content", named.get("content"))
    if states_work and (content is None or not columns[content].mostly(columns[content].works)):
        return {}
    return found
