"""Who takes over from a unit that merges into another one or splits: the unit as a whole, and record by record."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from congdoan.organisation.models import Reorganisation

Choices = Mapping[str, int]
"""Key of a record → id of the successor that takes it."""
Shares = Mapping[str, Mapping[int, Decimal]]
"""Key of a record → what each successor gets of its level."""


@dataclass(frozen=True, slots=True)
class Succession:
    """`ended` are the units that are no more; `heirs` says for each unit that hands over who takes what is not chosen.

    A unit that goes on after a split is its own heir. Empty for commands that only establish, rename or move.
    """

    ended: frozenset[int]
    heirs: Mapping[int, int]
    choices: Choices
    shares: Shares

    @property
    def giving(self) -> list[int]:
        """The units whose records change hands or come to an end."""
        return sorted(self.ended | set(self.heirs))

    def heir_of(self, unit_id: int, key: str = "") -> int | None:
        """The unit that takes the record, itself when it stays; None when nobody does."""
        if unit_id in self.heirs and key in self.choices:
            return self.choices[key]
        return self.heirs.get(unit_id, None if unit_id in self.ended else unit_id)


def succession_of(done: Reorganisation) -> Succession:
    details = done.details
    kinds = Reorganisation.Kind
    if done.kind not in (kinds.END, kinds.MERGE, kinds.SPLIT):
        return Succession(frozenset(), {}, {}, {})
    return Succession(
        frozenset(details.get("units", [])),
        {int(old): new for old, new in details.get("heirs", {}).items()},
        details.get("choices", {}),
        {key: {int(u): Decimal(v) for u, v in by.items()} for key, by in details.get("shares", {}).items()},
    )


def as_details(
    *, ended: list[int], heirs: Mapping[int, int], successors: list[int], choices: Choices, shares: Shares, posts: int
) -> dict[str, Any]:
    """What the row of the command keeps of it."""
    return {
        "units": ended,
        "heirs": {str(old): new for old, new in heirs.items()},
        "successors": successors,
        "choices": dict(choices),
        "shares": {key: {str(u): str(v) for u, v in by.items()} for key, by in shares.items()},
        "posts": posts,
    }
