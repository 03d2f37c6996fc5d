"""Reviews at mid-term and at the end; replacing and repealing, task by task."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Conflict, IllegalTransition, Invalid
from congdoan.core.verify.checks import checks
from congdoan.documents.models import Document
from congdoan.plans.models import Assignment, Plan, PlanReview, PlanState
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.lifecycle.replace import replace_plan
from congdoan.plans.services.reviews.due import open_reviews
from congdoan.plans.services.reviews.record import record_review
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY, add_task, issued
from tests.world import Federation

SignIn = Callable[[str], Client]


def made(federation: Federation, kind: str, subject: str) -> Plan:
    plan = create_plan(unit=federation.province, subject=subject, by=federation["chuyenvien"], kind=kind)
    add_task(plan, "1", federation.finance, date(2023, 6, 30))
    return plan


@pytest.fixture
def resolution(federation: Federation) -> Plan:
    return issued(made(federation, "NQ", "Nghị quyết Đại hội"), federation)


@pytest.fixture
def newer(federation: Federation) -> Plan:
    return issued(made(federation, "KH", "Kế hoạch mới"), federation)


def what_holds() -> list[str]:
    names = ("reviews.items", "reviews.ended", "plans.versions", "plans.papers", "tasks.given", "tasks.items")
    return [place for name in names if (one := checks.get(name)) for place in one.find(lambda done, total: None)]


def looking_back() -> list[tuple[str, date | None]]:
    return list(WorkItem.objects.filter(kind="plans.look_back", state="open").values_list("title", "due"))


def test_a_resolution_runs_for_its_term_and_is_looked_back_on_twice(resolution: Plan) -> None:
    assert resolution.until == date(2028, 3, 15)
    days = dict(PlanReview.objects.filter(plan=resolution).values_list("which", "due"))
    assert days == {"midway": date(2025, 9, 13), "end": date(2028, 3, 15)}


def test_a_plan_without_such_a_rule_is_not(newer: Plan) -> None:
    assert not newer.reviews.exists() and newer.until is None


def test_a_review_comes_onto_the_desk_before_its_day_and_goes_when_written_down(
    resolution: Plan, federation: Federation
) -> None:
    assert (open_reviews(on=date(2025, 8, 1)), looking_back()) == (0, [])
    assert (open_reviews(on=date(2025, 8, 20)), open_reviews(on=date(2025, 8, 21))) == (1, 0)
    assert looking_back() == [("Sơ kết Nghị quyết 1/NQ-LĐLĐ", date(2025, 9, 13))]
    review = resolution.reviews.get(which="midway")
    said = {"by": federation["chuyenvien"], "findings": "Đạt 60%", "next_steps": ""}
    with pytest.raises(Invalid, match="chưa đến"):
        record_review(review_id=review.pk, held_on=date(2025, 9, 1), **said)  # type: ignore[arg-type]
    record_review(review_id=review.pk, held_on=TODAY, **said)  # type: ignore[arg-type]
    assert looking_back() == [] and what_holds() == []
    with pytest.raises(Conflict, match="đã ghi sơ kết ngày 15/03/2023"):
        record_review(review_id=review.pk, held_on=TODAY, **said)  # type: ignore[arg-type]


def test_the_review_is_written_on_its_page(resolution: Plan, federation: Federation, as_user: SignIn) -> None:
    review = resolution.reviews.get(which="midway")
    address = reverse("plans:look-back", args=[review.pk])
    client = as_user("chuyenvien")
    tab = client.get(reverse("plans:plan", args=[resolution.pk]), {"phan": "so-ket"}).content.decode()
    assert address in tab and "Tổng kết" in tab
    wrong = client.post(address, {"held_on": "15/03/2023", "findings": "", "next_steps": "Bổ sung"})
    assert wrong.status_code == 422 and "Bổ sung" in wrong.content.decode()
    assert client.post(address, {"held_on": "15/03/2023", "findings": "Đạt 60%"}).status_code == 302
    assert "Đạt 60%" in client.get(address).content.decode()
    assert as_user("giaoduc").get(address).status_code == 404


def test_a_withdrawn_paper_waits_for_no_review(resolution: Plan, federation: Federation) -> None:
    open_reviews(on=date(2025, 8, 20))
    withdraw_plan(plan_id=resolution.pk, by=federation["chutich"], on=TODAY, reason="Ban hành nhầm")
    assert looking_back() == [] and not resolution.reviews.exists() and what_holds() == []


def test_a_replaced_paper_hands_on_the_chosen_tasks_and_ends_the_others(
    draft: Plan, newer: Plan, federation: Federation
) -> None:
    plan = issued(draft, federation)
    going = plan.tasks.get(number="III.2.a")
    said = {"successor_id": newer.pk, "by": federation["chutich"], "on": TODAY, "moved": [going.pk]}
    replace_plan(plan_id=plan.pk, **said)  # type: ignore[arg-type]
    plan.refresh_from_db()
    going.refresh_from_db()
    assert (plan.state, going.plan, going.number) == (PlanState.REPLACED, newer, f"III.2.a ({plan.symbol})")
    [item] = WorkItem.objects.filter(unit=federation.ba_tri, state="open")
    assert item.source.endswith(str(newer))
    assert not WorkItem.objects.filter(unit=federation.organisation, state="open").exists()
    assert set(Assignment.objects.filter(plan=plan).values_list("state", flat=True)) == {"withdrawn"}
    told = Notice.objects.get(user=federation["batri"], kind="plans.amended").text
    assert f"chuyển sang {newer}" in told
    assert not Notice.objects.filter(user=federation["batri"], kind="plans.ended").exists()
    kept = {(change.kind, change.task.title) for one in plan.amendments.all() for change in one.changes.all()}
    assert kept == {("moved", "Việc III.2.a"), ("ended", "Việc 2.2.a")}
    assert newer.amendments.get().reason == f"Nhận nhiệm vụ của {plan}"
    assert what_holds() == []


def test_a_repealed_paper_is_no_longer_in_force(draft: Plan, newer: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    said = {"successor_id": newer.pk, "by": federation["chutich"], "on": TODAY}
    repealed = replace_plan(plan_id=plan.pk, how="repealed", **said)  # type: ignore[arg-type]
    assert repealed.get_state_display() == "Đã bị bãi bỏ"
    paper = Document.objects.get(pk=plan.document_id)
    assert (paper.validity, paper.replaced_by) == ("expired", newer.document)
    assert "Bãi bỏ bởi Kế hoạch" in Notice.objects.get(user=federation["batri"], kind="plans.ended").text
    with pytest.raises(IllegalTransition):
        replace_plan(plan_id=plan.pk, **said)  # type: ignore[arg-type]


def test_a_task_that_is_no_longer_open_is_not_handed_on(draft: Plan, newer: Plan, federation: Federation) -> None:
    plan = issued(draft, federation)
    done = plan.tasks.get(number="2.2.a")
    done.assignments.update(state="done", done_on=TODAY)
    with pytest.raises(Conflict, match="không còn đang thực hiện"):
        replace_plan(plan_id=plan.pk, successor_id=newer.pk, by=federation["chutich"], on=TODAY, moved=[done.pk])


def test_the_page_lets_one_choose_task_by_task(
    draft: Plan, newer: Plan, federation: Federation, as_user: SignIn
) -> None:
    plan = issued(draft, federation)
    address, client = reverse("plans:replace", args=[plan.pk]), as_user("chutich")
    page = client.get(address).content.decode()
    assert "Việc III.2.a" in page and "Bãi bỏ" in page
    going = plan.tasks.get(number="III.2.a")
    sent = {"how": "repealed", "successor": newer.pk, "moved": [going.pk]}
    done = client.post(address, sent, follow=True).content.decode()
    assert "đã bị bãi bỏ bởi Kế hoạch" in done and "Bãi bỏ bởi" in done
    changes = client.get(reverse("plans:plan", args=[plan.pk]), {"phan": "dieu-chinh"}).content.decode()
    assert "Chuyển sang văn bản khác" in changes and "Kết thúc vì thay thế, bãi bỏ" in changes
