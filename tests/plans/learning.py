"""Papers that were read, corrected and handed in, for tests of what is learned from them."""

from dataclasses import replace
from datetime import date

from congdoan.documents.reading.model import PlanReading
from congdoan.organisation.models import Unit
from congdoan.plans.models import PartyRole, Plan, TaskParty
from congdoan.plans.services.drafting.from_reading import draft_from_reading
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.effects import Picked
from congdoan.plans.services.review.parties import Party, set_lead
from tests.plans.readings import draft, paper, reading_of
from tests.world import Federation

DAY = date(2023, 3, 15)


def without_leads(section: str = "II.2.1") -> PlanReading:
    """The paper, without a word on who leads the tasks of the section."""
    read = paper()
    tasks = tuple(
        replace(task, lead=(), cooperating=(), doubts=("no_lead",)) if task.section == section else task
        for task in read.tasks
    )
    return replace(read, tasks=tasks)


def draft_of(read: PlanReading, federation: Federation, unit: Unit | None = None) -> Plan:
    by = federation["chuyenvien"]
    return draft_from_reading(reading_id=reading_of(unit or federation.province, by, read).pk, by=by)


def lead(plan: Plan, number: str, unit: Unit, federation: Federation) -> None:
    task = plan.tasks.get(number=number)
    by = federation["chuyenvien"]
    set_lead(plan_id=plan.pk, task_id=task.pk, by=by, revision=task.revision, parties=[Party(unit.pk)])


def submitted(plan: Plan, federation: Federation, on: date = DAY) -> Plan:
    return submit_plan(plan_id=plan.pk, by=federation["chuyenvien"], on=on)


def led_by(federation: Federation, unit: Unit, *, symbol: str = "") -> Plan:
    """A paper that was handed in with `unit` leading all of section 2.1."""
    plan = draft(federation.province, federation["chuyenvien"])
    for number in ("2.1.a", "2.1.b"):
        lead(plan, number, unit, federation)
    Plan.objects.filter(pk=plan.pk).update(symbol=symbol)
    return submitted(plan, federation)


def leads(plan: Plan, number: str) -> list[str]:
    return [str(p) for p in TaskParty.objects.filter(task__plan=plan, task__number=number, role=PartyRole.LEAD)]


def named(federation: Federation, unit: Unit | None = None) -> Plan:
    """A draft whose reviewer said that "Ban Dân vận" is the unit (Ban Tuyên giáo)."""
    plan, by = draft(federation.province, federation["chuyenvien"]), federation["chuyenvien"]
    doubt = plan.doubts.get(code="unknown_unit")
    picked = Picked(unit_id=(unit or federation.outreach).pk)
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=by, picked=picked)
    return plan
