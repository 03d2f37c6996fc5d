"""Where the two quarters begin: plans of the province at work, and the form of its quarterly report."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from congdoan.core import clock
from congdoan.demo.sheets import table
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from congdoan.plans.jobs import ask_for_values
from congdoan.plans.jobs import turn as turn_plans
from congdoan.plans.models import Assignment, PartyRole, Plan, PlanState, RollUp, Section, Target, Task, TaskParty
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.take import take_assignment
from congdoan.reporting.jobs import turn as turn_reports
from congdoan.reporting.services.forms import create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item
from congdoan.reporting.services.sections import name_section
from tests.oversight import factories
from tests.plans.factories import give, make_task
from tests.steering.history import finished
from tests.world import Federation, make_post, make_user

ISSUED, TAKEN, BEGIN = date(2023, 1, 9), date(2023, 1, 12), date(2023, 3, 6)
YEAR: Final = {"starts_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)}


def on_day(day: date) -> None:
    """It is that day, and what the product does by the clock is done."""
    clock.set_today(day)
    for job in (turn_plans, ask_for_values, turn_reports):
        job.func(timestamp=0)


def build(federation: Federation) -> Plan:
    """The plan of the province, on the morning on which the units below make theirs.

    Chợ Lách took its work in January and has been silent since; Phú Phụng has admitted eight members.
    """
    make_post(make_user("phuphung", "Trần Thị Lệ"), federation.phu_phung, Role.GRASSROOTS_OFFICER)
    federation.people["phuphung"] = federation.phu_phung.posts.get().user
    clock.set_today(ISSUED)
    plan = _issued(federation)
    _measured(plan, federation)
    _earlier(federation)
    on_day(TAKEN)
    for part in Assignment.objects.filter(plan=plan, unit=federation.cho_lach):
        take_assignment(assignment_id=part.pk, by=federation["cholach"])
    _eight_members(plan, federation)
    _form(federation)
    factories.checklist(federation)
    on_day(BEGIN)
    return plan


def _issued(federation: Federation) -> Plan:
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Nâng cao năng lực cán bộ công đoàn năm 2023",
        state=PlanState.IN_REVIEW,
        created_by=federation["chuyenvien"],
        coordinator=federation.office,
        bases="Căn cứ Nghị quyết Đại hội XI",
        until=date(2023, 12, 31),
    )
    section = Section.objects.create(plan=plan, number="I", printed="I", title="Nhiệm vụ trọng tâm", order=1)
    classes = _task(section, "I.1", "Mở lớp tập huấn cán bộ", "district", "sector_local", due=date(2023, 6, 30))
    Task.objects.filter(pk=classes.pk).update(roll_up=RollUp.SUM)
    Target.objects.create(plan=plan, task=classes, text="12 lớp tập huấn", value=12, unit_text="lớp")
    _task(section, "I.2", "Rà soát quy chế phối hợp", "district", due=date(2023, 6, 15))
    _task(
        section, "I.3", "Sinh hoạt chuyên đề", "district", "sector_local", recurrence="quarterly", due_text="hằng quý"
    )
    members = _task(section, "I.4", "Kết nạp đoàn viên mới", "grassroots", due=date(2023, 9, 30))
    Target.objects.create(plan=plan, task=members, text="Kết nạp 30 đoàn viên", value=30, unit_text="đoàn viên")
    submit_plan(plan_id=plan.pk, by=federation["chuyenvien"], on=ISSUED)
    approve_plan(plan_id=plan.pk, by=federation["chutich"], on=ISSUED)
    return issue_plan(plan_id=plan.pk, by=federation["vanthu"], on=ISSUED, number=12)


def _task(section: Section, number: str, title: str, *audiences: str, **more: Any) -> Task:
    task = make_task(
        section.plan, number, title, **{"due": None, "section": section, "text": f"{title} năm 2023", **more}
    )
    TaskParty.objects.bulk_create(
        TaskParty(task=task, role=PartyRole.LEAD, audience=kind, match="exact") for kind in audiences
    )
    return task


def _measured(plan: Plan, federation: Federation) -> None:
    """New members, counted from what grassroots unions report on the task: nobody types a sum."""
    by, task = federation["chanhvp"], plan.tasks.get(number="I.4")
    fields = {"name": "Đoàn viên mới", "measure": "number", "unit_text": "đoàn viên", "direction": "higher"}
    fields |= {"counting": "within", "combining": "sum", "periodicity": "quarterly", "source": "counted"}
    value: dict[str, Any] = {"value": Decimal(50), "base_value": None, "base_year": None, "days_to_enter": 10}
    target = add_target(plan_id=plan.pk, by=by, fields={**fields, **value, **YEAR, "task": task})
    shares = [Share(federation.an_thuy.pk, Decimal(30)), Share(federation.phu_phung.pk, Decimal(20))]
    split_part(part_id=target.parts.get().pk, by=by, shares=shares)


def _earlier(federation: Federation) -> None:
    """A plan that ended teaches how long work takes; of one that runs Chợ Lách owes a list since January."""
    ended = _running(federation, "Kiện toàn tổ chức năm 2022", state=PlanState.CLOSED, issued_on=date(2022, 1, 10))
    finished(ended, federation.ba_tri, [15] * 12 + [24] * 10, planned=25, given=date(2022, 1, 10))
    finished(ended, federation.ba_tri, [150] * 10 + [190] * 14, planned=160, given=date(2022, 1, 10))
    running = _running(federation, "Kiện toàn tổ chức", state=PlanState.RUNNING, issued_on=ISSUED, symbol="5/KH-LĐLĐ")
    lists = make_task(running, "1", "Lập danh sách cán bộ", due=date(2023, 2, 1))
    give(lists, federation.cho_lach, state="doing", given_on=ISSUED, taken_on=TAKEN)


def _running(federation: Federation, subject: str, **more: Any) -> Plan:
    return Plan.objects.create(
        unit=federation.province, coordinator=federation.office, subject=subject, signer=federation["chutich"], **more
    )


def _eight_members(plan: Plan, federation: Federation) -> None:
    part = Assignment.objects.get(plan=plan, unit=federation.phu_phung)
    take_assignment(assignment_id=part.pk, by=federation["phuphung"])
    figures = {part.targets.get().pk: Decimal(8)}
    report_progress(assignment_id=part.pk, by=federation["phuphung"], text="Kết nạp 8 người", figures=figures)


def _form(federation: Federation) -> None:
    """The form of the demo federation."""
    sheet, by = table("report"), federation["vanthu"]
    head = {name: sheet[name] for name in ("name", "basis", "every", "filled_by", "due_days")}
    form = create_form(unit=federation.province, by=by, **head)
    for section, row in zip(form.sections.all(), sheet["sections"], strict=True):
        name_section(form_id=form.pk, section_id=section.pk, by=by, title=row["title"])
        for item in row["items"]:
            facts = {name: value for name, value in item.items() if name != "kind"}
            add_item(form_id=form.pk, section_id=section.pk, by=by, kind=item["kind"], facts=ItemFacts(**facts))
    take_into_use(form_id=form.pk, by=by)


def at_work(unit: Unit, number: str) -> int:
    """The id of the part that the unit has in the task of that number of the province's plan."""
    return Assignment.objects.get(unit=unit, task__number=number, plan__number=12).pk
