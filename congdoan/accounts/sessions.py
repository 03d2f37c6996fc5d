"""Sessions as Django keeps them in the database; every page asks for one, so the question is prepared."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from congdoan.core.prepared import prepared


class SessionStore(DatabaseSessions):
    def _get_session_from_db(self) -> Any:
        """None when there is no such session, or it is over: its key is not used again."""
        for session in _sessions(self.session_key):
            if session.expire_date > timezone.now():
                return session
        self._session_key = None
        return None


@prepared
def _sessions(key: str | None) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key)
