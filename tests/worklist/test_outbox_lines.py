"""Several lines to the mail server at once: each recipient's order is kept, a slow one holds nobody, none is lost."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.outbox import send_waiting
from tests.worklist.mail_server import MailServer
from tests.worklist.test_outbox import send_after, write

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _four_lines(settings: Any) -> None:
    settings.MAIL_SENDERS = 4


def test_a_slow_recipient_does_not_hold_the_others(server: MailServer) -> None:
    server.seconds["slow@example.vn"] = 2
    write("slow@example.vn")
    for n in range(30):
        write(f"{n}@example.vn")
    begun = time.monotonic()
    assert send_waiting() == 31
    assert server.taken[-1][0] == "slow@example.vn"
    assert time.monotonic() - begun < 8


def test_half_refused_cut_and_lost_answers_lose_nothing_and_double_only_what_must_be(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [f"{n}@example.vn" for n in range(40)]
    for n in range(5):
        for to in people:
            write(to, str(n))
    server.to_recipient = dict.fromkeys(people[::4], "451 4.7.1 later") | dict.fromkeys(people[1::4], "550 5.1.1 never")
    server.hang_up_in_text.update(people[2:12:4])
    server.hang_up_after_text.update(people[3:13:4])
    for minute in (0, 2, 5, 10, 20):
        send_after(monkeypatch, minutes=minute)
        if minute == 10:
            server.to_recipient = {to: said for to, said in server.to_recipient.items() if said.startswith("550")}
    send_after(monkeypatch, hours=3)
    assert Counter(OutgoingMail.objects.values_list("state", flat=True)) == {"sent": 150, "failed": 50}
    doubles = {to: server.subjects(to) for to in people if server.subjects(to) not in (list("01234"), [])}
    assert doubles == {to: list("001234") for to in people[3:13:4]}
    assert [to for to in people if not server.subjects(to)] == people[1::4]


def test_two_workers_at_once_send_each_mail_once(server: MailServer) -> None:
    for n in range(60):
        write(f"{n % 20}@example.vn", str(n))
    with ThreadPoolExecutor(2) as workers:
        done = [workers.submit(_work) for _ in range(2)]
        sent = sum(one.result() for one in done)
    assert sent + send_waiting() == 60
    assert Counter(len(server.subjects(f"{n}@example.vn")) for n in range(20)) == {3: 20}
    assert all(server.subjects(f"{n}@example.vn") == [str(n), str(n + 20), str(n + 40)] for n in range(20))


def test_a_server_that_allows_one_line_gets_everything_by_it(server: MailServer, settings: Any) -> None:
    server.most_lines = 1
    for n in range(20):
        write(f"{n}@example.vn")
    assert send_waiting() == 20


def _work() -> int:
    try:
        return send_waiting()
    finally:
        connections.close_all()
