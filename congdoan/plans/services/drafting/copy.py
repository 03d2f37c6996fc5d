"""A plan written in the product from another plan."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from congdoan.plans.bases import bases_of
from congdoan.plans.models import Assignment, Plan, Task, TaskParty
from congdoan.plans.models.kind import PLAN
from congdoan.plans.queries.kinds import drafted_kinds
from congdoan.plans.services.drafting.copies import OF_PAPER, copy_sections, copy_targets, copy_tasks, fresh, new_id
from congdoan.plans.services.drafting.create import create_plan


@transaction.atomic
def copy_plan(*, plan_id: int, unit: Unit, by: User) -> Plan:
    """Begin a draft of `unit` from a plan that `by` may see, or that gave work to a unit of theirs.

    Headings, tasks and targets come along. Units that lead or cooperate do so only when the draft is of the same
    unit; below it, each level names its own.
    """
    source = _source(plan_id, by)
    plan = create_plan(unit=unit, subject=source.subject, by=by, kind=_kind(source, unit))
    plan.until, plan.bases, plan.based_on = source.until, "\n".join(bases_of(source)), source
    plan.save(update_fields=["until", "bases", "based_on"])
    sections = copy_sections(source.sections.all(), plan)
    tasks = copy_tasks(source.tasks.filter(withdrawn_on=None), plan, sections)
    copy_targets(source.targets.all(), plan, sections, tasks)
    if source.unit_id == unit.pk:
        _copy_parties(source, tasks)
    return plan


def _kind(source: Plan, unit: Unit) -> str:
    """The same kind; a plan where the unit does not draft such papers."""
    offered = [kind.code for kind in drafted_kinds(unit, on=clock.today())]
    return source.kind if source.kind in offered else PLAN


def _source(plan_id: int, by: User) -> Plan:
    seen = find(Plan.objects.visible_to(by, "plans.view"), plan_id)
    if seen is not None:
        return seen
    given = Assignment.objects.visible_to(by, "tasks.view").filter(plan_id=plan_id).select_related("plan").first()
    if given is None or not given.plan.is_public:
        raise NotFound("Không có văn bản này trong các văn bản được xem.")
    return given.plan


def _copy_parties(source: Plan, tasks: dict[int | None, Task]) -> None:
    parties = TaskParty.objects.filter(task__plan=source, task__withdrawn_on=None)
    TaskParty.objects.bulk_create(fresh(p, task_id=new_id(tasks, p.task_id), **OF_PAPER) for p in parties)
