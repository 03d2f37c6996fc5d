"""Units merge while their tasks run: the work goes on at the successor, with its history."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.verify.checks import checks
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.rights import may
from congdoan.organisation.services.merge import merge_unit
from congdoan.plans.models import Assignment, AssignmentState, Handover, Plan, PlanState, TargetPart, TaskParty
from congdoan.plans.queries.targets.rolled import whole_of
from congdoan.plans.queries.work.assignment_page import assignment_page
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.type_value import type_value
from congdoan.plans.services.work.accept import accept_result
from congdoan.plans.services.work.assign import assign_person
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import add_task
from tests.plans.factories import count, give, make_task
from tests.plans.targets.conftest import FIELDS
from tests.plans.work.desk import open_kinds, waiting_answers
from tests.world import Federation

Merge = Callable[[], Reorganisation]


def broken() -> list[str]:
    """What the standing checks find wrong."""
    mine = ("tasks.", "targets.", "local.", "plans.ended", "plans.papers", "worklist.", "organisation.", "reporting.")
    found = (check for name, check in checks.items() if name.startswith(mine))
    return [place for check in found for place in check.find(lambda *_: None)]


@pytest.fixture
def doing(plan: Plan, federation: Federation) -> Assignment:
    """Chợ Lách is at work, with a report, a figure and a question."""
    one = give(make_task(plan), federation.cho_lach, state=AssignmentState.DOING)
    figure = count(one)
    TaskParty.objects.create(task=one.task, role="lead", unit=federation.cho_lach, match="exact")
    who = federation["cholach"]
    report_progress(assignment_id=one.pk, by=who, text="Đã làm 18", figures={figure.pk: Decimal(18)})
    raise_obstacle(assignment_id=one.pk, by=who, text="Thiếu mẫu")
    return Assignment.objects.get(pk=one.pk)


def test_running_work_goes_on_at_the_successor_with_its_history(
    doing: Assignment, merged: Merge, federation: Federation
) -> None:
    done = merged()
    now = Assignment.objects.get(pk=doing.pk)
    assert (now.unit, now.state, now.open_obstacles) == (federation.ba_tri, AssignmentState.DOING, 1)
    assert open_kinds(now) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    assert [item.given_by_unit for item in waiting_answers()] == [federation.ba_tri]
    page = assignment_page(now.pk, federation["batri"])
    assert [line.report.text for line in page.reports] == ["Đã làm 18"]
    assert page.steps[0].get_kind_display() == "Bàn giao sang đơn vị khác"
    (handed,) = page.handovers
    assert (handed.from_unit, handed.to_unit, handed.into) == (federation.cho_lach, federation.ba_tri, None)
    assert (handed.reorganisation, handed.state) == (done, AssignmentState.DOING)
    assert list(now.task.parties.values_list("unit", flat=True)) == [federation.ba_tri.pk]
    figures = {now.targets.get().pk: Decimal(24)}
    report_progress(assignment_id=now.pk, by=federation["batri"], text="Xong", finishes=True, figures=figures)
    assert accept_result(assignment_id=now.pk, by=federation["chanhvp"]).state == AssignmentState.DONE
    assert broken() == []


def test_who_is_concerned_is_told_once_what_changed_for_him(
    doing: Assignment, merged: Merge, federation: Federation
) -> None:
    merged()
    told = {
        one.user.username: one.text for one in Notice.objects.filter(kind="plans.reorganised").select_related("user")
    }
    assert told == {
        "batri": "Sáp nhập LĐLĐ huyện Chợ Lách vào LĐLĐ huyện Ba Tri từ 10/03/2023: LĐLĐ huyện Ba Tri nhận 1 nhiệm vụ",
        "cholach": "Sáp nhập LĐLĐ huyện Chợ Lách vào LĐLĐ huyện Ba Tri từ 10/03/2023: LĐLĐ huyện Chợ Lách, "
        "1 nhiệm vụ đã bàn giao",
        "chanhvp": "Sáp nhập LĐLĐ huyện Chợ Lách vào LĐLĐ huyện Ba Tri: Kế hoạch 34/KH-LĐLĐ, "
        "1 phần việc chuyển sang LĐLĐ huyện Ba Tri",
    }


def test_what_is_done_stays_with_the_old_unit_and_the_successor_sees_it(
    plan: Plan, merged: Merge, federation: Federation
) -> None:
    one = give(make_task(plan), federation.cho_lach, state=AssignmentState.DONE, done_on=date(2023, 3, 1))
    merged()
    now = Assignment.objects.get(pk=one.pk)
    assert (now.unit, now.state) == (federation.cho_lach, AssignmentState.DONE)
    assert assignment_page(one.pk, federation["batri"]).assignment == one
    assert may(federation["batri"], "tasks.view", Unit.objects.get(pk=federation.cho_lach.pk))


def test_a_task_that_both_have_becomes_one_and_what_remains_is_added(
    plan: Plan, merged: Merge, federation: Federation
) -> None:
    task = make_task(plan)
    own = give(task, federation.ba_tri, state=AssignmentState.DOING)
    other = give(task, federation.cho_lach, state=AssignmentState.DOING)
    count(own, total=10)
    figure = count(other)
    report_progress(
        assignment_id=other.pk, by=federation["cholach"], text="Đã làm 18", figures={figure.pk: Decimal(18)}
    )
    raise_obstacle(assignment_id=other.pk, by=federation["cholach"], text="Thiếu mẫu")
    merged()
    own, other = Assignment.objects.get(pk=own.pk), Assignment.objects.get(pk=other.pk)
    assert (other.unit, other.state, open_kinds(other)) == (federation.cho_lach, AssignmentState.WITHDRAWN, {})
    assert [(one.name, int(one.total)) for one in own.targets.all()] == [
        ("Thủ tục đã hệ thống hóa", 10),
        ("Thủ tục đã hệ thống hóa (phần còn lại của LĐLĐ huyện Chợ Lách)", 6),
    ]
    assert (own.open_obstacles, other.open_obstacles) == (1, 0)
    page = assignment_page(other.pk, federation["batri"])
    assert [line.report.text for line in page.reports] == ["Đã làm 18"]
    assert page.gone == ("Không phải thực hiện nữa. Sáp nhập LĐLĐ huyện Chợ Lách vào LĐLĐ huyện Ba Tri.")
    assert Handover.objects.get().into == own
    assert broken() == []


def test_a_person_without_a_post_at_the_successor_is_let_go(plan: Plan, merged: Merge, federation: Federation) -> None:
    one = give(make_task(plan), federation.cho_lach, state=AssignmentState.DOING)
    assign_person(assignment_id=one.pk, by=federation["cholach"], person=federation["cholach"])
    merged()
    assert not one.executors.exists()
    assert open_kinds(one) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    assert broken() == []


def test_units_below_stand_under_the_successor_and_old_days_show_the_old_tree(
    merged: Merge, federation: Federation
) -> None:
    merged()
    below = Unit.objects.get(pk=federation.phu_phung.pk)
    assert (below.parent, below.path) == (federation.ba_tri, f"{federation.ba_tri.path}{below.pk}/")
    old = Unit.objects.get(pk=federation.cho_lach.pk)
    assert (old.ends_on, old.path) == (date(2023, 3, 10), f"{federation.ba_tri.path}{old.pk}/")
    assert [version.parent for version in below.versions.order_by("valid_from")] == [
        federation.cho_lach,
        federation.ba_tri,
    ]


def test_a_plan_of_the_old_unit_goes_on_in_the_hands_of_the_successor(merged: Merge, federation: Federation) -> None:
    own = Plan.objects.create(
        unit=federation.cho_lach,
        subject="Kế hoạch của huyện",
        state=PlanState.APPROVED,
        created_by=federation["cholach"],
        signer=federation["cholach"],
    )
    add_task(own, "1", federation.phu_phung, date(2023, 6, 30))
    issue_plan(plan_id=own.pk, by=federation["cholach"], on=date(2023, 3, 9))
    merged()
    own.refresh_from_db()
    assert (own.unit, own.issued_by, own.state) == (federation.ba_tri, federation.cho_lach, PlanState.RUNNING)
    given = own.assignments.get()
    assert (given.unit, given.state) == (federation.phu_phung, AssignmentState.NEW)
    assert broken() == []


@pytest.fixture
def split(plan: Plan, federation: Federation) -> TargetPart:
    """40 classes: Ba Tri 25, Chợ Lách 15."""
    target = add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS)
    whole = target.parts.get(parent=None)
    shares = [Share(federation.ba_tri.pk, Decimal(25)), Share(federation.cho_lach.pk, Decimal(15))]
    split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares)
    return whole


def test_two_parts_of_a_target_become_one_and_figures_stay_where_they_were_given(
    split: TargetPart, merged: Merge, federation: Federation
) -> None:
    theirs = split.parts.get(unit=federation.cho_lach)
    value = theirs.values.get(period__starts_on=date(2023, 1, 1))
    clock.set_today(date(2023, 3, 31))
    type_value(value_id=value.pk, by=federation["cholach"], figure=Decimal(4))
    merged()
    own = split.parts.get(unit=federation.ba_tri)
    theirs.refresh_from_db()
    assert (own.value, theirs.value, theirs.ended_on) == (40, 0, date(2023, 3, 10))
    whole = TargetPart.objects.select_related("target").get(pk=split.pk)
    periods = list(whole.target.periods.all())
    figures = whole_of(whole)
    assert [(figures.of(one).given, figures.of(one).units) for one in periods[:2]] == [(1, 2), (0, 1)]
    assert figures.of(periods[0]).value == 4
    assert broken() == []


def test_a_part_without_a_like_goes_over_with_its_figures(
    split: TargetPart, merged: Merge, federation: Federation
) -> None:
    split.parts.filter(unit=federation.ba_tri).delete()
    theirs = split.parts.get(unit=federation.cho_lach)
    merged()
    theirs.refresh_from_db()
    assert (theirs.unit, theirs.value, theirs.ended_on) == (federation.ba_tri, 15, None)


def test_only_units_of_one_superior_merge(federation: Federation) -> None:
    with pytest.raises(Invalid, match="cùng cấp trên"):
        merge_unit(
            by=federation["chutich"],
            unit_id=federation.an_thuy.pk,
            into_id=federation.cho_lach.pk,
            effective_on=date(2023, 3, 10),
        )


def test_a_result_that_waits_to_be_confirmed_waits_at_the_successor(
    plan: Plan, merged: Merge, federation: Federation
) -> None:
    one = give(make_task(plan), federation.cho_lach, state=AssignmentState.DOING)
    report_progress(assignment_id=one.pk, by=federation["cholach"], text="Xong", finishes=True)
    merged()
    now = Assignment.objects.get(pk=one.pk)
    assert (now.unit, now.state) == (federation.ba_tri, AssignmentState.TO_ACCEPT)
    assert WorkItem.objects.get(kind="plans.accept", state="open").given_by_unit == federation.ba_tri
    assert broken() == []
