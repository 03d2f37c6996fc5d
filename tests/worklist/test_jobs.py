"""What the worker does by the clock."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.core import mail

from congdoan.worklist import jobs
from congdoan.worklist.models import Notice, OutgoingMail
from tests.worklist.work import TODAY, give


@pytest.fixture
def at(monkeypatch):
    """Sets the time of day that the worker sees."""

    def set_time(hour, minute):
        moment = datetime(2023, 3, 15, hour, minute)  # noqa: DTZ001
        monkeypatch.setattr(jobs, "timezone", SimpleNamespace(localtime=lambda: moment))

    return set_time


def test_nothing_is_said_before_half_past_six(federation, at):
    give(federation.office, TODAY)
    at(6, 29)
    jobs.morning(timestamp=0)
    assert not Notice.objects.exists()


def test_the_morning_reminds_writes_digests_and_does_so_once(federation, at):
    give(federation.office, TODAY)
    at(6, 45)
    jobs.morning(timestamp=0)
    jobs.morning(timestamp=900)
    assert Notice.objects.filter(kind="work.due").count() == 2
    assert OutgoingMail.objects.count() == 2
    jobs.send_mail(context=SimpleNamespace(should_abort=lambda: False), timestamp=0)
    assert {message.to[0] for message in mail.outbox} == {"chanhvp@example.vn", "vanthu@example.vn"}
