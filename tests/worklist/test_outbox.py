"""Mails are sent in order, tried again, and never lost: against a real server with one line to it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from congdoan.core import clock
from congdoan.worklist.models import MailTrouble, OutgoingMail
from congdoan.worklist.services import outbox
from congdoan.worklist.services.mail_trouble import watch_mails
from tests.worklist.mail_server import MailServer
from tests.world import Federation

pytestmark = pytest.mark.django_db


def write(to: str, subject: str = "Việc mới") -> OutgoingMail:
    return OutgoingMail.objects.create(to=to, subject=subject, text="Nội dung")


def send_after(monkeypatch: pytest.MonkeyPatch, **time: float) -> int:
    """Send when so much time has gone by since the tests began."""
    later = timezone.now() + timedelta(**time)
    monkeypatch.setattr(clock, "now", lambda: later)
    return outbox.send_waiting()


def states() -> dict[str, str]:
    return dict(OutgoingMail.objects.values_list("to", "state"))


def test_a_real_server_gets_text_html_and_the_way_to_stop(federation: Federation, server: MailServer) -> None:
    outbox.write_mail([federation["batri"]], subject="Việc mới", text="Có việc mới", url="/viec/1/")
    assert outbox.send_waiting() == 1
    (message,) = server.messages("batri@example.vn")
    assert [part.get_content_type() for part in message.get_payload()] == ["text/plain", "text/html"]  # type: ignore[union-attr]
    assert message["List-Unsubscribe"].strip().startswith("<http://127.0.0.1:8000/viec/thong-bao/thoi-nhan-thu/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert OutgoingMail.objects.get().state == "sent"


def test_a_mail_refused_for_now_keeps_back_what_follows_for_the_same_recipient(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.to_recipient["a@example.vn"] = "451 4.7.1 try again later"
    for n in range(3):
        write("a@example.vn", str(n))
    write("b@example.vn")
    assert outbox.send_waiting() == 1
    first = OutgoingMail.objects.order_by("pk")[0]
    assert (first.state, first.attempts, first.error) == ("waiting", 1, "451 4.7.1 try again later")
    assert outbox.send_waiting() == 0
    server.to_recipient.clear()
    assert send_after(monkeypatch, minutes=2) == 3
    assert server.subjects("a@example.vn") == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("answer", "bad"),
    [
        ("550 5.1.1 no such user", True),
        ("550 unknown", True),
        ("552 5.2.2 mailbox full", False),
        ("550 5.7.1 we do not like you", False),
    ],
)
def test_a_mail_refused_for_good_is_not_tried_again_and_keeps_nothing_back(
    server: MailServer, monkeypatch: pytest.MonkeyPatch, answer: str, bad: bool
) -> None:
    server.to_recipient["a@example.vn"] = answer
    write("a@example.vn", "1")
    assert outbox.send_waiting() == 0
    refused = OutgoingMail.objects.get()
    assert (refused.state, refused.error, refused.bad_address) == ("failed", answer, bad)
    server.to_recipient.clear()
    write("a@example.vn", "2")
    assert send_after(monkeypatch, days=1) == 1
    assert server.subjects("a@example.vn") == ["2"]


def test_the_text_may_be_refused_too(server: MailServer) -> None:
    server.to_text = {"a@example.vn": "554 5.6.0 not this", "b@example.vn": "452 4.3.1 disk full"}
    for to in "abc":
        write(f"{to}@example.vn")
    assert outbox.send_waiting() == 1
    assert states() == {"a@example.vn": "failed", "b@example.vn": "waiting", "c@example.vn": "sent"}


def test_a_server_that_is_away_for_five_minutes_loses_nothing(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        write(f"{n % 2}@example.vn", str(n))
    server.stop()
    assert [send_after(monkeypatch, minutes=minute) for minute in range(5)] == [0] * 5
    assert set(OutgoingMail.objects.values_list("state", "attempts")) == {("waiting", 0)}
    assert "refused" in MailTrouble.objects.get().words
    server.start()
    assert send_after(monkeypatch, seconds=300) == 6
    assert [server.subjects(f"{n}@example.vn") for n in range(2)] == [["0", "2", "4"], ["1", "3", "5"]]
    assert not MailTrouble.objects.exists()


def test_a_server_that_is_busy_for_a_night_gets_all_within_an_hour(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.to_recipient["a@example.vn"] = "450 4.3.2 come back"
    write("a@example.vn")
    for minute in range(0, 12 * 60, 5):
        send_after(monkeypatch, minutes=minute)
    server.to_recipient.clear()
    assert send_after(monkeypatch, hours=13) == 1


def test_after_five_days_of_refusals_the_mail_is_given_up_but_kept_with_its_reason(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.to_recipient["a@example.vn"] = "451 4.7.1 try again later"
    write("a@example.vn")
    for hours in (0, 24, 48, 119):
        send_after(monkeypatch, hours=hours)
    assert OutgoingMail.objects.get().state == "waiting"
    send_after(monkeypatch, hours=121)
    kept = OutgoingMail.objects.get()
    assert (kept.state, kept.attempts, kept.error) == ("failed", 5, "451 4.7.1 try again later")


def test_a_line_cut_in_the_middle_of_a_text_costs_no_double_and_holds_nobody_else(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.hang_up_in_text["b@example.vn"] = 1
    for to in "abc":
        write(f"{to}@example.vn")
    assert outbox.send_waiting() == 2
    assert states()["b@example.vn"] == "waiting"
    assert send_after(monkeypatch, minutes=2) == 1
    assert sorted(to for to, _ in server.taken) == ["a@example.vn", "b@example.vn", "c@example.vn"]


def test_a_line_cut_before_the_answer_makes_one_double_that_receivers_know_by_its_name(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.hang_up_after_text["a@example.vn"] = 1
    write("a@example.vn", "1")
    write("a@example.vn", "2")
    assert outbox.send_waiting() == 0
    assert send_after(monkeypatch, minutes=2) == 2
    assert server.subjects("a@example.vn") == ["1", "1", "2"]
    first, again, second = (message["Message-ID"] for message in server.messages("a@example.vn"))
    assert first == again != second


def test_a_mail_at_which_the_server_always_hangs_up_does_not_stop_the_others(server: MailServer) -> None:
    server.hang_up_in_text["a@example.vn"] = 1000
    for to in "abcdef":
        write(f"{to}@example.vn")
    assert outbox.send_waiting() == 5
    assert not MailTrouble.objects.exists()


def test_a_server_that_hangs_up_at_every_mail_counts_as_gone(server: MailServer) -> None:
    for n in range(6):
        server.hang_up_in_text[f"{n}@example.vn"] = 1000
        write(f"{n}@example.vn")
    assert outbox.send_waiting() == 0
    assert OutgoingMail.objects.filter(state="waiting", attempts=0).count() == 3
    assert MailTrouble.objects.get().kind == "away"


@pytest.mark.parametrize("answer", ["550 5.7.1 sender not permitted", "530 5.7.0 authentication required"])
def test_a_sender_that_is_refused_is_our_trouble_and_no_mail_is_lost_by_it(server: MailServer, answer: str) -> None:
    server.to_sender = answer
    for n in range(3):
        write(f"{n}@example.vn")
    assert outbox.send_waiting() == 0
    assert set(OutgoingMail.objects.values_list("state", "attempts")) == {("waiting", 0)}
    assert (MailTrouble.objects.get().kind, MailTrouble.objects.get().words) == ("not_let_in", answer)
    server.to_sender = ""
    assert outbox.send_waiting() == 3


def test_a_wrong_password_is_told_at_once(server: MailServer, settings: Any, federation: Federation) -> None:
    server.password, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "right", "congdoan", "wrong"
    write("a@example.vn")
    assert outbox.send_waiting() == 0
    watch_mails()
    assert MailTrouble.objects.get().kind == "not_let_in"
    settings.EMAIL_HOST_PASSWORD = "right"
    assert outbox.send_waiting() == 1


def test_a_worker_that_is_stopped_sends_nothing_more(server: MailServer) -> None:
    write("a@example.vn")
    assert outbox.send_waiting(lambda: True) == 0
    assert OutgoingMail.objects.get().attempts == 0


def test_a_mail_is_written_with_what_causes_it_or_not_at_all(federation: Federation) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.write_mail([federation["batri"]], subject="x", text="x", url="/")
        raise RuntimeError
    assert not OutgoingMail.objects.exists()


def test_a_line_break_in_a_subject_cannot_add_headers(federation: Federation) -> None:
    outbox.write_mail([federation["batri"]], subject="Việc\nBcc: x@example.vn", text="x", url="/")
    assert outbox.send_waiting() == 1
    assert mail.outbox[0].subject == "Việc Bcc: x@example.vn"
