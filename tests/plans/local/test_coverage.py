"""The superior sees for each of its tasks which unit carries it out, by what, and which does not."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congdoan.core.errors import NotAllowed, NotFound
from congdoan.plans.models import Assignment, Plan, Task
from congdoan.plans.queries.local.coverage import Coverage, coverage_by_task
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.local.remind import remind_to_plan
from congdoan.plans.services.review.reshape import remove_task
from congdoan.worklist.models import Notice
from tests.plans.drafts import TODAY, add_task
from tests.world import Federation

SignIn = Callable[[str], Client]


def _coverage(task: Task) -> Coverage:
    return coverage_by_task(Assignment.objects.filter(plan=task.plan), task.plan)[task.pk]


def test_districts_are_counted_by_what_they_have(local: Plan, given: Task) -> None:
    assert _coverage(given) == Coverage(units=2, drafting=1)
    assert _coverage(given).without == 1


def test_it_is_asked_in_a_way_that_may_begin_at_the_units_own_plans(local: Plan, given: Task) -> None:
    """With an outer join every part of 10,000 units would be joined to as many local tasks first: minutes."""
    with CaptureQueriesContext(connection) as asked:
        _coverage(given)
    assert len(asked) == 2
    assert not [one["sql"] for one in asked if "OUTER JOIN" in one["sql"].upper()]


def test_departments_of_the_same_organ_need_no_plan(superior: Plan) -> None:
    task = superior.tasks.get(number="III.1.a")
    assert task.pk not in coverage_by_task(Assignment.objects.filter(plan=superior), superior)


def test_a_plan_in_force_covers_a_withdrawn_one_does_not(in_force: Plan, given: Task, federation: Federation) -> None:
    assert _coverage(given) == Coverage(units=2, in_force=1)
    withdraw_plan(plan_id=in_force.pk, by=federation["batri"], on=TODAY, reason="Làm lại")
    assert _coverage(given) == Coverage(units=2)


def test_a_task_that_the_draft_leaves_out_is_not_covered(local: Plan, given: Task, federation: Federation) -> None:
    task = local.tasks.get(carries_out=given)
    remove_task(plan_id=local.pk, task_id=task.pk, by=federation["batri"], revision=task.revision)
    assert _coverage(given) == Coverage(units=2)


def test_the_same_work_in_two_plans_of_a_unit_is_an_overlap(
    in_force: Plan, given: Task, federation: Federation, as_user: SignIn
) -> None:
    other = Plan.objects.create(unit=federation.ba_tri, subject="Kế hoạch năm", created_by=federation["batri"])
    added = add_task(other, "I.1", federation.ba_tri, given.due)
    Task.objects.filter(pk=added.pk).update(carries_out=given)
    assert _coverage(given) == Coverage(units=2, in_force=1, twice=1)
    page = _task_page(as_user("chuyenvien"), given, "?ke-hoach=trung")
    assert "Có trong 2 kế hoạch" in page and "Chợ Lách</a>" not in page


def test_the_page_of_a_task_says_who_has_what_and_narrows_to_those_without(
    in_force: Plan, given: Task, as_user: SignIn
) -> None:
    client = as_user("chuyenvien")
    page = _task_page(client, given)
    assert "1 đã có kế hoạch" in page and "1 chưa có kế hoạch" in page
    assert reverse("plans:plan", args=[in_force.pk]) in page and "0/2 phần việc xong" in page
    without = _task_page(client, given, "?ke-hoach=chua")
    assert "LĐLĐ huyện Chợ Lách</a>" in without and "LĐLĐ huyện Ba Tri</a>" not in without


def test_a_draft_of_a_unit_below_is_counted_but_not_led_to(local: Plan, given: Task, as_user: SignIn) -> None:
    page = _task_page(as_user("chuyenvien"), given)
    assert "1 đang soạn kế hoạch" in page
    assert reverse("plans:plan", args=[local.pk]) not in page


def test_the_follow_up_lists_every_task_with_its_units(in_force: Plan, superior: Plan, as_user: SignIn) -> None:
    url = reverse("plans:follow-up", args=[superior.pk])
    page = as_user("chuyenvien").get(url, {"dang": "trien-khai"}).content.decode()
    assert "III.2.a" in page and "?ke-hoach=chua" in page and "III.1.a" not in page
    sheet = b"".join(as_user("chuyenvien").get(url, {"dang": "trien-khai", "xuat": "csv"}).streaming_content).decode()
    assert "Đã có kế hoạch" in sheet.replace("\ufeff", "")


def test_the_export_of_a_task_names_the_state_of_each_unit(in_force: Plan, given: Task, as_user: SignIn) -> None:
    answer = as_user("chuyenvien").get(reverse("plans:task", args=[given.plan_id, given.pk]), {"xuat": "csv"})
    sheet = b"".join(answer.streaming_content).decode()
    assert "Đã có kế hoạch" in sheet and "Chưa có kế hoạch" in sheet


def test_units_without_are_reminded_once_a_day(
    in_force: Plan, given: Task, federation: Federation, as_user: SignIn
) -> None:
    client, url = as_user("chutich"), reverse("plans:remind-plans", args=[given.plan_id, given.pk])
    assert "Nhắc đơn vị chưa có kế hoạch" in _task_page(client, given)
    client.post(url)
    told = Notice.objects.filter(kind="plans.plan_wanted")
    assert [notice.user.username for notice in told] == ["cholach"]
    assert remind_to_plan(task_id=given.pk, by=federation["chutich"]) == 0


def test_only_who_coordinates_reminds(given: Task, federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        remind_to_plan(task_id=given.pk, by=federation["batri"])
    with pytest.raises(NotFound):
        remind_to_plan(task_id=given.pk, by=federation["coso"])


def test_the_page_asks_as_many_queries_for_two_units_as_for_one(
    in_force: Plan, given: Task, as_user: SignIn, django_assert_max_num_queries
) -> None:
    client, url = as_user("chuyenvien"), reverse("plans:task", args=[given.plan_id, given.pk])
    with django_assert_max_num_queries(20):
        client.get(url)


def _task_page(client: Client, task: Task, query: str = "") -> str:
    return client.get(reverse("plans:task", args=[task.plan_id, task.pk]) + query).content.decode()
