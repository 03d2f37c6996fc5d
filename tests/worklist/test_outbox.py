"""Mails are sent in order, tried again, and never lost."""

import email
import smtplib
import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services import outbox


class Server:
    """Takes mail, and refuses the addresses in `refused`."""

    def __init__(self):
        self.taken, self.refused = [], set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.rcpt_tos[0], envelope.content.decode()))
        return "250 OK"


@pytest.fixture
def server(settings):
    handler = Server()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield handler
    controller.stop()


def write(to, subject="Việc mới", **more):
    return OutgoingMail.objects.create(to=to, subject=subject, text="Nội dung", **more)


def again():
    """Let the waiting time pass."""
    OutgoingMail.objects.filter(state="waiting").update(next_try_at=timezone.now() - timedelta(seconds=1))
    return outbox.send_waiting()


def test_a_real_server_gets_text_html_and_the_way_to_stop(federation, server):
    outbox.write_mail([federation["batri"]], subject="Việc mới", text="Có việc mới", url="/viec/1/")
    assert outbox.send_waiting() == 1
    to, content = server.taken[0]
    assert to == "batri@example.vn"
    message = email.message_from_string(content)
    assert [part.get_content_type() for part in message.get_payload()] == ["text/plain", "text/html"]
    assert message["List-Unsubscribe"].strip().startswith("<http://127.0.0.1:8000/viec/thong-bao/thoi-nhan-thu/")
    assert OutgoingMail.objects.get().state == "sent"


def test_a_refused_mail_is_tried_again_and_keeps_back_what_follows(db, server):
    server.refused = {"a@example.vn"}
    for n in range(3):
        write("a@example.vn", str(n))
    write("b@example.vn")
    assert outbox.send_waiting() == 1
    first = OutgoingMail.objects.order_by("pk")[0]
    assert (first.state, first.attempts) == ("waiting", 1)
    assert "try again later" in first.error and first.next_try_at > timezone.now()
    assert outbox.send_waiting() == 0
    server.refused = set()
    assert again() == 3
    assert [content.split("Subject: ")[1][0] for to, content in server.taken if to == "a@example.vn"] == list("012")


def test_while_the_server_is_away_nothing_is_lost_or_counted(db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    write("a@example.vn")
    assert outbox.send_waiting() == 0
    kept = OutgoingMail.objects.get()
    assert (kept.state, kept.attempts) == ("waiting", 0)
    assert "refused" in kept.error


def test_a_server_that_goes_away_in_between_gets_the_rest_later(db, monkeypatch):
    taken = []

    def send(self, messages):
        if len(taken) == 1:
            raise smtplib.SMTPServerDisconnected("gone")
        taken.extend(messages)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send)
    for n in range(3):
        write(f"{n}@example.vn")
    assert outbox.send_waiting() == 0
    assert OutgoingMail.objects.filter(state="sent").count() == 1
    assert OutgoingMail.objects.filter(state="waiting", attempts=0).count() == 2


def test_after_many_refusals_the_mail_is_given_up_but_kept_with_its_reason(db, server):
    server.refused = {"a@example.vn"}
    write("a@example.vn")
    for _ in range(outbox.ATTEMPTS):
        again()
    kept = OutgoingMail.objects.get()
    assert (kept.state, kept.attempts) == ("failed", outbox.ATTEMPTS)
    assert "try again later" in kept.error


def test_a_mail_is_written_with_what_causes_it_or_not_at_all(federation):
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.write_mail([federation["batri"]], subject="x", text="x", url="/")
        raise RuntimeError
    assert not OutgoingMail.objects.exists()


def test_a_line_break_in_a_subject_cannot_add_headers(federation):
    outbox.write_mail([federation["batri"]], subject="Việc\nBcc: x@example.vn", text="x", url="/")
    assert outbox.send_waiting() == 1
    assert mail.outbox[0].subject == "Việc Bcc: x@example.vn"
