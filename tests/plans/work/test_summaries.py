"""The counts of a wide plan are kept: pages show what rows say, at once after each change, and ask no row for it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congdoan.core import clock
from congdoan.core.verify.checks import checks
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, AssignmentState, FollowUpChange, FollowUpSummary, Plan, Task
from congdoan.plans.queries.work.follow_up import summary as kept
from congdoan.plans.queries.work.follow_up.columns import columns_of
from congdoan.plans.queries.work.follow_up.matrix import matrix
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary, kept_of, summary_of
from congdoan.plans.queries.work.follow_up.tasks import task_rows
from congdoan.plans.queries.work.task_page import counts_of, coverage_of
from congdoan.plans.services.lifecycle.end import withdraw_plan
from congdoan.plans.services.local.carry_out import carry_out_plan
from congdoan.plans.services.work import summarise as service
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.summarise import summarise_changed
from congdoan.plans.services.work.take import take_assignment
from tests.plans.drafts import TODAY
from tests.plans.factories import give, make_task
from tests.plans.local.superior import issue_superior
from tests.world import Federation, make_unit

STATES = [state for state in AssignmentState if state != AssignmentState.WITHDRAWN]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan of a few parts is wide here."""
    monkeypatch.setattr(service, "WIDE", 2)


@pytest.fixture
def wide(federation: Federation, plan: Plan) -> Plan:
    """Every state, late and not, stuck and not, at 70 units of one district."""
    units = [make_unit(f"CĐCS {n:02}", "grassroots", federation.ba_tri) for n in range(70)]
    for number in range(3):
        task = make_task(plan, f"I.{number}", due=TODAY - timedelta(days=5 - number * 5))
        for at, unit in enumerate(units):
            due = None if at % 9 == 8 else task.due
            part = give(task, unit, state=STATES[at % len(STATES)], due=due, role="lead" if at % 3 else "cooperating")
            Assignment.objects.filter(pk=part.pk).update(
                open_obstacles=at % 2, last_report_on=TODAY - timedelta(days=at), taken_on=TODAY
            )
    summarise_changed()
    return plan


def seen(plan: Plan, federation: Federation) -> FollowUp:
    return FollowUp(Plan.objects.select_related("unit").get(pk=plan.pk), federation["chutich"], clock.today())


def is_same(one: Summary, other: Summary) -> bool:
    """In whatever order the groups of parts stand."""
    alike = (one.coverage, one.branches) == (other.coverage, other.branches)
    return alike and set(one.groups) == set(other.groups)


def told(rows: Any) -> list[Any]:
    return [
        (row.task.pk, row.by_role, row.first_late, row.last_report, row.last_done, row.given_on, row.matching)
        for row in rows
    ]


@pytest.mark.parametrize("days", [0, 1, 40])
def test_the_kept_counts_say_on_any_day_what_the_rows_say(federation: Federation, wide: Plan, days: int) -> None:
    clock.set_today(TODAY + timedelta(days=days))
    follow_up = seen(wide, federation)
    found = summary_of(follow_up)
    assert found
    assert told(task_rows(follow_up, found)) == told(task_rows(follow_up))
    assert columns_of(follow_up, at_least=70, summary=found) == columns_of(follow_up, at_least=70)


def test_matrix_and_page_of_a_task_say_from_the_kept_counts_what_the_rows_say(
    federation: Federation, wide: Plan
) -> None:
    follow_up = seen(wide, federation)
    found = summary_of(follow_up)
    assert found
    columns, rows = columns_of(follow_up, at_least=70, summary=found), task_rows(follow_up, found)
    assert matrix(follow_up, columns, rows, found) == matrix(follow_up, columns, rows)
    for task in wide.tasks.all():
        assert counts_of(follow_up, task, found) == counts_of(follow_up, task, None)
        assert coverage_of(follow_up, task, found) == coverage_of(follow_up, task, None)
    assert counts_of(follow_up, wide.tasks.all()[0], found).total == 70


def test_a_page_of_units_is_read_from_those_that_are_kept(federation: Federation, plan: Plan) -> None:
    task = make_task(plan)
    for n in range(70):
        give(task, make_unit(f"CĐCS {n:02}", "grassroots", federation.province))
    summarise_changed()
    follow_up = seen(plan, federation)
    found = summary_of(follow_up)
    assert found
    pages = [columns_of(follow_up, at_least=70, page=page, summary=found) for page in (1, 2)]
    assert pages == [columns_of(follow_up, at_least=70, page=page) for page in (1, 2)]
    assert [len(page.columns) for page in pages] == [40, 30]


def test_only_who_sees_the_whole_plan_without_a_filter_reads_them(federation: Federation, wide: Plan) -> None:
    follow_up = seen(wide, federation)
    assert summary_of(follow_up)
    assert summary_of(FollowUp(follow_up.plan, federation["batri"], TODAY)) is None
    assert summary_of(FollowUp(follow_up.plan, follow_up.user, TODAY, state="qua-han")) is None


