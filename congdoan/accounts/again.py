"""What gives somebody power is done only by whoever has just shown who they are."""

from collections.abc import Callable
from typing import TypeVar

from allauth.account.decorators import reauthentication_required

View = TypeVar("View", bound=Callable[..., object])


def password_again(view: View) -> View:
    """Asks for the password (a code, a key) before something is sent, unless that was done a few minutes ago.

    The form opens without; what was typed into it is kept and sent when the password is right.
    """
    asked: View = reauthentication_required(view, allow_get=True)
    return asked
