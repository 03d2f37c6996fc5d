from datetime import date

import pytest
from django.test import Client

from congdoan.core import clock
from congdoan.plans.models import Assignment, AssignmentState, Plan
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.work.accept import accept_result
from congdoan.plans.services.work.assign import assign_person
from congdoan.plans.services.work.open_periods import open_periods
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.turn_periods import turn_periods
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import add_task, issued
from tests.plans.factories import give, make_plan, make_task
from tests.plans.work.desk import open_kinds
from tests.world import Federation

Q1_ENDS, Q2_BEGINS, Q2_ENDS = date(2023, 3, 31), date(2023, 4, 1), date(2023, 6, 30)


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return make_plan(federation)


@pytest.fixture
def quarterly(federation: Federation, plan: Plan) -> Assignment:
    """Ba Tri reports every quarter and is at work on the first one of 2023."""
    task = make_task(plan, due=None, recurrence="quarterly", due_text="hằng quý")
    assignment = give(task, federation.ba_tri, state=AssignmentState.DOING)
    open_periods([task.pk], on=clock.today())
    assignment.refresh_from_db()
    return assignment


def periods(assignment: Assignment) -> list[tuple[str, str]]:
    return [(period.name, period.state) for period in assignment.periods.order_by("starts_on")]


def done(assignment: Assignment, federation: Federation) -> None:
    report_progress(assignment_id=assignment.pk, by=federation["batri"], text="Đã báo cáo", finishes=True)
    accept_result(assignment_id=assignment.pk, by=federation["chanhvp"])
    assignment.refresh_from_db()


def turned(assignment: Assignment, day: date) -> Assignment:
    clock.set_today(day)
    turn_periods(on=day)
    assignment.refresh_from_db()
    return assignment


def test_issuing_opens_the_period_of_the_day_for_every_unit(federation: Federation) -> None:
    draft = Plan.objects.create(
        unit=federation.province, subject="Tháng Công nhân", state="in_review", created_by=federation["chuyenvien"]
    )
    task = add_task(draft, "1", federation.ba_tri, None)
    task.recurrence, task.due_text = "yearly", "trước ngày 15/12 hằng năm"
    task.save()
    issued(draft, federation)
    given = Assignment.objects.get(task=task)
    assert (given.due, periods(given)) == (date(2023, 12, 15), [("Năm 2023", "open")])
    assert WorkItem.objects.get(kind="plans.take", object_id=given.pk).due == date(2023, 12, 15)


def test_what_was_done_in_its_period_lies_on_the_desk_again_when_the_next_begins(
    federation: Federation, quarterly: Assignment
) -> None:
    assert quarterly.due == Q1_ENDS
    done(quarterly, federation)
    assert (quarterly.state, periods(quarterly)) == ("done", [("Quý I/2023", "done")])
    assert turned(quarterly, Q1_ENDS).state == "done"
    turned(quarterly, Q2_BEGINS)
    assert (quarterly.state, quarterly.due, quarterly.done_on) == ("doing", Q2_ENDS, None)
    assert periods(quarterly) == [("Quý I/2023", "done"), ("Quý II/2023", "open")]
    assert open_kinds(quarterly) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    assert "Quý II/2023" in WorkItem.objects.get(kind="plans.report", object_id=quarterly.pk, state="open").source


def test_what_was_not_done_is_missed_and_said_and_the_next_period_is_owed(
    federation: Federation, quarterly: Assignment
) -> None:
    turned(quarterly, Q2_BEGINS)
    assert periods(quarterly) == [("Quý I/2023", "missed"), ("Quý II/2023", "open")]
    assert (quarterly.state, quarterly.due) == ("doing", Q2_ENDS)
    assert WorkItem.objects.get(kind="plans.report", object_id=quarterly.pk, state="open").due == Q2_ENDS
    assert "Quý I/2023 không hoàn thành" in Notice.objects.get(user=federation["batri"], kind="plans.missed").text


def test_turning_twice_changes_nothing_more(quarterly: Assignment) -> None:
    turned(quarterly, Q2_BEGINS)
    assert turn_periods(on=Q2_BEGINS) == 0
    assert len(periods(quarterly)) == 2
    assert Notice.objects.filter(kind="plans.missed").values("user").distinct().count() == Notice.objects.count()


