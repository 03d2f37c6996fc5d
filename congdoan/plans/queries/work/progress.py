"""How far an assignment is, by results: the sum below, its first target, its own plan, its people, its state."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from congdoan.plans.models import Assignment, AssignmentState, AssignmentTarget, Executor
from congdoan.plans.queries.local.parts import LocalWork
from congdoan.plans.queries.work.conditions import OWED


@dataclass(frozen=True, slots=True)
class Progress:
    """`reached` of `total` `unit_text` ("thủ tục", "phần việc"); `total` is 0 when nothing is counted."""

    reached: Decimal
    total: Decimal
    unit_text: str = ""

    @property
    def share(self) -> float:
        """From 0 to 1; more than what was to be reached is still 1."""
        return min(float(self.reached / self.total), 1.0) if self.total else 0.0

    @property
    def is_counted(self) -> bool:
        return bool(self.total)


def progress_of(
    assignment: Assignment,
    targets: Sequence[AssignmentTarget],
    executors: Sequence[Executor],
    local: LocalWork | None = None,
) -> Progress:
    """From rows already read; `targets` in their order."""
    if local and local.total and local.summed and local.summed.goal and assignment.state in OWED:
        return Progress(local.summed.reached, local.summed.goal, local.summed.unit_text)
    if targets:
        return Progress(targets[0].reached, targets[0].total, targets[0].unit_text)
    if local and local.total:
        return Progress(Decimal(local.done), Decimal(local.total), "phần việc")
    if len(executors) > 1:
        done = sum(executor.done_on is not None for executor in executors)
        return Progress(Decimal(done), Decimal(len(executors)), "phần việc")
    return Progress(Decimal(assignment.state == AssignmentState.DONE), Decimal(0))
