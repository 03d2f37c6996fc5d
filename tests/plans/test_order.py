"""A task that is done after another one of the same paper: no circle, kept through copies, seen where it makes wait."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congdoan.core.errors import Invalid
from congdoan.core.verify.checks import checks
from congdoan.plans.models import AmendmentChange, Assignment, AssignmentState, Plan, PlanState, Task
from congdoan.plans.queries.work.assignment_page import assignment_page
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.tasks import task_rows
from congdoan.plans.queries.work.follow_up.timeline import timeline
from congdoan.plans.sequence import closes_circle, waiting_for
from congdoan.plans.services.drafting.copy import copy_plan
from congdoan.plans.services.lifecycle.amend import ChangeAfter, amend_plan
from congdoan.plans.services.lifecycle.replace import replace_plan
from congdoan.plans.services.review.reshape import merge_tasks, remove_task
from congdoan.plans.services.review.tasks import edit_task
from congdoan.plans.services.review.undo import undo_last_change
from tests.plans.drafts import TODAY, add_task
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation


@pytest.fixture
def draft(federation: Federation) -> Plan:
    """Three tasks of Ba Tri under review: 1, 2 and 3."""
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Cải cách hành chính",
        state=PlanState.IN_REVIEW,
        created_by=federation["chuyenvien"],
    )
    for number in "123":
        add_task(plan, number, federation.ba_tri, date(2023, 6, int(number) * 5))
    return plan


@pytest.fixture
def running(federation: Federation) -> list[Task]:
    """Two tasks of a running plan; the second is done after the first."""
    plan = make_plan(federation)
    first = make_task(plan, "1", "Khảo sát", due=date(2023, 3, 31))
    return [first, make_task(plan, "2", "Tập huấn", due=date(2023, 4, 30), after=first)]


def say(federation: Federation, plan: Plan, number: str, first: Task | None) -> Task:
    task = plan.tasks.get(number=number)
    facts: Any = {"after_id": first.pk if first else None}
    return edit_task(plan_id=plan.pk, task_id=task.pk, by=federation["chuyenvien"], revision=task.revision, facts=facts)


def order_of(plan: Plan) -> dict[str, str | None]:
    return dict(plan.tasks.values_list("number", "after__number"))


def broken() -> list[str]:
    return [place for name, check in checks.items() if name == "tasks.order" for place in check.find(lambda *_: None)]


def test_what_waits_for_a_task_however_far_cannot_come_before_it() -> None:
    order = {1: None, 2: 1, 3: 2, 4: None, 5: 6, 6: 5}
    assert [closes_circle(order, 1, first) for first in (1, 2, 3, 4, 5)] == [True, True, True, False, False]
    assert waiting_for(order, 2) == {2, 3}


def test_a_draft_says_which_task_comes_first_and_refuses_a_circle(federation: Federation, draft: Plan) -> None:
    one, two, three = draft.tasks.order_by("order")
    say(federation, draft, "2", one)
    say(federation, draft, "3", two)
    for task, first in (("1", three), ("1", one)):
        with pytest.raises(Invalid, match="chính là việc này, hoặc phải chờ"):
            say(federation, draft, task, first)
    with pytest.raises(Invalid, match="không còn trong văn bản"):
        say(federation, draft, "1", make_task(make_plan(federation)))
    assert order_of(draft) == {"1": None, "2": "1", "3": "2"}
    say(federation, draft, "2", None)
    undo_last_change(plan_id=draft.pk, by=federation["chuyenvien"])
    assert (order_of(draft)["2"], broken()) == ("1", [])


def test_tasks_that_become_one_or_go_leave_an_order_without_gap_or_circle(federation: Federation, draft: Plan) -> None:
    who, (one, two, _) = federation["chuyenvien"], draft.tasks.order_by("order")
    say(federation, draft, "2", one)
    say(federation, draft, "3", two)
    two.refresh_from_db()
    merge_tasks(plan_id=draft.pk, task_id=two.pk, by=who, revision=two.revision)
    assert order_of(draft) == {"1": None, "2": "1"}
    undo_last_change(plan_id=draft.pk, by=who)
    assert order_of(draft) == {"1": None, "2": "1", "3": "2"}
    two = draft.tasks.get(number="2")
    remove_task(plan_id=draft.pk, task_id=two.pk, by=who, revision=two.revision)
    assert order_of(draft) == {"1": None, "2": None}


def test_a_copy_has_the_same_order_of_its_own_tasks(federation: Federation, running: list[Task]) -> None:
    copy = copy_plan(plan_id=running[0].plan_id, unit=federation.province, by=federation["chuyenvien"])
    assert order_of(copy) == {"1": None, "2": "1"}
    assert (Task.objects.get(plan=copy, number="2").after_id != running[0].pk, broken()) == (True, [])


def test_a_task_that_goes_to_a_newer_paper_does_not_wait_for_one_that_stays_behind(
    federation: Federation, running: list[Task]
) -> None:
    for task in running:
        give(task, federation.ba_tri, state=AssignmentState.DOING)
    newer = make_plan(federation, symbol="40/KH-LĐLĐ", number=40)
    replace_plan(
        plan_id=running[0].plan_id, successor_id=newer.pk, by=federation["chutich"], on=TODAY, moved=[running[1].pk]
    )
    assert (Task.objects.get(pk=running[1].pk).after, broken()) == (None, [])


def test_an_amendment_changes_the_order_and_the_unit_reads_it(federation: Federation, running: list[Task]) -> None:
    first, second = running
    part = give(first, federation.ba_tri, state=AssignmentState.DOING)
    asks: dict[str, Any] = {
        "plan_id": first.plan_id,
        "by": federation["chutich"],
        "on": TODAY,
        "reason": "Đổi trình tự",
    }
    with pytest.raises(Invalid, match="phải chờ việc này xong"):
        amend_plan(**asks, changes=[ChangeAfter(first.pk, second.pk)])
    amend_plan(**asks, changes=[ChangeAfter(second.pk, None), ChangeAfter(first.pk, second.pk)])
    assert [change.get_kind_display() for change in AmendmentChange.objects.all()] == ["Đổi việc phải xong trước"] * 2
    told = assignment_page(part.pk, federation["batri"]).amended
    assert [one.words for one in told] == ["mục 2: Tập huấn"]


def test_a_unit_is_told_what_its_work_waits_for(client: Client, federation: Federation, running: list[Task]) -> None:
    first, second = running
    part = give(second, federation.ba_tri, state=AssignmentState.DOING)
    assert assignment_page(part.pk, federation["batri"]).waits is None
    others = [give(first, unit, state=AssignmentState.DOING) for unit in (federation.office, federation.finance)]
    assert _waits(part, federation) == "Việc này chờ mục 1, 2 đơn vị chưa xong: Khảo sát"
    own = give(first, federation.ba_tri, state=AssignmentState.DONE, done_on=TODAY)
    assert _waits(part, federation) == ""
    Assignment.objects.filter(pk=own.pk).update(state=AssignmentState.DOING)
    assert _waits(part, federation) == "Việc này chờ mục 1: Khảo sát"
    Assignment.objects.filter(pk=own.pk).update(state=AssignmentState.DONE, role="cooperating")
    assert _waits(part, federation) == "Việc này chờ mục 1, 2 đơn vị chưa xong: Khảo sát"
    Assignment.objects.filter(pk=own.pk).update(state=AssignmentState.DOING, role="lead")
    client.force_login(federation["batri"])
    page = client.get(reverse("plans:assignment", args=[part.pk])).content.decode()
    assert "Việc này chờ mục 1: Khảo sát" in page
    assert reverse("plans:assignment", args=[own.pk]) in page
    Assignment.objects.filter(pk__in=[one.pk for one in [*others, own]]).update(state=AssignmentState.DONE)
    assert _waits(part, federation) == ""


def _waits(part: Assignment, federation: Federation) -> str:
    found = assignment_page(part.pk, federation["batri"]).waits
    return found.words if found else ""


def test_the_line_of_time_leads_from_the_task_that_comes_first_in_words_too(
    client: Client, federation: Federation, running: list[Task]
) -> None:
    for task in running:
        give(task, federation.ba_tri, state=AssignmentState.DOING)
    follow_up = FollowUp.of(running[0].plan, federation["chutich"])
    _, (section,) = timeline(follow_up, task_rows(follow_up))
    one, two = (row.bar for row in section.rows)
    assert one is not None
    assert two is not None
    assert (one.after, two.after, two.rows_up, two.after_y) == (None, date(2023, 3, 31), 1, -13)
    assert two.note == "sau việc 1"
    client.force_login(federation["chutich"])
    page = client.get(reverse("plans:follow-up", args=[running[0].plan_id]), {"dang": "dong-thoi-gian"})
    assert "cd-time-arrow" in page.content.decode()
    assert "sau việc 1" in page.content.decode()
    task = client.get(reverse("plans:task", args=[running[1].plan_id, running[1].pk])).content.decode()
    assert "Làm sau" in task


def test_a_day_before_that_of_the_task_that_comes_first_is_warned_of(
    client: Client, federation: Federation, draft: Plan, running: list[Task]
) -> None:
    one, three = draft.tasks.get(number="1"), draft.tasks.get(number="3")
    say(federation, draft, "1", three)
    client.force_login(federation["chuyenvien"])
    page = client.get(reverse("plans:review", args=[draft.pk])).content.decode()
    assert "trước hạn của việc 3" in " ".join(page.split())
    asked = client.get(reverse("plans:review-cell", args=[draft.pk, three.pk, "after"])).content.decode()
    assert "2 Việc 2" in asked
    assert "1 Việc 1" not in asked
    sent = client.post(
        reverse("plans:review-cell", args=[draft.pk, three.pk, "after"]), {"after_id": one.pk, "revision": 1}
    )
    assert sent.status_code == 422
    _amended_with_a_warning(client, federation, running[1])


def _amended_with_a_warning(client: Client, federation: Federation, task: Task) -> None:
    give(task, federation.ba_tri)
    client.force_login(federation["chutich"])
    at = f"task-{task.pk}"
    sent = {f"{at}-title": task.title, f"{at}-text": task.text, f"{at}-due": "20/03/2023", f"{at}-roll_up": "all"}
    sent |= {f"{at}-after_id": str(task.after_id), f"{at}-lead": str(federation.ba_tri.pk), "reason": "Sớm hơn"}
    url = reverse("plans:amend", args=[task.plan_id])
    page = client.post(f"{url}?nv={task.pk}", {**sent, "seen": "1"}, follow=True).content.decode()
    assert "trước hạn 31/03/2023 của mục 1 mà việc này phải chờ" in page


def test_the_tasks_to_choose_from_are_read_once_for_all_forms_of_an_amendment(
    client: Client, federation: Federation, running: list[Task]
) -> None:
    client.force_login(federation["chutich"])
    address = reverse("plans:amend", args=[running[0].plan_id])
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address, {"nv": [task.pk for task in running]}).content.decode()
    assert page.count("Làm sau khi xong") == len(running)
    of_plan = [
        one["sql"] for one in asked if 'FROM "plans_task"' in one["sql"] and '"plans_task"."id" IN' not in one["sql"]
    ]
    assert len(of_plan) == 1


def test_a_task_that_an_amendment_adds_says_what_it_waits_for(
    client: Client, federation: Federation, running: list[Task]
) -> None:
    plan = running[0].plan
    client.force_login(federation["vanthu"])
    place = reverse("plans:amend", args=[plan.pk]) + "?them=1"
    assert "Làm sau khi xong" in client.get(place).content.decode()
    said = {"new-title": "Tổng kết", "new-number": "3", "new-lead": federation.ba_tri.pk, "reason": "Thêm bước"}
    answer = client.post(place, said | {"new-after_id": running[1].pk, "seen": plan.version}, follow=True)
    assert answer.status_code == 200
    assert order_of(plan) == {"1": None, "2": "1", "3": "2"}
    assert AmendmentChange.objects.get(kind="add").after["first"] == "mục 2: Tập huấn"
    history = client.get(reverse("plans:plan", args=[plan.pk]) + "?phan=dieu-chinh").content.decode()
    assert "Làm sau khi xong mục 2: Tập huấn" in history