def test_a_result_that_waits_for_a_decision_keeps_its_period_open(
    federation: Federation, quarterly: Assignment
) -> None:
    report_progress(assignment_id=quarterly.pk, by=federation["batri"], text="Đã báo cáo", finishes=True)
    turned(quarterly, Q2_BEGINS)
    assert periods(quarterly) == [("Quý I/2023", "open")]
    accept_result(assignment_id=quarterly.pk, by=federation["chanhvp"])
    turned(quarterly, Q2_BEGINS)
    assert periods(quarterly) == [("Quý I/2023", "done"), ("Quý II/2023", "open")]


def test_a_report_due_after_its_quarter_is_not_missed_before_that_day(federation: Federation, plan: Plan) -> None:
    task = make_task(plan, due=None, recurrence="quarterly", due_text="trước ngày 05 của tháng đầu quý sau")
    late = give(task, federation.ba_tri, state=AssignmentState.DOING)
    open_periods([task.pk], on=clock.today())
    assert periods(turned(late, date(2023, 4, 5))) == [("Quý I/2023", "open")]
    assert periods(turned(late, date(2023, 4, 6))) == [("Quý I/2023", "missed"), ("Quý II/2023", "open")]


def test_a_persons_part_comes_again_with_the_period(federation: Federation, quarterly: Assignment) -> None:
    person = federation["batri.cv"]
    assign_person(assignment_id=quarterly.pk, by=federation["batri"], person=person, due=date(2023, 3, 20), note="")
    done(quarterly, federation)
    turned(quarterly, Q2_BEGINS)
    part = WorkItem.objects.get(kind="plans.execute", object_id=quarterly.pk, state="open")
    assert (part.user, part.due) == (person, Q2_ENDS)


def test_after_the_end_of_the_plan_nothing_begins_again(federation: Federation, quarterly: Assignment) -> None:
    Plan.objects.update(until=Q1_ENDS)
    done(quarterly, federation)
    turned(quarterly, Q2_BEGINS)
    assert (quarterly.state, periods(quarterly)) == ("done", [("Quý I/2023", "done")])


def test_the_periods_of_a_withdrawn_plan_end_with_it(federation: Federation, quarterly: Assignment) -> None:
    withdraw_plan(plan_id=quarterly.plan_id, by=federation["chutich"], on=clock.today(), reason="Thay đổi chủ trương")
    turned(quarterly, Q2_BEGINS)
    assert periods(quarterly) == [("Quý I/2023", "cancelled")]


def test_parts_given_before_periods_were_kept_get_the_present_one(federation: Federation, plan: Plan) -> None:
    task = make_task(plan, due=None, recurrence="monthly", due_text="hằng tháng")
    old = give(task, federation.ba_tri, state=AssignmentState.DOING)
    turned(old, date(2023, 3, 15))
    assert (periods(old), old.due) == ([("Tháng 3/2023", "open")], Q1_ENDS)


def test_ongoing_work_has_no_periods(federation: Federation, plan: Plan) -> None:
    task = make_task(plan, due=None, recurrence="ongoing", due_text="thường xuyên")
    given = give(task, federation.ba_tri, state=AssignmentState.DOING)
    open_periods([task.pk], on=clock.today())
    assert (periods(turned(given, date(2024, 1, 1))), given.due) == ([], None)


def test_the_page_of_the_work_shows_every_period_and_how_it_ended(
    federation: Federation, quarterly: Assignment, client: Client
) -> None:
    done(quarterly, federation)
    turned(quarterly, Q2_BEGINS)
    turned(quarterly, date(2023, 7, 1))
    client.force_login(federation["batri"])
    page = " ".join(client.get(f"/ke-hoach/nhiem-vu/{quarterly.pk}/").content.decode().split())
    assert "Kỳ <b>Quý III/2023</b>" in page
    assert page.index("Quý III/2023</td>") < page.index("Quý II/2023</td>") < page.index("Quý I/2023</td>")
    assert page.count("Không hoàn thành") == 1
    assert ">Hằng quý</span>" in page, "words of the paper that say no more are not repeated"
