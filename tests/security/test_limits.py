"""Searching, exporting and uploading are counted for each person and each network address."""

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory

from congdoan.config.limits import read_limits
from congdoan.core.limits import TooOften, spend
from tests.world import Federation

SEARCH = "/tim-kiem/?q=ba+tri"
SUGGEST = "/don-vi/goi-y/?q=ba"


@pytest.fixture
def person(client: Client, federation: Federation) -> Client:
    client.force_login(federation["chutich"])
    return client


def test_whoever_searches_too_often_is_told_how_long_to_wait(person: Client, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"search": "3/m"})
    assert [person.get(SEARCH).status_code for _ in range(3)] == [200, 200, 200]
    refused = person.get(SUGGEST)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 20
    assert "Đã tìm quá nhiều lần" in refused.content.decode()
    assert "cd-message" in person.get(SUGGEST, headers={"HX-Request": "true"}).content.decode()
    assert person.get("/tim-kiem/").status_code == 200


def test_time_gives_the_searches_back_one_by_one(person: Client, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"search": "3/m"})
    assert [person.get(SEARCH).status_code for _ in range(4)] == [200, 200, 200, 429]
    with connection.cursor() as cursor:
        cursor.execute("update core_spent set until = until - interval '20 seconds' where key like 'search by %'")
    assert [person.get(SEARCH).status_code for _ in range(2)] == [200, 429]


def test_a_colleague_at_the_same_address_still_searches(
    person: Client, federation: Federation, settings: SimpleNamespace
) -> None:
    settings.LIMITS = read_limits({"search": "2/m"})
    assert [person.get(SEARCH).status_code for _ in range(3)] == [200, 200, 429]
    colleague = Client()
    colleague.force_login(federation["vanthu"])
    assert colleague.get(SEARCH).status_code == 200


def test_all_behind_one_address_together_have_a_limit_too(federation: Federation, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"search": "1/m"})
    people = [SimpleNamespace(pk=number, is_authenticated=True) for number in range(60)]
    assert [_may_search(one) for one in people] == [True] * 50 + [False] * 10
    assert _may_search(SimpleNamespace(pk=99, is_authenticated=True), address="198.51.100.9")


def test_machines_of_one_network_of_the_newer_kind_count_as_one(db: None, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"search": "1/m"})
    for number in range(50):
        assert _may_search(SimpleNamespace(pk=number, is_authenticated=True), address=f"2001:db8::{number:x}")
    assert not _may_search(SimpleNamespace(pk=99, is_authenticated=True), address="2001:db8::ffff")


def test_exports_are_counted(person: Client, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"export": "1/h"})
    assert [person.get("/nguoi-dung/?xuat=csv").status_code for _ in range(2)] == [200, 429]


def test_uploads_are_counted_wherever_they_go(person: Client, settings: SimpleNamespace) -> None:
    settings.LIMITS = read_limits({"upload": "1/h"})
    sent = [
        person.post(address, {"file": SimpleUploadedFile("a.txt", b"abc")}).status_code
        for address in ("/van-ban/them/", "/don-vi/nhap/")
    ]
    assert sent == [422, 429]


def test_not_one_more_passes_when_many_ask_at_the_same_moment(db: None, settings: SimpleNamespace) -> None:
    """Each with a connection of its own, whose rows this test takes away again."""
    settings.LIMITS = read_limits({"search": "7/h"})
    person = SimpleNamespace(pk=-1, is_authenticated=True)

    def ask(_: int) -> bool:
        try:
            return _may_search(person, address="192.0.2.250")
        finally:
            connection.close()

    def forget() -> None:
        with connection.cursor() as cursor:
            cursor.execute("delete from core_spent where key in ('search by -1', 'search from 192.0.2.250')")
        connection.close()

    with ThreadPoolExecutor(8) as many:
        passed = sum(many.map(ask, range(40)))
        many.submit(forget).result()
    assert passed == 7


@pytest.mark.parametrize("asked", [{"search": "many"}, {"search": "0/m"}, {"mail": "1/m"}])
def test_a_limit_that_cannot_be_read_stops_the_start(asked: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="CONGDOAN_LIMITS"):
        read_limits(asked)


def _may_search(person: SimpleNamespace, address: str = "192.0.2.7") -> bool:
    request = RequestFactory(REMOTE_ADDR=address).get("/")
    request.user = person
    try:
        spend(request, "search")
    except TooOften:
        return False
    return True
