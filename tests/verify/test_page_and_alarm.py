"""The administrator sees what the last verification found, begins another, and has an alarm on the desk meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app

from congdoan.core.models import JobRun
from congdoan.core.verify.job import KIND
from congdoan.plans.models import Assignment
from congdoan.worklist.models import WorkItem
from tests.jobs import run_queued_jobs
from tests.world import Federation

PAGE = "/he-thong/kiem-tra/"


@pytest.fixture
def admin(client: Client, federation: Federation) -> Client:
    client.force_login(federation["admin"])
    return client


def run(admin: Client) -> str:
    """Begin on the page, let the worker do it, and look at the page again."""
    begun = admin.post(PAGE, follow=True)
    assert "Đã bắt đầu kiểm tra." in begun.content.decode()
    run_queued_jobs()
    return admin.get(PAGE).content.decode()


def test_a_right_installation_has_a_page_that_says_so_and_no_alarm(admin: Client, at_work: Assignment) -> None:
    assert "Chưa kiểm tra lần nào" in admin.get(PAGE).content.decode()
    page = run(admin)
    assert "Mọi điều đều đúng" in page and "Không số nào bị mất" in page
    assert not WorkItem.objects.filter(kind=KIND).exists()


def test_something_wrong_is_on_the_page_and_on_the_administrators_desk_until_it_is_right(
    admin: Client, at_work: Assignment, federation: Federation
) -> None:
    Assignment.objects.filter(pk=at_work.pk).update(open_obstacles=5)
    page = run(admin)
    assert "1 điều không đúng" in page and f"Phần việc số {at_work.pk}" in page
    assert page.index("Số vướng mắc chưa trả lời đếm đúng") < page.index("Không số nào bị mất"), "what is wrong first"
    desk = admin.get("/").content.decode()
    assert "Kiểm tra dữ liệu: 1 điều không đúng" in desk
    run(admin)
    item = WorkItem.objects.get(kind=KIND)
    assert (item.unit, item.state) == (federation.province, "open"), "said again, still one item"
    client = Client()
    client.force_login(federation["chutich"])
    assert "Kiểm tra dữ liệu" not in client.get("/").content.decode()
    Assignment.objects.filter(pk=at_work.pk).update(open_obstacles=1)
    assert "Mọi điều đều đúng" in run(admin)
    item.refresh_from_db()
    assert item.state == "done"


def test_two_verifications_do_not_run_at_once(admin: Client) -> None:
    admin.post(PAGE)
    assert "Đang có một lần kiểm tra chạy" in admin.post(PAGE, follow=True).content.decode()
    assert "Đang chờ" in admin.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("days", "hour", "begins"), [(3, 2, False), (7, 2, True), (7, 10, False), (8, 10, True), (None, 2, True)]
)
def test_a_verification_begins_by_itself_at_night_when_the_last_is_a_week_old(
    db: None, monkeypatch: pytest.MonkeyPatch, days: int | None, hour: int, begins: bool
) -> None:
    now = timezone.localtime().replace(hour=hour, minute=7)
    monkeypatch.setattr("congdoan.core.clock.now", lambda: now)
    if days is not None:
        last = JobRun.objects.create(kind=KIND, title="Kiểm tra dữ liệu", state="done")
        JobRun.objects.filter(pk=last.pk).update(created_at=now - timedelta(days=days))
    app.tasks["congdoan.core.verify_weekly"].func(timestamp=0)
    assert JobRun.objects.filter(kind=KIND, state="waiting").exists() is begins


def test_the_page_asks_a_fixed_number_of_queries(admin: Client, django_assert_max_num_queries: Any) -> None:
    run(admin)
    with django_assert_max_num_queries(14):
        admin.get(PAGE)
