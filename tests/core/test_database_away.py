"""A database that goes away in the middle of a request is said to be away, whatever part of the request meets it."""

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import InterfaceError, OperationalError
from django.test import RequestFactory

from congdoan.core.views.failures import bad_request


def interrupted(by: Exception) -> SessionInterrupted:
    """What a session that could not be saved ends in."""
    with pytest.raises(SessionInterrupted) as raised:
        try:
            raise by
        except type(by):
            raise SessionInterrupted("deleted") from None
    return raised.value


@pytest.mark.parametrize("away", [OperationalError(), InterfaceError()])
def test_a_session_that_cannot_be_saved_without_the_database_is_no_bad_request(
    rf: RequestFactory, away: Exception
) -> None:
    answer = bad_request(rf.post("/viec/"), interrupted(away))
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


def test_a_session_that_ended_elsewhere_is(rf: RequestFactory) -> None:
    assert bad_request(rf.post("/viec/"), SessionInterrupted("deleted")).status_code == 400
