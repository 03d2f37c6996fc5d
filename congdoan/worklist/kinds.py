"""What there is to do: upper packages register each kind of work with its button and its address."""

from collections.abc import Callable
from dataclasses import dataclass

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class WorkKind:
    """`verb` is the words on the button ("Báo cáo kết quả"); `url` gives the page that deals with an object id.

    `followed` gives another page to those whose work it is not, where they may not open the first.
    """

    verb: str
    url: Callable[[int], str]
    waits_for_decision: bool = False
    group: str = ""
    followed: Callable[[int], str] | None = None

    def url_for(self, object_id: int, *, mine: bool) -> str:
        return self.url(object_id) if mine or self.followed is None else self.followed(object_id)


kinds: Registry[WorkKind] = Registry("kind of work")
