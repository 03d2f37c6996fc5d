"""What servers send back later is noted on the mail; anybody may send such a mail, so little in it is believed."""

import os
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail as sent_mails
from hypothesis import given
from hypothesis import strategies as st

from congdoan.cli.management import run_management_command
from congdoan.worklist.mailing.message import mail_named, message_id
from congdoan.worklist.mailing.report import read_report
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.mail_returns import take_report
from congdoan.worklist.services.outbox import send_waiting, write_mail
from tests.worklist.reports import report
from tests.world import Federation


@pytest.fixture
def sent(federation: Federation) -> OutgoingMail:
    write_mail([federation["batri"]], subject="Việc mới", text="Có việc", url="/viec/1/")
    send_waiting()
    return OutgoingMail.objects.get()


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers", "message/global-headers"])
def test_a_returned_mail_is_noted_with_the_words_of_the_server(sent: OutgoingMail, original: str) -> None:
    name = sent_mails.outbox[0].message()["Message-ID"]
    assert take_report(report(name, original=original)) == sent
    sent.refresh_from_db()
    assert (sent.state, sent.bad_address) == ("returned", True)
    assert sent.error == "550 5.1.1 <batri@example.vn>: Recipient address rejected: User unknown"
    assert sent.failed_at is not None


def test_a_full_mailbox_is_no_bad_address(sent: OutgoingMail) -> None:
    take_report(report(message_id(sent.pk), status="5.2.2", words="552 mailbox full"))
    sent.refresh_from_db()
    assert (sent.state, sent.bad_address, sent.error) == ("returned", False, "5.2.2 552 mailbox full")


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", ""])
def test_a_report_of_anything_but_failure_changes_nothing(sent: OutgoingMail, action: str) -> None:
    assert take_report(report(message_id(sent.pk), action=action)) is None
    sent.refresh_from_db()
    assert sent.state == "sent"


def test_a_report_that_names_a_mail_by_guessing_is_not_believed(sent: OutgoingMail) -> None:
    true = message_id(sent.pk)
    forged = [
        true.replace(true[-30:-20], "0" * 10),
        f"<outbox.{sent.pk}.{'a' * 24}@localhost>",
        f"<outbox.{sent.pk}@x>",
    ]
    other = true.replace(f"outbox.{sent.pk}.", f"outbox.{sent.pk + 1}.")
    assert [take_report(report(name)) for name in (*forged, other, "")] == [None] * 5
    sent.refresh_from_db()
    assert sent.state == "sent"


def test_an_absence_notice_is_no_report(sent: OutgoingMail) -> None:
    away = f"Subject: Nghi phep\nIn-Reply-To: {message_id(sent.pk)}\n\nAction: failed\n".encode()
    assert take_report(away) is None


def test_the_words_of_a_hostile_server_stay_one_short_line(sent: OutgoingMail) -> None:
    words = "550 5.1.1 <script>alert(1)</script>\x1b[31m\x00 " + "x" * 5000
    take_report(report(message_id(sent.pk), words=words))
    sent.refresh_from_db()
    assert len(sent.error) <= 400
    assert sent.error.isprintable()


@given(st.binary(max_size=2000), st.integers(0, 1500), st.integers(0, 1500))
def test_whatever_comes_in_is_read_without_an_error(junk: bytes, at: int, upto: int) -> None:
    good = report("<outbox.1.aaaaaaaaaaaaaaaaaaaaaaaa@x>")
    assert read_report(junk) is None
    torn = read_report(good[:at] + junk + good[upto:])
    assert torn is None or mail_named(torn.message_id) is None


def test_a_mail_nested_ten_thousand_deep_is_put_aside_quickly() -> None:
    begun = time.monotonic()
    deep = "".join(f'Content-Type: multipart/report; boundary="b{n}"\n\n--b{n}\n' for n in range(10_000))
    assert read_report(deep.encode()) is None
    assert read_report(b"Content-Type: message/rfc822\n\n" * 10_000) is None
    assert time.monotonic() - begun < 5


def test_a_mail_server_pipes_what_comes_back_into_the_command(
    sent: OutgoingMail, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(report(message_id(sent.pk)))))
    assert run_management_command("bounces", []) == 0
    assert f"Thư số {sent.pk} không tới nơi." in capsys.readouterr().out
    sent.refresh_from_db()
    assert sent.state == "returned"


def test_while_the_database_is_away_the_mail_server_keeps_the_report(tmp_path: Path) -> None:
    away = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "CONGDOAN_DATA": str(tmp_path)}
    raw = report(message_id(1))
    done = subprocess.run(
        [sys.executable, "-m", "congdoan.cli", "bounces"],
        input=raw,
        env=os.environ | away | {"CONGDOAN_SECRET_KEY": settings.SECRET_KEY},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, "đưa lại thư này sau" in done.stderr.decode()) == (75, True)
