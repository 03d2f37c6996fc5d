"""A unit makes its own plan from one that gave it work."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.models import Unit, UnitKind
from congdoan.organisation.rights import require
from congdoan.plans.bases import bases_of, basis_of
from congdoan.plans.models import Doubt, PartyRole, Plan, PlanState, RollUp, Section, Task, TaskParty
from congdoan.plans.queries.local.given import given_tasks, local_plan_of
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.services.drafting.copies import copy_sections, copy_targets, copy_tasks
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.drafting.habits import suggest_leads
from congdoan.plans.services.review.order import number_again


@transaction.atomic
def carry_out_plan(*, plan_id: int, unit: Unit, by: User) -> Plan:
    """Begin the unit's own plan: each task that the superior's plan gave to it is there, due on the superior's day.

    Who leads is left to the unit, unless it has no departments to choose from. Raises NotFound unless `by` sees a
    running plan that gave work to `unit`, Conflict when the unit has its own plan of it already.
    """
    require(by, "plans.draft", unit)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)  # two clerks at once: the second is told
    source = find(visible_plans(by).select_related("unit").filter(state=PlanState.RUNNING), plan_id)
    tasks = list(given_tasks(unit).filter(plan=source)) if source else []
    if source is None or not tasks:
        raise NotFound(f"Không có văn bản đang thực hiện nào giao việc cho {unit} ở đây.")
    if made := local_plan_of(source, [unit.pk]):
        raise Conflict(f"{unit} đã có kế hoạch thực hiện {source}: {made} ({made.get_state_display().lower()}).")
    plan = _begin(source, unit, by)
    _fill(plan, source, tasks)
    return plan


def _begin(source: Plan, unit: Unit, by: User) -> Plan:
    subject = f"Thực hiện {source} của {source.unit}: {source.subject}"[:1000]
    plan = create_plan(unit=unit, subject=subject, by=by)
    plan.carries_out, plan.until = source, source.until
    plan.bases = "\n".join([*bases_of(source), basis_of(source)])
    plan.save(update_fields=["carries_out", "until", "bases"])
    return plan


def _fill(plan: Plan, source: Plan, tasks: Sequence[Task]) -> None:
    sections = copy_sections(headings_of(tasks, source.sections.all()), plan)
    made = copy_tasks(tasks, plan, sections, roll_up=RollUp.ALL, roll_up_least=None)
    for superior_id, task in made.items():
        task.carries_out_id = superior_id
    Task.objects.bulk_update(made.values(), ["carries_out"])
    copy_targets(source.targets.filter(task__in=tasks), plan, sections, made)
    number_again(plan)
    if not lead_alone(plan, made.values()):
        _suggest_leads(plan)


def headings_of(tasks: Iterable[Task], sections: Iterable[Section]) -> list[Section]:
    """The headings of these tasks with those above them."""
    numbers = {task.section.number for task in tasks if task.section}
    return [s for s in sections if any(f"{number}.".startswith(f"{s.number}.") for number in numbers)]


def lead_alone(plan: Plan, tasks: Iterable[Task]) -> bool:
    """A unit without departments leads its tasks itself; elsewhere the clerk names who does."""
    if Unit.objects.filter(parent=plan.unit, kind=UnitKind.DEPARTMENT, ends_on=None).exists():
        return False
    chosen = TaskParty.Match.CHOSEN
    TaskParty.objects.bulk_create(
        TaskParty(task=task, role=PartyRole.LEAD, unit=plan.unit, match=chosen) for task in tasks
    )
    return True


def _suggest_leads(plan: Plan) -> None:
    """As for a paper that does not say who leads: what earlier ones teach, to be confirmed."""
    sections = {section.number: section for section in plan.sections.all()}
    rows = list(plan.tasks.select_related("section"))
    Doubt.objects.bulk_create(suggest_leads(plan, rows, sections, []))
