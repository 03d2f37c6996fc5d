"""Figures counted below roll up into the superior's task as a sum, through every level; the rule may change."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Invalid
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState, RollUp, Task
from congdoan.plans.queries.local.parts import local_work
from congdoan.plans.services.lifecycle.amend import ChangeRollUp, amend_plan
from congdoan.plans.services.local.collect import collect_results
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist.models import Notice
from tests.jobs import run_queued_jobs
from tests.plans.factories import ISSUED, count, give, make_task
from tests.world import Federation, make_post, make_unit, make_user

Report = Callable[[Assignment, int], None]


def plan_of(unit: Unit, above: Plan | None) -> Plan:
    return Plan.objects.create(
        unit=unit,
        subject=f"Tập huấn, {unit}",
        symbol=f"{unit.pk}/KH",
        state=PlanState.RUNNING,
        issued_on=ISSUED,
        until=date(2023, 12, 31),
        carries_out=above,
    )


def give_counted(plan: Plan, units: list[Unit], total: int, above: Task | None = None) -> list[Assignment]:
    """A task of the plan that each of the units leads, counting classes."""
    task = make_task(plan, "1", "Mở lớp tập huấn", carries_out=above, roll_up=RollUp.SUM)
    parts = [give(task, unit, state=AssignmentState.DOING) for unit in units]
    for part in parts:
        count(part, "Lớp đã mở", total, unit_text="lớp")
    return parts


@pytest.fixture
def levels(federation: Federation) -> list[list[Assignment]]:
    """The parts on four levels below the confederation: province, districts, grassroots unions, sections."""
    f = federation
    sections = [make_unit(f"CĐ bộ phận {n}", "section", f.an_thuy) for n in (1, 2)]
    for n, section in enumerate(sections):
        make_post(make_user(f"bophan{n}"), section, Role.GRASSROOTS_OFFICER)
    found: list[list[Assignment]] = []
    chain = [
        (f.tld, [f.province]),
        (f.province, [f.ba_tri, f.cho_lach]),
        (f.ba_tri, [f.an_thuy]),
        (f.an_thuy, sections),
    ]
    for unit, below in chain:
        above = next((part for part in (found[-1] if found else []) if part.unit_id == unit.pk), None)
        plan = plan_of(unit, above.plan if above else None)
        found.append(give_counted(plan, below, 10, above.task if above else None))
    return found


@pytest.fixture
def report() -> Report:
    """Reports a figure as whoever holds the unit's first post."""

    def put(part: Assignment, figure: int) -> None:
        person = part.unit.posts.earliest("pk").user
        figures = {part.targets.get().pk: Decimal(figure)}
        report_progress(assignment_id=part.pk, by=person, text="Đã mở lớp", figures=figures)

    return put


def test_leaves_on_every_level_make_one_sum_at_the_top(levels: list[list[Assignment]], report: Report) -> None:
    (province,), (_, cho_lach), _, sections = levels
    report(cho_lach, 3)
    report(sections[0], 2)
    summed = local_work(province).summed
    assert summed and (int(summed.reached), summed.leaves, summed.is_enough) == (5, 3, False)
    report(sections[1], 5)
    summed = local_work(province).summed
    assert summed and int(summed.reached) == 10 and local_work(province).is_enough
    run_queued_jobs()
    assert Notice.objects.filter(kind="plans.ready_to_report", user__username="chutich").count() == 1
    assert not Notice.objects.filter(kind="plans.ready_to_report", user__username="batri").exists()  # 7 of its 10


def test_the_sum_is_taken_into_the_report_and_too_little_is_not(
    levels: list[list[Assignment]], report: Report, federation: Federation
) -> None:
    (province,), (_, cho_lach), *_ = levels
    with pytest.raises(Invalid, match="mới đạt 0 lớp, cần 10 lớp"):
        collect_results(assignment_id=province.pk, by=federation["chutich"])
    report(cho_lach, 10)
    draft = collect_results(assignment_id=province.pk, by=federation["chutich"])
    draft = collect_results(assignment_id=province.pk, by=federation["chutich"])
    assert [int(figure.value) for figure in draft.figures.all()] == [10]
    assert "Cộng từ 3 phần việc bên dưới: 10 lớp." in draft.text


def test_figures_in_another_unit_are_not_added(levels: list[list[Assignment]], report: Report) -> None:
    (province,), (_, cho_lach), *_ = levels
    cho_lach.targets.update(unit_text="người")
    report(cho_lach, 9)
    summed = local_work(province).summed
    assert summed and summed.reached == 0


def test_the_page_says_how_much_the_units_below_make_together(
    levels: list[list[Assignment]], report: Report, federation: Federation
) -> None:
    (province,), (_, cho_lach), *_ = levels
    report(cho_lach, 4)
    client = Client()
    client.force_login(federation["chutich"])
    page = client.get(reverse("plans:assignment", args=[province.pk])).content.decode()
    assert "bên dưới cộng lại 4 lớp, báo xong được khi đạt 10 lớp" in page
    assert "Kết quả <b>4/10</b> lớp" in page, "the figure of the header is the same sum"


def test_the_rule_of_an_issued_plan_changes_by_an_amendment_that_units_are_told(
    levels: list[list[Assignment]], federation: Federation
) -> None:
    _, (ba_tri, _), *_ = levels
    plan = ba_tri.plan
    change = ChangeRollUp(ba_tri.task_id, RollUp.SHARE, 50)
    amend_plan(plan_id=plan.pk, by=federation["chutich"], on=date(2023, 3, 15), reason="Theo thực tế", changes=[change])
    task = Task.objects.get(pk=ba_tri.task_id)
    assert (task.roll_up, task.roll_up_least) == ("share", 50)
    kept = task.changes.get()
    assert kept.before["rule"] == "Tổng con số bên dưới đạt mức phải đạt"
    assert kept.after["rule"] == "50% phần việc bên dưới xong"
    assert Notice.objects.filter(kind="plans.amended", user__username="batri").exists()
    with pytest.raises(Invalid, match="Nhập tỷ lệ"):
        wrong = ChangeRollUp(ba_tri.task_id, RollUp.SHARE, 101)
        amend_plan(plan_id=plan.pk, by=federation["chutich"], on=date(2023, 3, 15), reason="Sai", changes=[wrong])
    client = Client()
    client.force_login(federation["batri"])
    page = client.get(reverse("plans:assignment", args=[ba_tri.pk])).content.decode()
    assert "Đổi cách tổng hợp" in page and "50% phần việc" in page
