"""What there is to do: upper packages register each kind of work with its button and its address."""

from collections.abc import Callable
from dataclasses import dataclass

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class WorkKind:
    """`verb` is the words on the button ("Báo cáo kết quả"); `url` gives the page that deals with an object id."""

    verb: str
    url: Callable[[int], str]
    waits_for_decision: bool = False
    group: str = ""


kinds: Registry[WorkKind] = Registry("kind of work")
