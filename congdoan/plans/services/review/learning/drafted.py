"""The rows of a draft as they were made from the reading, and who changed each of them last.

Nothing is recorded for this: every change of a draft keeps the rows before it, so the oldest of these is the first.
"""

from dataclasses import dataclass, field
from datetime import datetime

from congdoan.plans.models import DraftChange, Plan
from congdoan.plans.services.review.rows import Row, Rows, photograph

Touch = tuple[int | None, datetime]


@dataclass(frozen=True, slots=True)
class Drafted:
    """`first` and `now`: rows by model and id. `touches`: by model and id, who changed the row last and when."""

    first: Rows
    now: Rows
    touches: dict[tuple[str, str], Touch] = field(default_factory=dict)

    def both(self, name: str) -> dict[str, tuple[Row, Row]]:
        """Rows of a model that were drafted and are still there."""
        return {key: (row, self.now[name][key]) for key, row in self.first[name].items() if key in self.now[name]}

    def added(self, name: str) -> dict[str, Row]:
        return {key: row for key, row in self.now[name].items() if key not in self.first[name]}

    def removed(self, name: str) -> dict[str, Row]:
        return {key: row for key, row in self.first[name].items() if key not in self.now[name]}


def as_drafted(plan: Plan) -> Drafted:
    """A fixed number of queries; memory as for one change after another."""
    now = photograph(plan)
    oldest: dict[str, dict[str, Row | None]] = {name: {} for name in now}
    touches: dict[tuple[str, str], Touch] = {}
    changes = DraftChange.objects.filter(plan=plan).order_by("pk").values_list("rows", "by", "at", "undone_at")
    for rows, by, at, undone_at in changes.iterator(chunk_size=100):
        for name, pairs in rows.items():
            for key, (before, _) in pairs.items():
                oldest[name].setdefault(key, before)
                if undone_at is None:
                    touches[name, key] = (by, at)
    first = {
        name: {key: row for key, row in {**rows, **oldest[name]}.items() if row is not None}
        for name, rows in now.items()
    }
    return Drafted(first, now, touches)
