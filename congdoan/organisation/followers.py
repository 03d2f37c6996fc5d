"""How the records of other packages follow a unit that moves or ends. Each package registers its own."""

from collections.abc import Callable
from dataclasses import dataclass

from congdoan.core.registry import Registry
from congdoan.organisation.models import Reorganisation


def _nothing(_: Reorganisation) -> None:
    """Records that hang on the unit itself follow it without being touched."""


@dataclass(frozen=True, slots=True)
class Follower:
    """`count(path)` says how many records lie at units under the path ("nhiệm vụ đang mở": 11).

    `follow` is called in the command's transaction; it may refuse with a DomainError.
    """

    label: str
    count: Callable[[str], int]
    follow: Callable[[Reorganisation], None] = _nothing


followers: Registry[Follower] = Registry("follower of reorganisations")
