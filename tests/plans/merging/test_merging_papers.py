"""Two running papers become one: work goes on under the new tasks with its history, and nobody begins anew."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from congdoan.core.errors import Conflict, Invalid
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState, TargetPart, Task, TaskParty
from congdoan.plans.queries.merging.alike import Words, same_tasks
from congdoan.plans.queries.work.assignment_page import assignment_page
from congdoan.plans.queries.work.waits import waits_for
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.merging.begin import begin_merging
from congdoan.plans.services.merging.match import match_tasks
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY, issued
from tests.plans.reorganised.test_merging import broken
from tests.plans.targets.conftest import FIELDS
from tests.plans.work.desk import open_kinds
from tests.world import Federation

SignIn = Callable[[str], Client]


def paper(federation: Federation, subject: str, tasks: dict[str, str], kind: str = "district") -> Plan:
    """A running plan of the province that gives these tasks to every district."""
    plan = Plan.objects.create(
        unit=federation.province, subject=subject, state=PlanState.IN_REVIEW, created_by=federation["chuyenvien"]
    )
    for order, (number, title) in enumerate(tasks.items()):
        task = Task.objects.create(
            plan=plan, number=number, title=title, text=title, order=order, due=date(2023, 6, 30)
        )
        TaskParty.objects.create(task=task, role="lead", audience=kind, printed="LĐLĐ huyện")
    return issued(plan, federation)


@pytest.fixture
def two(federation: Federation) -> list[Plan]:
    first = paper(federation, "Cải cách hành chính", {"1": "Rà soát thủ tục hành chính", "2": "Tập huấn cán bộ"})
    return [first, paper(federation, "Chuyển đổi số", {"1": "Rà soát các thủ tục hành chính", "2": "Số hóa hồ sơ"})]


@pytest.fixture
def draft(two: list[Plan], federation: Federation) -> Plan:
    return begin_merging(plan_ids=[plan.pk for plan in two], by=federation["chuyenvien"], subject="Kế hoạch chung")


def part(plan: Plan, number: str, federation: Federation) -> Assignment:
    return Assignment.objects.get(task__plan=plan, task__number=number, unit=federation.ba_tri)


def test_the_draft_has_each_open_task_once(draft: Plan, two: list[Plan]) -> None:
    assert list(draft.tasks.values_list("number", "title")) == [
        ("1", "Rà soát thủ tục hành chính"),
        ("2", "Tập huấn cán bộ"),
        ("3", "Số hóa hồ sơ"),
    ]
    rows = draft.continues.order_by("pk").values_list("old__plan", "old__number", "into__number")
    assert list(rows) == [(two[0].pk, "1", "1"), (two[0].pk, "2", "2"), (two[1].pk, "1", "1"), (two[1].pk, "2", "3")]
    assert [str(one) for one in draft.tasks.get(number="1").parties.all()] == ["LĐLĐ huyện, thị xã, thành phố"]


def test_a_draft_that_is_dropped_has_changed_nothing(draft: Plan, two: list[Plan], federation: Federation) -> None:
    before = WorkItem.objects.filter(state="open").exclude(kind="plans.review").count()
    withdraw_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY, reason="Thôi gộp")
    assert {plan.state for plan in Plan.objects.filter(pk__in=[one.pk for one in two])} == {PlanState.RUNNING}
    assert WorkItem.objects.filter(state="open").exclude(kind="plans.review").count() == before


def test_running_work_goes_on_under_the_new_task_with_its_history(
    draft: Plan, two: list[Plan], federation: Federation
) -> None:
    who = federation["batri"]
    doing = part(two[1], "2", federation)
    take_assignment(assignment_id=doing.pk, by=who)
    report_progress(assignment_id=doing.pk, by=who, text="Đã số hóa 40 hồ sơ")
    raise_obstacle(assignment_id=doing.pk, by=who, text="Thiếu máy quét")
    new = issued(draft, federation)
    now = Assignment.objects.get(pk=doing.pk)
    assert (now.plan, now.task.title, now.state, now.open_obstacles) == (new, "Số hóa hồ sơ", AssignmentState.DOING, 1)
    assert open_kinds(now) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    assert WorkItem.objects.get(kind="plans.report", object_id=now.pk, state="open").source.endswith(str(new))
    page = assignment_page(now.pk, who)
    assert [line.report.text for line in page.reports] == ["Đã số hóa 40 hồ sơ"]
    assert (page.steps[0].get_kind_display(), page.steps[0].note) == (
        "Chuyển sang văn bản mới",
        f"Từ mục 2, {two[1]}: Số hóa hồ sơ",
    )
    assert broken() == []


def test_both_old_papers_are_replaced_and_say_what_became_of_each_task(
    draft: Plan, two: list[Plan], federation: Federation
) -> None:
    new = issued(draft, federation)
    for old in two:
        old.refresh_from_db()
        assert (old.state, old.replaced_by) == (PlanState.REPLACED, new)
    changes = {one.task.number: (one.kind, one.after["plan"]) for one in two[1].amendments.get().changes.all()}
    assert changes == {
        "1": ("moved", f"{new}, mục 1: Rà soát thủ tục hành chính"),
        "2": ("moved", f"{new}, mục 3: Số hóa hồ sơ"),
    }
    assert Assignment.objects.filter(plan=new).exclude(state="withdrawn").count() == 6
    told = Notice.objects.filter(user=federation["batri"], kind="plans.amended").values_list("text", flat=True)
    assert {text.split("nhiệm vụ của ")[1] for text in told} == {
        f"{old} chuyển sang {new}, tiếp tục thực hiện" for old in two
    }


def test_of_two_alike_parts_one_goes_on_and_the_other_is_closed_with_what_it_was(
    draft: Plan, two: list[Plan], federation: Federation
) -> None:
    first, second = part(two[0], "1", federation), part(two[1], "1", federation)
    new = issued(draft, federation)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.plan, first.state) == (new, AssignmentState.NEW)
    assert (second.plan, second.state, open_kinds(second)) == (two[1], AssignmentState.WITHDRAWN, {})
    assert broken() == []


def test_an_old_task_without_a_place_ends(draft: Plan, two: list[Plan], federation: Federation) -> None:
    row = draft.continues.get(old__plan=two[0], old__number="2")
    match_tasks(plan_id=draft.pk, by=federation["chuyenvien"], into={row.pk: None})
    one = part(two[0], "2", federation)
    draft.tasks.filter(number="2").delete()
    issued(draft, federation)
    one.refresh_from_db()
    assert (one.plan, one.state) == (two[0], AssignmentState.WITHDRAWN)
    assert two[0].amendments.get().changes.get(task__number="2").kind == "ended"


def test_targets_go_on_with_their_figures(draft: Plan, two: list[Plan], federation: Federation) -> None:
    target = add_target(plan_id=two[0].pk, by=federation["chutich"], fields=FIELDS)
    whole = target.parts.get(parent=None)
    split_part(part_id=whole.pk, by=federation["chutich"], shares=[Share(federation.ba_tri.pk, Decimal(40))])
    new = issued(draft, federation)
    target.refresh_from_db()
    assert (target.plan, TargetPart.objects.get(unit=federation.ba_tri).value) == (new, 40)


def test_a_paper_is_merged_in_one_draft_at_a_time(draft: Plan, two: list[Plan], federation: Federation) -> None:
    with pytest.raises(Conflict, match="đang gộp"):
        begin_merging(plan_ids=[plan.pk for plan in two], by=federation["chuyenvien"], subject="Lần nữa")


def test_what_comes_after_what_goes_on_also_where_two_tasks_became_one(two: list[Plan], federation: Federation) -> None:
    first, second = two
    training, scanning = first.tasks.get(number="2"), second.tasks.get(number="2")
    Task.objects.filter(pk=training.pk).update(after=first.tasks.get(number="1"))
    Task.objects.filter(pk=scanning.pk).update(after=second.tasks.get(number="1"))
    draft = begin_merging(plan_ids=[plan.pk for plan in two], by=federation["chuyenvien"], subject="Kế hoạch chung")
    assert dict(draft.tasks.values_list("title", "after__title")) == {
        "Rà soát thủ tục hành chính": None,
        "Tập huấn cán bộ": "Rà soát thủ tục hành chính",
        "Số hóa hồ sơ": "Rà soát thủ tục hành chính",
    }
    new = issued(draft, federation)
    assert new.tasks.get(title="Số hóa hồ sơ").after == new.tasks.get(title="Rà soát thủ tục hành chính")
    waiting = part(new, "3", federation)
    found = waits_for(waiting)
    assert found and found.first.title == "Rà soát thủ tục hành chính"


def test_the_order_of_a_task_that_became_one_with_another_is_kept(two: list[Plan], federation: Federation) -> None:
    second = two[1]
    Task.objects.filter(plan=second, number="1").update(after=second.tasks.get(number="2"))
    draft = begin_merging(plan_ids=[plan.pk for plan in two], by=federation["chuyenvien"], subject="Kế hoạch chung")
    assert draft.tasks.get(title="Rà soát thủ tục hành chính").after == draft.tasks.get(title="Số hóa hồ sơ")


def test_orders_of_papers_that_contradict_each_other_make_no_circle(two: list[Plan], federation: Federation) -> None:
    first = two[0]
    third = paper(federation, "Văn hóa công sở", {"1": "Tập huấn cán bộ", "2": "Rà soát thủ tục hành chính"})
    for plan, number, before in ((first, "2", "1"), (third, "2", "1")):
        Task.objects.filter(plan=plan, number=number).update(after=plan.tasks.get(number=before))
    draft = begin_merging(plan_ids=[first.pk, third.pk], by=federation["chuyenvien"], subject="Kế hoạch chung")
    assert dict(draft.tasks.values_list("title", "after__title")) == {
        "Rà soát thủ tục hành chính": None,
        "Tập huấn cán bộ": "Rà soát thủ tục hành chính",
    }


def test_one_paper_alone_is_not_merged(two: list[Plan], federation: Federation) -> None:
    with pytest.raises(Invalid, match="ít nhất hai"):
        begin_merging(plan_ids=[two[0].pk], by=federation["chuyenvien"], subject="Một")


def test_a_paper_with_nothing_left_to_do_is_not_merged_but_replaced(two: list[Plan], federation: Federation) -> None:
    Assignment.objects.filter(plan=two[1]).update(state=AssignmentState.DONE, done_on=TODAY, taken_on=TODAY)
    with pytest.raises(Invalid, match="không còn nhiệm vụ chưa xong"):
        begin_merging(plan_ids=[plan.pk for plan in two], by=federation["chuyenvien"], subject="Chung")


def test_a_task_takes_at_most_one_of_each_paper() -> None:
    tasks = [Words(1, 1, "rà soát thủ tục"), Words(2, 2, "rà soát thủ tục"), Words(3, 2, "rà soát thủ tục hành chính")]
    assert same_tasks(tasks) == {2: 1}


def test_the_pages_begin_match_and_show_what_became_which(
    two: list[Plan], federation: Federation, as_user: SignIn
) -> None:
    writer = as_user("chuyenvien")
    answer = writer.post(f"/ke-hoach/{two[0].pk}/gop-voi/", {"subject": "Kế hoạch chung", "others": two[1].pk})
    draft = Plan.objects.get(subject="Kế hoạch chung")
    assert answer.url == f"/ke-hoach/{draft.pk}/gop/"
    page = writer.get(answer.url).content.decode()
    assert page.count("<select") >= 4
    rows = {row.old.title: row for row in draft.continues.select_related("old")}
    chosen = {f"into-{row.pk}": row.into_id or "" for row in rows.values()}
    chosen[f"into-{rows['Số hóa hồ sơ'].pk}"] = draft.tasks.get(number="2").pk
    assert writer.post(answer.url, chosen).status_code == 302
    assert draft.continues.get(old__title="Số hóa hồ sơ").into == draft.tasks.get(number="2")
    draft.tasks.filter(number="3").delete()
    issued(draft, federation)
    seen = as_user("batri").get(answer.url).content.decode()
    assert "Số hóa hồ sơ" in seen and "Tập huấn cán bộ" in seen
    assert as_user("giaoduc").get(answer.url).status_code == 404
    assert f"/ke-hoach/{draft.pk}/gop/" in as_user("chutich").get(f"/ke-hoach/{draft.pk}/").content.decode()
