"""Signs browsers out because somebody wants it; the floors above stop what they kept going for them.

A session whose time is up is another matter: what was allowed on the device goes on.
"""

from collections.abc import Callable, Iterable

from allauth.usersessions.models import UserSession

from congdoan.core.registry import Registry

leavers: Registry[Callable[[int], None]] = Registry("what stops when a browser is signed out")
"""Each gets the id of the session (`UserSession`), before it ends."""


def end(sessions: Iterable[UserSession]) -> None:
    for session in sessions:
        tell_left(session.pk)
        session.end()


def tell_left(session_id: int) -> None:
    for stop in leavers:
        stop(session_id)
