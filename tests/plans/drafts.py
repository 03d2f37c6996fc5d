"""A draft of two tasks, one for each district, and the steps that bring it to the desks."""

from datetime import date

from congdoan.organisation.models import Unit
from congdoan.plans.models import PartyRole, Plan, Task, TaskParty
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from tests.world import Federation

TODAY = date(2023, 3, 15)


def add_task(plan: Plan, number: str, lead: Unit | None, due: date | None, *, cooperating: Unit | None = None) -> Task:
    task = Task.objects.create(
        plan=plan, number=number, title=f"Việc {number}", text="Làm việc", order=plan.tasks.count(), due=due
    )
    if lead:
        TaskParty.objects.create(task=task, role=PartyRole.LEAD, unit=lead, match="exact")
    if cooperating:
        TaskParty.objects.create(task=task, role=PartyRole.COOPERATING, unit=cooperating, match="exact")
    return task


def approved(plan: Plan, federation: Federation) -> Plan:
    submit_plan(plan_id=plan.pk, by=federation["chuyenvien"], on=TODAY)
    return approve_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY)


def issued(plan: Plan, federation: Federation) -> Plan:
    approved(plan, federation)
    return issue_plan(plan_id=plan.pk, by=federation["vanthu"], on=TODAY)
