"""How strongly the signs of a unit ask for an inspection, and why in words. Pure: no database, no Django."""

from dataclasses import dataclass
from typing import Final

LATE, ODD, SILENT_PER_DAYS, LONG_AGO, NEVER = 3, 5, 10, 2, 3
"""Points: for each late task, each repeated evidence, each so many days of silence, a visit long ago, none at all."""
MOST_SILENT: Final = 180


@dataclass(frozen=True, slots=True)
class Signs:
    """`silent` and `visited` are days since the last sign of life and the last inspection; None: not silent, never."""

    late: int = 0
    silent: int | None = None
    odd: int = 0
    visited: int | None = None
    long_ago: bool = False

    @property
    def score(self) -> int:
        silence = min(self.silent or 0, MOST_SILENT) // SILENT_PER_DAYS
        visit = NEVER if self.visited is None else LONG_AGO if self.long_ago else 0
        return LATE * self.late + ODD * self.odd + silence + visit

    @property
    def words(self) -> str:
        """ "4 việc quá hạn, 62 ngày không báo cáo, chưa kiểm tra lần nào"."""
        parts = (
            f"{self.late} việc quá hạn" if self.late else "",
            f"{self.silent} ngày không báo cáo" if self.silent else "",
            f"{self.odd} minh chứng dùng cho nhiều việc" if self.odd else "",
            self._visit(),
        )
        return ", ".join(part for part in parts if part)

    def _visit(self) -> str:
        if self.visited is None:
            return "chưa kiểm tra lần nào"
        return f"{self.visited} ngày chưa kiểm tra lại" if self.long_ago else ""
