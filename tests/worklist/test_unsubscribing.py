"""Digests are stopped from the mail itself, also by the mail program alone (RFC 8058), and by nobody else."""

import re
from datetime import date

import pytest
from django.core import signing
from django.test import Client

from congdoan.accounts.telling import ways
from congdoan.worklist.models import NoticeChoice, OutgoingMail
from congdoan.worklist.services.digest import write_digests
from congdoan.worklist.services.outbox import send_waiting
from tests.worklist.mail_server import MailServer
from tests.worklist.work import TODAY, give
from tests.world import Federation

HOST = "http://127.0.0.1:8000"


@pytest.fixture
def digest(federation: Federation, server: MailServer) -> str:
    """The address in the header of a digest as it reached its receiver."""
    give(federation.office, TODAY)
    write_digests(on=TODAY)
    send_waiting()
    (message,) = server.messages("vanthu@example.vn")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(r"<(.+)>", re.sub(r"\s+", "", message["List-Unsubscribe"]))
    assert found is not None and found[1] in message.get_payload()[0].get_payload(decode=True).decode()  # type: ignore
    return found[1].removeprefix(HOST)


def test_the_mail_program_stops_the_digests_by_one_request_without_sign_in_cookie_or_token(
    digest: str, federation: Federation
) -> None:
    program = Client(enforce_csrf_checks=True)
    body = "List-Unsubscribe=One-Click"
    answer = program.post(digest, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert NoticeChoice.objects.get(user=federation["vanthu"]).digest == "none"
    assert write_digests(on=date(2023, 3, 16)) == 1  # chanhvp still wants theirs
    assert OutgoingMail.objects.filter(user=federation["vanthu"]).count() == 1
    assert program.post(digest, body, content_type="application/x-www-form-urlencoded").status_code == 200


def test_a_program_that_only_looks_at_links_stops_nothing(digest: str, client: Client) -> None:
    assert client.get(digest).status_code == 200
    assert not NoticeChoice.objects.filter(digest="none").exists()


def test_a_link_that_was_made_up_or_is_for_something_else_stops_nothing(
    digest: str, client: Client, federation: Federation
) -> None:
    token = digest.rstrip("/").rpartition("/")[2]
    other = federation["batri"].pk
    forged = (
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        signing.dumps(other, salt="another.purpose"),
        signing.dumps(other, salt="worklist.unsubscribe", key="another key"),
        f"{signing.b62_encode(other)}{token[token.index(':') :]}",
        str(other),
    )
    answers = [client.post(digest.replace(token, one)).status_code for one in forged]
    assert answers == [404] * len(forged)
    assert not NoticeChoice.objects.filter(digest="none").exists()


def test_what_concerns_the_security_of_an_account_cannot_be_stopped(federation: Federation, server: MailServer) -> None:
    for carry in ways:
        carry(federation["batri"], "Thiết bị mới", "Đăng nhập từ thiết bị mới", "/tai-khoan/")
    send_waiting()
    (message,) = server.messages("batri@example.vn")
    assert message["List-Unsubscribe"] is None
