"""The way from the superior's plan to the own draft, on the pages."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.plans.models import Plan, Task
from congdoan.plans.services.review.reshape import remove_task
from tests.world import Federation

SignIn = Callable[[str], Client]


def _page(client: Client, name: str, *args: int) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_who_got_work_is_offered_a_plan_of_their_own_once(superior: Plan, as_user: SignIn) -> None:
    client = as_user("batri")
    page = _page(client, "plans:plan", superior.pk)
    assert "Lập kế hoạch thực hiện" in page and "Soạn từ văn bản này" not in page
    answer = client.post(reverse("plans:carry-out", args=[superior.pk]))
    own = Plan.objects.get(carries_out=superior)
    assert answer["Location"] == reverse("plans:review", args=[own.pk])
    page = _page(client, "plans:plan", superior.pk)
    assert "Lập kế hoạch thực hiện" not in page and reverse("plans:plan", args=[own.pk]) in page
    assert client.post(reverse("plans:carry-out", args=[superior.pk])).status_code == 409


def test_who_gave_the_work_is_offered_a_copy_instead(superior: Plan, as_user: SignIn) -> None:
    page = _page(as_user("chuyenvien"), "plans:plan", superior.pk)
    assert "Lập kế hoạch thực hiện" not in page and "Soạn từ văn bản này" in page


def test_the_review_says_what_each_task_carries_out(local: Plan, superior: Plan, as_user: SignIn) -> None:
    page = _page(as_user("batri"), "plans:review", local.pk)
    assert f"Thực hiện {superior.symbol}, III.2.a" in page
    assert "Căn cứ Nghị quyết Đại hội XI" in page


def test_a_task_that_is_added_at_the_foot_stands_at_the_foot(local: Plan, as_user: SignIn) -> None:
    client = as_user("batri")
    client.post(reverse("plans:review-add-task", args=[local.pk]), {"text": "Lập danh sách học viên"})
    for name in ("plans:review", "plans:plan"):
        page = _page(client, name, local.pk)
        assert page.index("Cấp huyện") < page.index("Không thuộc mục nào</t") < page.index("Lập danh sách học viên")


def test_a_day_after_the_superiors_is_refused_with_the_reason(local: Plan, as_user: SignIn) -> None:
    task = local.tasks.get(number="III.2.a")
    url = reverse("plans:review-cell", args=[local.pk, task.pk, "due"])
    answer = as_user("batri").post(url, {"due": "01/07/2023", "revision": task.revision})
    assert answer.status_code == 422
    assert "sau hạn cấp trên giao 30/06/2023" in answer.content.decode()


def test_what_the_plan_leaves_out_is_shown_and_taken_in(
    local: Plan, given: Task, federation: Federation, as_user: SignIn
) -> None:
    task = local.tasks.get(carries_out=given)
    remove_task(plan_id=local.pk, task_id=task.pk, by=federation["batri"], revision=task.revision)
    client = as_user("batri")
    assert "1 nhiệm vụ cấp trên giao chưa có trong kế hoạch" in _page(client, "plans:plan", local.pk)
    take = reverse("plans:review-take-given", args=[local.pk, given.pk])
    assert take in _page(client, "plans:review", local.pk)
    assert client.post(take).status_code == 200
    assert local.tasks.filter(carries_out=given).exists()


def test_link_and_rule_of_a_task_are_edited_in_their_cells(local: Plan, given: Task, as_user: SignIn) -> None:
    client, task = as_user("batri"), local.tasks.get(carries_out=given)
    link = reverse("plans:review-cell", args=[local.pk, task.pk, "carries_out"])
    assert f"{given.plan.symbol}, III.2.a" in client.get(link).content.decode()
    assert client.post(link, {"carries_out_id": "", "revision": task.revision}).status_code == 200
    rule = reverse("plans:review-cell", args=[local.pk, task.pk, "roll_up"])
    wrong = client.post(rule, {"roll_up": "share", "roll_up_least": "120", "revision": task.revision + 1})
    assert wrong.status_code == 422 and "từ 1 đến 100" in wrong.content.decode()
    right = client.post(rule, {"roll_up": "share", "roll_up_least": "80", "revision": task.revision + 1})
    assert "80% phần việc bên dưới xong" in right.content.decode()
    task.refresh_from_db()
    assert (task.carries_out, task.roll_up_words) == (None, "80% phần việc bên dưới xong")


@pytest.mark.parametrize("name", ["ubkt", "admin"])
def test_who_may_not_draft_is_refused(superior: Plan, as_user: SignIn, name: str) -> None:
    assert as_user(name).post(reverse("plans:carry-out", args=[superior.pk])).status_code in (403, 404)
