"""The administrator sees which pages are slow, whichever process answered."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from congdoan.core.models import PageTimes
from congdoan.core.seeing import slow
from tests.seeing.queue import a_worker
from tests.world import Federation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_noted() -> Iterator[None]:
    slow._take()
    yield
    slow._take()


def test_what_several_processes_counted_adds_up() -> None:
    for _ in range(3):
        for n in range(100):
            slow.note("/ke-hoach/", 200, 0.9 if n >= 90 else 0.04)
        slow.note("/viec/", 500, 0.001)
        slow.write_down()
    plans, work = slow.slowest_pages()
    assert (plans.page, plans.asked, plans.failed) == ("/ke-hoach/", 300, 0)
    assert 750 < plans.p95 <= 1000
    assert plans.is_slow
    assert (work.page, work.asked, work.failed) == ("/viec/", 3, 3)
    assert not work.is_slow


@pytest.mark.parametrize(
    ("answers", "least", "most"),
    [([5] * 100, 0, 10), ([5] * 94 + [400] * 6, 300, 400), ([20_000], 10_000, 10_000), ([], 0, 0)],
)
def test_the_figure_lies_where_95_of_100_answers_came(answers: list[int], least: int, most: int) -> None:
    for milliseconds in answers:
        slow.note("/x/", 200, milliseconds / 1000)
    slow.write_down()
    found = slow.slowest_pages()
    assert not answers or least <= found[0].p95 <= most


def test_old_hours_go_and_rows_do_not_grow_with_requests() -> None:
    PageTimes.objects.create(page="/cu/", hour=timezone.now() - timedelta(hours=49), counts=[1])
    for _ in range(5):
        slow.note("/moi/", 200, 0.01)
        slow.write_down()
    assert [row.page for row in PageTimes.objects.all()] == ["/moi/"]


def test_the_page_shows_state_and_slow_pages_with_a_fixed_number_of_queries(
    client: Client, federation: Federation, django_assert_max_num_queries: Any
) -> None:
    client.force_login(federation["admin"])
    a_worker(silent=3)
    client.get("/ke-hoach/")
    slow.note("/viec/<int:item_id>/", 200, 2.5)
    slow.write_down()
    with django_assert_max_num_queries(12):
        page = client.get("/he-thong/tinh-trang/").content.decode()
    assert "Báo còn chạy 3 giây trước" in page
    assert "/viec/&lt;int:item_id&gt;/" in page
    assert "Thư chờ gửi" in page
    assert page.index("/viec/&lt;int:item_id&gt;/") < page.index('<td class="cd-break">/ke-hoach/')
