from dataclasses import dataclass

from congdoan.plans.models import Correction, Stage


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that was read and the one that a person put in its place. `rows` are those that the change touched."""

    stage: Stage
    what: Correction.What
    place: str
    read: str
    corrected: str
    rows: tuple[tuple[str, str], ...]
    start: int | None = None
    end: int | None = None
