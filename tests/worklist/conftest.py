"""A kind of work and a kind of decision, registered for these tests alone."""

from collections.abc import Iterator
from typing import Any

import pytest

from congdoan.worklist.kinds import WorkKind, kinds
from tests.worklist.mail_server import MailServer


@pytest.fixture(autouse=True)
def _kinds_of_work() -> Iterator[None]:
    before = dict(kinds._entries)
    kinds._entries["test.report"] = WorkKind("Báo cáo kết quả", lambda object_id: f"/nhiem-vu/{object_id}/")
    kinds._entries["test.approve"] = WorkKind(
        "Duyệt", lambda object_id: f"/duyet/{object_id}/", waits_for_decision=True
    )
    yield
    kinds._entries.clear()
    kinds._entries.update(before)


@pytest.fixture(autouse=True)
def _one_sender(settings: Any) -> None:
    """Other threads do not see what a test has not committed."""
    settings.MAIL_SENDERS = 1


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """A real mail server, to which the outbox sends."""
    running = MailServer()
    running.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
    yield running
    running.stop()
