"""How long somebody stays signed in: so long without doing anything, and so long at all.

Two hours and twelve hours (CONGDOAN_SESSION_IDLE_MINUTES, CONGDOAN_SESSION_HOURS). Whoever asked to be remembered on
a machine of their own stays for SESSION_COOKIE_AGE, used or not.
"""

from time import time
from typing import Final

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

BEGAN: Final = "began"
SEEN: Final = "seen"
NOTED_EVERY: Final = 300
"""Seconds: that somebody is there is written down no more often."""


def begin(request: HttpRequest) -> None:
    """A person has signed in."""
    request.session[BEGAN] = request.session[SEEN] = int(time())


def is_over(session: SessionBase) -> bool:
    """Whether the time is up. A session of before these rules begins now."""
    now = time()
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if not session.get_expire_at_browser_close():
        return bool(now - began > settings.SESSION_COOKIE_AGE)
    return bool(now - seen > settings.SESSION_IDLE_MINUTES * 60 or now - began > settings.SESSION_HOURS * 3600)


def note_seen(session: SessionBase) -> bool:
    """Write down that the person is there, when that is due; says whether it was."""
    now = int(time())
    if now - session.get(SEEN, 0) < NOTED_EVERY:
        return False
    session[SEEN] = now
    session.setdefault(BEGAN, now)
    return True
