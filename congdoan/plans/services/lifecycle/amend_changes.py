"""What a person may change of an issued plan, one class for each kind of change."""

from dataclasses import dataclass
from datetime import date

from congdoan.plans.services.lifecycle.parties import Parties


@dataclass(frozen=True, slots=True)
class Withdraw:
    """From the `unit_ids` alone, or from all when there are none."""

    task_id: int
    unit_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveDue:
    """For the `unit_ids` alone, or for all when there are none."""

    task_id: int
    due: date | None
    unit_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reword:
    task_id: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeParties:
    task_id: int
    parties: Parties


@dataclass(frozen=True, slots=True)
class ChangeRollUp:
    """When the work below is enough; `least` is how many parts, or how many in a hundred."""

    task_id: int
    rule: str
    least: int | None


@dataclass(frozen=True, slots=True)
class ChangeAfter:
    """Which task must be done before it; none when there is no id."""

    task_id: int
    after_id: int | None


@dataclass(frozen=True, slots=True)
class AddTask:
    section_id: int | None
    number: str
    title: str
    text: str
    due: date | None
    parties: Parties
    carries_out_id: int | None = None
    after_id: int | None = None


Change = Withdraw | MoveDue | Reword | ChangeParties | ChangeRollUp | ChangeAfter | AddTask
