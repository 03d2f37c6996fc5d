"""What is done below rolls up into the superior's task by its rule."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Invalid
from congdoan.plans.models import Assignment, Plan, RollUp, Task
from congdoan.plans.queries.local.parts import local_work
from congdoan.plans.services.local.collect import collect_results
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from congdoan.worklist.models import Notice
from tests.jobs import run_queued_jobs
from tests.world import Federation

SignIn = Callable[[str], Client]
Finish = Callable[[Assignment], Assignment]


@pytest.fixture
def above(in_force: Plan, given: Task, federation: Federation) -> Assignment:
    """What Ba Tri owes the province for the task; Ba Tri has taken it on."""
    assignment = given.assignments.get(unit=federation.ba_tri)
    return take_assignment(assignment_id=assignment.pk, by=federation["batri"])


@pytest.fixture
def parts(in_force: Plan, given: Task) -> list[Assignment]:
    return list(in_force.tasks.get(carries_out=given).assignments.order_by("pk"))


def _page(client: Client, assignment: Assignment) -> str:
    return client.get(reverse("plans:assignment", args=[assignment.pk])).content.decode()


def test_the_unit_and_its_superior_see_at_once_how_many_parts_are_done(
    above: Assignment, parts: list[Assignment], finish: Finish, as_user: SignIn
) -> None:
    assert local_work(above).done == 0
    finish(parts[0])
    for name in ("batri", "chuyenvien"):
        assert "1/2 phần việc xong; báo xong được khi 2 xong" in _page(as_user(name), above)
    task = reverse("plans:task", args=[above.plan_id, above.task_id])
    assert "1/2 phần việc xong" in as_user("chuyenvien").get(task).content.decode()


@pytest.mark.parametrize(
    ("rule", "least", "needed"), [(RollUp.ALL, None, 2), (RollUp.LEAST, 1, 1), (RollUp.SHARE, 50, 1), ("share", 51, 2)]
)
def test_the_rule_says_how_many_are_enough(
    above: Assignment, given: Task, rule: str, least: int | None, needed: int
) -> None:
    Task.objects.filter(pk=given.pk).update(roll_up=rule, roll_up_least=least)
    above.task.refresh_from_db()
    assert local_work(above).needed == needed


def test_when_it_is_enough_the_unit_is_told_and_offered_to_report(
    above: Assignment, parts: list[Assignment], finish: Finish, as_user: SignIn
) -> None:
    finish(parts[0])
    run_queued_jobs()
    assert not Notice.objects.filter(kind="plans.ready_to_report").exists()
    assert reverse("plans:collect", args=[above.pk]) not in _page(as_user("batri"), above)
    finish(parts[1])
    run_queued_jobs()
    told = {notice.user.username for notice in Notice.objects.filter(kind="plans.ready_to_report")}
    assert told == {"batri", "batri.cv"}
    assert reverse("plans:collect", args=[above.pk]) in _page(as_user("batri"), above)
    above.refresh_from_db()
    assert above.state == "doing"  # offered, not done for them


def test_the_draft_has_the_words_and_the_evidence_from_below_and_is_sent_by_the_unit(
    above: Assignment, parts: list[Assignment], finish: Finish, as_user: SignIn, federation: Federation
) -> None:
    for part in parts:
        finish(part)
    as_user("batri").post(reverse("plans:collect", args=[above.pk]))
    draft = above.reports.get(state="draft")
    assert draft.finishes and "2/2 phần việc" in draft.text and "Đã họp tại CĐCS xã An Thủy" in draft.text
    assert draft.files.count() == 2
    collect_results(assignment_id=above.pk, by=federation["batri"])
    again = above.reports.get(state="draft")
    assert (again.text, again.files.count()) == (draft.text, 2)
    sent = report_progress(assignment_id=above.pk, by=federation["batri"], text=draft.text, finishes=True)
    above.refresh_from_db()
    assert (above.state, sent.files.count()) == ("to_accept", 2)


def test_too_little_is_not_collected(above: Assignment, federation: Federation) -> None:
    with pytest.raises(Invalid, match="Mới có 0/2 phần việc bên dưới xong, cần 2"):
        collect_results(assignment_id=above.pk, by=federation["batri"])


def test_a_unit_without_a_plan_is_offered_one_on_the_page_of_its_work(
    superior: Plan, given: Task, federation: Federation, as_user: SignIn
) -> None:
    part = given.assignments.get(unit=federation.ba_tri)
    assert reverse("plans:carry-out", args=[superior.pk]) in _page(as_user("batri"), part)
    assert reverse("plans:carry-out", args=[superior.pk]) not in _page(as_user("chuyenvien"), part)
