"""Who gives a command: a person with the right, or the operator at the command line."""

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require

Actor = User | None
"""None is the operator at the command line, who may do everything."""


def require_of(actor: Actor, action: str, unit: Unit) -> None:
    """Raises NotAllowed unless the actor may do `action` at `unit`."""
    if actor is not None:
        require(actor, action, unit)
