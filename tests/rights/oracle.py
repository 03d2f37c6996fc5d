"""What the matrix says that somebody must get. Knows nothing of the product's own rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from congdoan.organisation.models import Unit
from tests.rights.matrix import Matrix, Row, Thing

ALLOWED, FORBIDDEN, NOT_THERE, NOT_OFFERED, SIGN_IN = "được", "403", "404", "422", "đăng nhập"


@dataclass(frozen=True)
class Actor:
    """Somebody with one post: `place` is its unit, `organ` the organ of that unit; both None without a post in force.

    The owner is the one whose own notices, drafts and jobs the walk opens.
    """

    name: str
    role: str = ""
    position: str = ""
    place: Unit | None = None
    organ: Unit | None = None
    is_owner: bool = False
    is_anonymous: bool = False


@dataclass(frozen=True)
class Oracle:
    """`places`: the units that the matrix calls own, above, below and sister."""

    matrix: Matrix
    places: Mapping[str, Unit]

    def answer(self, row: Row, actor: Actor) -> str:
        """One of the five answers above."""
        if row.open:
            return ALLOWED
        if actor.is_anonymous:
            return SIGN_IN
        if row.choose:
            return self._answer_of_form(row, actor)
        thing = self.matrix.things[row.thing] if row.thing else None
        if thing and not self._is_there(thing, actor):
            return NOT_THERE
        if row.only == "owner":
            return ALLOWED if actor.is_owner else FORBIDDEN
        return ALLOWED if not row.right or self._may_one_of(row, actor) else FORBIDDEN

    def _answer_of_form(self, row: Row, actor: Actor) -> str:
        if not self._may(actor, row.right, "anywhere"):
            return FORBIDDEN
        offered = self._may(actor, row.right, "own", inside=row.choose == "inside")
        return ALLOWED if offered else NOT_OFFERED

    def _may_one_of(self, row: Row, actor: Actor) -> bool:
        return any(self._may(actor, right, row.at) for right in row.right.split("|"))

    def _is_there(self, thing: Thing, actor: Actor) -> bool:
        if thing.owner and actor.is_owner:
            return True
        if thing.seen is None:
            return not thing.owner
        return any(self._sees(actor, *way.partition("@")[::2], inside=thing.inside) for way in thing.seen)

    def _sees(self, actor: Actor, right: str, at: str, *, inside: bool) -> bool:
        return actor.place is not None if right == "*" else self._may(actor, right, at or "own", inside=inside)

    def _may(self, actor: Actor, right: str, at: str, *, inside: bool = False) -> bool:
        holders = self.matrix.rights[right]
        if actor.place is None or actor.organ is None or actor.role not in holders:
            return False
        if at == "anywhere":
            return True
        base = actor.organ if holders[actor.role] else actor.place
        if at == "given":  # the organs themselves to which the plan of `work_things` gave a task
            return base in (self.places["own"], self.places["sister"])
        target = actor.organ if at == "organ" else self.places[at]
        return base == target if inside else target.path.startswith(base.path)
