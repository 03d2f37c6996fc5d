"""A worker that is killed in the middle of a mail leaves it to the next one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from django.db import connection

from congdoan.worklist.services.outbox import send_waiting
from tests.worklist.mail_server import MailServer
from tests.worklist.test_outbox import write

_SENDER = """
import sys
from congdoan.config import test_settings as settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[2])
import django
django.setup()
from congdoan.worklist.services.outbox import send_waiting
send_waiting()
"""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_that_is_killed_in_the_middle_of_a_mail_loses_nothing(server: MailServer) -> None:
    for n in range(3):
        write("a@example.vn", str(n))
    server.seconds["a@example.vn"] = 60
    name = str(connection.settings_dict["NAME"])
    sender = subprocess.Popen(
        [sys.executable, "-c", _SENDER, name, str(server.port)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "congdoan.config.test_settings"},
    )
    _until(lambda: server.lines > 0 and not _is_free())
    sender.send_signal(signal.SIGKILL)
    sender.wait()
    server.seconds.clear()
    _until(_is_free)
    assert send_waiting() == 3
    assert server.subjects("a@example.vn") == ["0", "1", "2"]


def _is_free() -> bool:
    """Whether no worker has the first mail in hand."""
    with connection.cursor() as cursor:
        first = "(select min(id) from worklist_outgoingmail)"
        cursor.execute(f"select id from worklist_outgoingmail where id = {first} for update skip locked")
        return cursor.fetchone() is not None


def _until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
