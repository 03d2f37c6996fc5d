"""The plan by which one district carries out the province's: written without a paper, given to grassroots unions."""

from datetime import date
from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.turns import Turn
from congdoan.demo.units import Units
from congdoan.demo.work import carry_out
from congdoan.plans.bases import bases_of, basis_of
from congdoan.plans.models import Plan, Task
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.review.header import HeaderFacts, edit_header
from congdoan.plans.services.review.parties import Party, set_lead
from congdoan.plans.services.review.reshape import add_task
from congdoan.plans.services.review.sections import add_section
from congdoan.plans.services.review.tasks import edit_task

DISTRICT: Final = "batri"
_WRITTEN, _SUBMITTED, _ISSUED = date(2022, 10, 17), date(2022, 10, 18), date(2022, 10, 20)


def start_district_plan(superior: Plan, units: Units, people: People) -> Plan:
    """Written, approved and issued in the district, then worked on until the demo's last day."""
    sheet = table("district")
    writer, chair = people[f"{DISTRICT}.cv"], people[DISTRICT]
    with acting(writer, on=_WRITTEN):
        plan = create_plan(unit=units[DISTRICT], subject=sheet["subject"], by=writer)
        header: HeaderFacts = {
            "until": sheet["until"],
            "carries_out_id": superior.pk,
            "bases": "\n".join([*bases_of(superior), basis_of(superior)]),
        }
        edit_header(plan_id=plan.pk, by=writer, facts=header, seen={})
        leads = [Party(units[f"{DISTRICT}/{name}"].pk) for name in sheet["leads"]]
        _write(plan, superior, sheet, leads, by=writer)
    with acting(writer, on=_SUBMITTED):
        submit_plan(plan_id=plan.pk, by=writer, on=_SUBMITTED)
    with acting(chair, on=_ISSUED):
        approve_plan(plan_id=plan.pk, by=chair, on=_ISSUED)
        plan = issue_plan(plan_id=plan.pk, by=chair, on=_ISSUED, number=sheet["number"])
    carry_out(plan, [Turn(**row) for row in sheet["turn"]], units, people)
    return plan


def _write(plan: Plan, superior: Plan, sheet: dict[str, Any], leads: list[Party], *, by: User) -> None:
    sections = {row["number"]: add_section(plan_id=plan.pk, by=by, **row) for row in sheet["sections"]}
    given = {task.number: task.pk for task in superior.tasks.all()}
    for row in sheet["tasks"]:
        added = add_task(plan_id=plan.pk, by=by, text=row["text"], section_id=sections[row["section"]].pk)
        _complete(plan, added, {**row, "carries_out_id": given[row["carries_out"]]}, leads, by)


def _complete(plan: Plan, added: Task, row: dict[str, Any], leads: list[Party], by: User) -> None:
    edited = edit_task(
        plan_id=plan.pk,
        task_id=added.pk,
        by=by,
        revision=added.revision,
        facts={name: row[name] for name in ("title", "due", "product", "carries_out_id")},  # type: ignore[arg-type]
    )
    set_lead(plan_id=plan.pk, task_id=added.pk, by=by, revision=edited.revision, parties=leads)
