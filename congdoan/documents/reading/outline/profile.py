"""What the columns of a table hold, by their cells: names of bodies, times, numbers, marks, or the work itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import SURNAME
from congdoan.documents.reading.due.dates import SIGN
from congdoan.documents.reading.due.limits import DUE
from congdoan.documents.reading.due.rhythm import EVERY, ONGOING_ONLY
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.work import states_work

MARK = re.compile(r"[xX✓✔●○◯■□◆√*+]|CT|PH|C|P|Chủ trì|Phối hợp")
"""What stands in the column of a body that leads or helps."""
_NUMBER = re.compile(r"[IVX]{1,5}|\d{1,3}(?:\.\d{1,3})*|[A-ZĐa-zđ]")
_PERSON = vietnamese(
    rf"(?:{SURNAME}|[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?= (?:Thị|Văn) ))(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}}(?:\s?[,–-]\s[^;\n]{{3,40}})?"
)
""" "Nguyễn Thị Bích Thủy", perhaps with the post: who leads the work of a row where no other column says it."""
_BULLETS = "-–+• "
_MOST_ROWS = 40
_MOSTLY = 0.6
_LONGEST_TIME = 50
_LEAST_WORK = 15
"""Letters of a cell that can state work."""


@dataclass
class Column:
    """The filled cells of one column; what they are is looked at only when a head leaves it open."""

    at: int
    paper: Paper
    cells: list[Span] = field(default_factory=list)

    @property
    def filled(self) -> int:
        return len(self.cells)

    @cached_property
    def texts(self) -> list[str]:
        return [self.paper.text[cell.start : cell.end].strip() for cell in self.cells]

    @cached_property
    def folded(self) -> list[str]:
        return [self.paper.folded[cell.start : cell.end] for cell in self.cells]

    @cached_property
    def letters(self) -> int:
        return sum(map(len, self.texts))

    @cached_property
    def marks(self) -> int:
        return sum(MARK.fullmatch(text) is not None for text in self.texts)

    @cached_property
    def numbers(self) -> int:
        return sum(_NUMBER.fullmatch(text.strip(" .)(")) is not None for text in self.texts)

    @cached_property
    def works(self) -> int:
        return sum(states_work(words.lstrip(_BULLETS)) for words in self.folded)

    @cached_property
    def names(self) -> int:
        return sum(head_at(self.paper.text, cell.start, cell.end) is not None for cell in self.cells)

    @cached_property
    def times(self) -> int:
        cells = zip(self.texts, self.folded, strict=True)
        return sum(len(text) < _LONGEST_TIME and is_time(folded) for text, folded in cells)

    @cached_property
    def people(self) -> int:
        return sum(_PERSON.fullmatch(text) is not None for text in self.texts)

    @cached_property
    def different(self) -> int:
        return len(set(self.texts))

    def mostly(self, count: int) -> bool:
        return self.filled > 0 and count >= _MOSTLY * self.filled

    @property
    def tells_work(self) -> bool:
        """Whether it states what is done, whatever its head: "Cấp cơ sở thực hiện"."""
        roles = sum(words.lstrip(_BULLETS).startswith(("chu tri", "phoi hop")) for words in self.folded)
        return self.is_work and self.mostly(self.works - roles)

    @property
    def is_work(self) -> bool:
        return (
            self.filled > 0
            and self.letters >= _LEAST_WORK * self.filled
            and not (self.mostly(self.names) or self.mostly(self.people) or self.mostly(self.times))
        )


def columns_under(paper: Paper, at: int, width: int = 0) -> list[Column]:
    """The columns of the rows under paragraph `at`; `width`: how many, where it is none of these rows itself."""
    width = width or len(paper.paragraphs[at].cells)
    columns = [Column(column, paper) for column in range(width)]
    for cells in _rows(paper, at + 1, width):
        for column, cell in zip(columns, cells, strict=True):
            if cell.end > cell.start:
                column.cells.append(cell)
    return columns


def _rows(paper: Paper, first: int, width: int) -> Iterator[tuple[Span, ...]]:
    """Rows of `width` cells; a row with words in one cell alone is a heading among them."""
    for paragraph in paper.paragraphs[first : first + _MOST_ROWS]:
        cells = paragraph.cells
        if len(cells) != width:
            return
        if sum(cell.end > cell.start for cell in cells) > 1:
            yield cells


def is_time(folded: str) -> bool:
    dated = SIGN.search(folded) is not None and DUE.search(folded) is not None
    return dated or EVERY.search(folded) is not None or ONGOING_ONLY.search(folded) is not None


def is_only_time(folded: str) -> bool:
    """Whether a cell is nothing but a time, as no head of a column is: "Trước ngày 20/10/2024"."""
    words = folded.strip(" .;")
    return any(letter.isdigit() for letter in words) and DUE.fullmatch(words) is not None


def kinds_by_cells(columns: list[Column], known: dict[str, int]) -> dict[str, int]:
    """Kinds that no head names, by what stands in the columns: lead before cooperating, the time, the work."""
    free = [column for column in columns if column.at not in known.values() and column.filled]
    found: dict[str, int] = {}
    for column in free:
        if column.at == 0 and column.mostly(column.numbers):
            if "number" not in known:
                found["number"] = column.at
        elif column.mostly(column.names):
            kind = next((kind for kind in ("lead", "cooperating") if kind not in known and kind not in found), None)
            if kind == "lead" or (kind and column.at > (known | found)["lead"]):
                found[kind] = column.at
        elif column.mostly(column.people):
            if "lead" not in known and "lead" not in found:
                found["lead"] = column.at
        elif "due" not in known and "due" not in found and column.mostly(column.times):
            found["due"] = column.at
    if "content" not in known:
        works = [column for column in free if column.is_work and column.at not in found.values()]
        if works:
            found["content"] = max(works, key=lambda column: column.letters / column.filled).at
    return found


def is_table_of_work(kinds: dict[str, int]) -> bool:
    return "content" in kinds and bool(kinds.keys() & {"lead", "due"})


def marked(paper: Paper, cells: tuple[Span, ...], columns: list[Column]) -> tuple[int, ...]:
    """The columns that a body's name heads and that hold nothing but marks."""
    return tuple(
        column.at
        for column in columns
        if column.mostly(column.marks) and head_at(paper.text, cells[column.at].start, cells[column.at].end) is not None
    )