def test_a_plan_that_is_not_wide_keeps_no_counts(
    federation: Federation, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    give(make_task(plan), federation.ba_tri)
    summarise_changed()
    assert not FollowUpSummary.objects.exists()
    assert not FollowUpChange.objects.exists()
    assert kept.WIDE == 5_000


def _changes(federation: Federation, superior: Plan) -> Iterator[tuple[str, Callable[[], object]]]:
    task = superior.tasks.get(number="III.2.a")
    part = Assignment.objects.get(task=task, unit=federation.ba_tri)
    who = federation["batri"]
    yield "taken", lambda: take_assignment(assignment_id=part.pk, by=who)
    yield "reported", lambda: report_progress(assignment_id=part.pk, by=who, text="Đã làm")
    yield "stuck", lambda: raise_obstacle(assignment_id=part.pk, by=who, text="Thiếu mẫu")
    yield "an own plan begun", lambda: carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=who)
    own = Plan.objects.get(carries_out=superior)
    yield "an own task taken away", lambda: own.tasks.filter(carries_out=task).update(withdrawn_on=TODAY)
    yield "and back", lambda: own.tasks.filter(carries_out=task).update(withdrawn_on=None)
    yield "in force", lambda: Plan.objects.filter(pk=own.pk).update(state="running", issued_on=TODAY, symbol="1/KH")
    yield "withdrawn", lambda: Plan.objects.filter(pk=own.pk).update(state="withdrawn")
    yield "its tasks deleted", lambda: own.tasks.all().delete()
    yield "given to another", lambda: give(task, federation.education)
    yield "parts deleted", lambda: Assignment.objects.filter(task=task, unit=federation.education).delete()
    yield "a unit moved", lambda: Unit.objects.filter(pk=federation.cho_lach.pk).update(rank=7)


def test_every_change_is_shown_at_once_and_kept_by_the_worker(federation: Federation) -> None:
    superior = issue_superior(federation)
    summarise_changed()
    for what, change in _changes(federation, superior):
        assert summary_of(seen(superior, federation)), what
        change()
        assert FollowUpChange.objects.exists(), what
        found = summary_of(seen(superior, federation))
        assert summarise_changed(), what
        plan = Plan.objects.get(pk=superior.pk)
        counted = summary_of(seen(superior, federation))
        assert counted and (found is None or is_same(found, counted)), what
        one = FollowUpSummary.objects.get(plan=plan)
        assert {"figures": one.figures, "units": one.units} == kept_of(plan), what


def test_what_was_reported_just_now_is_counted_for_its_task_alone(
    client: Client, federation: Federation, wide: Plan
) -> None:
    client.force_login(federation["chutich"])
    part = Assignment.objects.filter(task=wide.tasks.all()[0], state="doing").first()
    assert part
    Assignment.objects.filter(pk=part.pk).update(state="done", done_on=TODAY)
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(f"/ke-hoach/{wide.pk}/theo-doi/")
    counted = [one["sql"] for one in asked if 'FROM "plans_assignment"' in one["sql"] and "COUNT(" in one["sql"]]
    assert counted and all(f'"plans_assignment"."task_id" IN ({part.task_id})' in sql for sql in counted)
    summarise_changed()
    anew = client.get(f"/ke-hoach/{wide.pk}/theo-doi/")
    assert anew.context["counts"] == shown.context["counts"]


def test_what_a_plan_of_another_counts_is_not_touched(federation: Federation, wide: Plan) -> None:
    other = Plan.objects.create(unit=federation.province, subject="Khác", created_by=federation["chuyenvien"])
    give(make_task(other), federation.ba_tri)
    Task.objects.filter(plan=wide).update(title="Tên khác")
    assert summary_of(seen(wide, federation))


def test_the_page_of_own_plans_counts_no_row_of_a_wide_plan(client: Client, federation: Federation, wide: Plan) -> None:
    client.force_login(federation["chutich"])
    address = f"/ke-hoach/{wide.pk}/theo-doi/?dang=trien-khai"
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(address)
    counted = [one["sql"] for one in asked if 'FROM "plans_assignment"' in one["sql"] and "COUNT(" in one["sql"]]
    assert counted == []
    assert len(asked) <= 12
    FollowUpChange.objects.create(followed=wide.pk)
    anew = client.get(address)
    assert anew.context["own_plans"] == shown.context["own_plans"]
    assert anew.context["counts"] == shown.context["counts"]
    assert anew.context["columns"] == shown.context["columns"]


def test_verify_finds_counts_that_are_not_those_of_the_rows(federation: Federation, wide: Plan) -> None:
    check = checks["plans.summaries"]
    assert [*check.find(lambda *_: None)] == []
    one = FollowUpSummary.objects.get(plan=wide)
    one.figures["groups"][0][6] += 1
    one.save()
    assert len([*check.find(lambda *_: None)]) == 1


def test_a_withdrawn_own_plan_covers_nothing_more(federation: Federation) -> None:
    superior = issue_superior(federation)
    own = carry_out_plan(plan_id=superior.pk, unit=federation.ba_tri, by=federation["batri"])
    summarise_changed()
    task = superior.tasks.get(number="III.2.a")
    found = summary_of(seen(superior, federation))
    assert found and found.coverage[task.pk].drafting == 1
    withdraw_plan(plan_id=own.pk, by=federation["batri"], on=date(2023, 3, 15), reason="Thôi")
    summarise_changed()
    found = summary_of(seen(superior, federation))
    assert found and found.coverage[task.pk].drafting == 0
