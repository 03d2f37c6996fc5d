"""The words of one page as lines and table rows in reading order; tables go on over page breaks.

Serves PDF pages and scanned pages alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.pdf_rules import Rules
from congdoan.documents.reading.extract.pdf_tables import parted, rows_in
from congdoan.documents.reading.extract.rows import Placed, Row, bands_of, lines_of_band, rows_of
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.extract.unruled import Gutter, group_row, head_at, is_group, narrowed, record, records
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.tables import is_head, is_layout

_FOOT = re.compile(r"\W*(?:trang\s*)?\d{0,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Tables:
    """Reads page after page; remembers the table that goes on to the foot of the last one.

    `head`: the folded cells of its head. `gutters`: the room between its columns, when no lines part them.
    """

    last: SourceRow | None = None
    head: tuple[str, ...] = ()
    gutters: list[Gutter] | None = None
    _number: int = field(default=0)

    @property
    def open(self) -> bool:
        return self.last is not None

    def read(self, words: Sequence[Placed], rules: Rules, page: int, width: float) -> list[SourceItem]:
        """Lines and rows of a page `width` points wide."""
        self._number = page
        items: list[SourceItem] = []
        rest = list(words)
        for grid in rules.grids():
            in_table, outside = parted(grid, rest)
            rows = rows_in(grid, in_table, page)
            if not rows or not self._is_table(rows):
                continue
            above = [word for word in outside if (word.box.y0 + word.box.y1) / 2 < grid.ys[0]]
            items += self._without_lines(rows_of(above), rules, width)
            items += self._going_on(rows, items)
            rest = [word for word in outside if (word.box.y0 + word.box.y1) / 2 >= grid.ys[0]]
        items += self._without_lines(rows_of(rest), rules, width)
        self._close(items)
        return items

    def _is_table(self, rows: list[SourceRow]) -> bool:
        if self.last is not None and len(rows[0].cells) == len(self.last.cells):
            return True
        if len(rows[0].cells) < 3 and not is_head([fold(cell) for cell in rows[0].cells]):
            return False
        return not is_layout([list(row.cells) for row in rows])

    def _without_lines(self, rows: list[Row], rules: Rules, width: float) -> list[SourceItem]:
        """Text, and tables that no upright lines part."""
        items: list[SourceItem] = []
        plain: list[Row] = []
        at = 0
        if self.gutters is not None:
            at = self._running_heads(rows)
            body, end = self._body(rows, at, self.gutters, rules, continued=True)
            plain, at = (rows[:at], end) if body else ([], 0)
            items += [*_text(plain, self._number, width), *self._going_on(body, [])]
            plain = []
        while at < len(rows):
            head = head_at(rows, at)
            if head is None:
                plain.append(rows[at])
                at += 1
                continue
            count, gutters = head
            first = record(rows[at : at + count], gutters, self._number)
            body, end = self._body(rows, at + count, gutters, rules)
            if not any(sum(map(bool, row.cells)) > 1 for row in body):
                self.gutters = None
                plain.append(rows[at])
                at += 1
                continue
            items += _text(plain, self._number, width)
            plain, self.last, at = [], None, end
            items += self._going_on([first, *body], items)
        return items + _text(plain, self._number, width)

    def _running_heads(self, rows: list[Row]) -> int:
        """The number of first rows that only say which page this is."""
        return 1 if rows and _FOOT.fullmatch(" ".join(word.text for word in rows[0].words)) else 0

    def _body(
        self, rows: list[Row], at: int, gutters: list[Gutter], rules: Rules, *, continued: bool = False
    ) -> tuple[list[SourceRow], int]:
        """The rows of a table from printed row `at` on, and the index after its last."""
        found: list[SourceRow] = []
        part: list[Row] = []
        levels = rules.levels(rows[0].left, max(row.right for row in rows)) if rows else []
        while at < len(rows):
            narrower = narrowed(gutters, rows[at])
            after = rows[at + 1] if at + 1 < len(rows) else None
            if is_group(rows[at], after, gutters):
                found += self._records(part, gutters, levels, continued and not found)
                found.append(group_row(rows[at], len(gutters) + 1, self._number))
                part = []
            elif narrower is None or _FOOT.fullmatch(" ".join(word.text for word in rows[at].words)):
                break
            else:
                gutters = narrower
                part.append(rows[at])
            at += 1
        self.gutters = gutters
        return found + self._records(part, gutters, levels, continued and not found), at

    def _records(self, rows: list[Row], gutters: list[Gutter], levels: list[float], continued: bool) -> list[SourceRow]:
        return records(rows, gutters, levels, self._number, continued=continued) if rows else []

    def _going_on(self, rows: list[SourceRow], before: list[SourceItem]) -> list[SourceRow]:
        """`rows` without a repeated head and without what belongs to the last row of the page before."""
        if not rows:
            return []
        known = self.last if not any(isinstance(item, SourceLine) and len(item.text) > 80 for item in before) else None
        if known is not None and len(known.cells) == len(rows[0].cells):
            if tuple(map(fold, rows[0].cells)) == self.head:
                rows = rows[1:]
            if rows and not rows[0].cells[0]:
                pairs = zip(known.cells, rows[0].cells, strict=True)
                known.cells = tuple(f"{above} {below}".strip() if above != below else above for above, below in pairs)
                rows = rows[1:]
        else:
            self.head = tuple(map(fold, rows[0].cells))
        self.last = rows[-1] if rows else known
        return rows

    def _close(self, items: list[SourceItem]) -> None:
        """Forget the table unless it goes on to the foot of the page."""
        at = len(items)
        while at and isinstance(item := items[at - 1], SourceLine) and _FOOT.fullmatch(item.text):
            at -= 1
        if at == 0 and self.last is not None:
            return
        if at == 0 or not isinstance(items[at - 1], SourceRow):
            self.last, self.gutters, self.head = None, None, ()


def _text(rows: list[Row], page: int, width: float) -> list[SourceItem]:
    return [line for band in bands_of(rows, width) for line in lines_of_band(band, page)]
