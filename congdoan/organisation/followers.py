"""How records of other packages follow a unit that moves, merges, splits or ends. Each package registers its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from congdoan.core.registry import Registry
from congdoan.organisation.models import Reorganisation

DEPARTMENT: Final = "end_department"
"""Key of outcomes: what a department that ends has in hand goes on in its organ. Without one, as when a unit ends."""


@dataclass(frozen=True, slots=True)
class Handed:
    """One record of a unit that splits, as the person sees it who chooses which successor takes it.

    `key` names it in the choices ("nv-12"). `amount` is a level that may be divided among the successors.
    """

    key: str
    group: str
    what: str
    source: str = ""
    amount: Decimal | None = None
    amount_unit: str = ""
    is_whole: bool = False


def _nothing(_: Reorganisation) -> None:
    """Records that hang on the unit itself follow it without being touched."""


def _nobody_chooses(_: Sequence[int]) -> list[Handed]:
    return []


@dataclass(frozen=True, slots=True)
class Follower:
    """`count(path)` says how many records lie at units under the path ("nhiệm vụ đang mở": 11).

    `count_at(unit ids)` counts those of a unit and its departments alone, which change hands when it merges, splits or
    ends; `outcomes` says by the kind of command (or DEPARTMENT) what becomes of them ("chuyển sang đơn vị nhận").
    `records(unit ids)` are those for which a successor can be chosen.
    `follow` is called in the command's transaction; it may refuse with a DomainError.
    """

    label: str
    count: Callable[[str], int]
    follow: Callable[[Reorganisation], None] = _nothing
    outcomes: Mapping[str, str] = field(default_factory=dict)
    count_at: Callable[[Sequence[int]], int] | None = None
    records: Callable[[Sequence[int]], list[Handed]] = _nobody_chooses

    @property
    def can_be_chosen(self) -> bool:
        return self.records is not _nobody_chooses


followers: Registry[Follower] = Registry("follower of reorganisations")
