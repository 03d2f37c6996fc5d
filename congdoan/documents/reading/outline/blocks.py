"""The outline as a tree of blocks: one block for each paragraph or table row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from congdoan.documents.reading.layout.markers import Marker
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.parts import UNKNOWN

NUMBERED = frozenset(
    {"phan", "chuong", "muc", "dieu", "annex", "roman", "capital", "decimal", "arabic", "letter", "round"}
    | {"row-roman", "row-capital", "row-decimal", "row-arabic", "row-letter", "row-round"}
)


@dataclass(slots=True, eq=False)
class Block:
    """`body`: where the words begin after the marker. `number`: own section number, else that of the section around.

    `columns`: for a table row, the cell that holds each kind of column (see `outline.columns`). `opens`: the title of
    another paper that this one encloses. `data`: a row of a table that is no table of tasks. `unknown`: in
    the head of a table, columns of no known kind; `inferred`: those taken for a kind by their cells. `marks`: of
    a row, the body over a column and the mark ("x") in it. `periods`: of a row, the months or quarters over its marks.
    """

    at: int
    start: int
    end: int
    body: int
    marker: Marker | None = None
    parent: Block | None = None
    children: list[Block] = field(default_factory=list)
    number: str = ""
    depth: int = 0
    part: str = UNKNOWN
    is_heading: bool = False
    columns: dict[str, Span] | None = None
    table_head: bool = False
    annex: bool = False
    opens: bool = False
    data: bool = False
    unknown: tuple[Span, ...] = ()
    inferred: tuple[tuple[str, Span], ...] = ()
    marks: tuple[tuple[Span, Span], ...] = ()
    periods: tuple[Span, ...] = ()
    all_periods: bool = False

    @property
    def is_numbered(self) -> bool:
        return self.marker is not None and self.marker.kind in NUMBERED

    def ancestors(self) -> Iterator[Block]:
        """The blocks above, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def under(self, ancestor: Block) -> bool:
        """Whether this block is `ancestor` or stands under it."""
        block: Block | None = self
        while block is not None:
            if block is ancestor:
                return True
            block = block.parent
        return False


def gives_work(block: Block) -> bool:
    """Whether a row of a table names who does it or by when, and so is no heading and no target.

    "Giao chỉ tiêu cho cấp huyện", "Kết nạp 30 đoàn viên". Under "Chỉ tiêu | Phụ trách | Thời hạn" stand targets.
    """
    columns = block.columns or {}
    if "target" in columns and columns["target"] == columns.get("content"):
        return False
    return len(columns.keys() & {"lead", "both", "cooperating", "due", "product"}) > 1
