"""A plan written in the product from another plan."""

from typing import Any, TypeVar

from django.db import models, transaction

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, Plan, Section, Target, Task, TaskParty
from congdoan.plans.services.drafting.create import create_plan

M = TypeVar("M", bound=models.Model)
_OF_PAPER = {"start": None, "end": None}


@transaction.atomic
def copy_plan(*, plan_id: int, unit: Unit, by: User) -> Plan:
    """Begin a draft of `unit` from a plan that `by` may see, or that gave work to a unit of theirs.

    Headings, tasks and targets come along. Units that lead or cooperate do so only when the draft is of the same
    unit; below it, each level names its own.
    """
    source = _source(plan_id, by)
    plan = create_plan(unit=unit, subject=source.subject, by=by, type=source.type)
    plan.until, plan.based_on = source.until, source
    plan.save(update_fields=["until", "based_on"])
    sections = _copy_sections(source, plan)
    tasks = _copy_tasks(source, plan, sections)
    _copy_targets(source, plan, sections, tasks)
    if source.unit_id == unit.pk:
        _copy_parties(source, tasks)
    return plan


def _source(plan_id: int, by: User) -> Plan:
    seen = Plan.objects.visible_to(by, "plans.view").filter(pk=plan_id).first()
    if seen is not None:
        return seen
    given = Assignment.objects.visible_to(by, "tasks.view").filter(plan_id=plan_id).select_related("plan").first()
    if given is None or not given.plan.is_public:
        raise NotFound("Không có kế hoạch này trong các kế hoạch được xem.")
    return given.plan


def _fresh(row: M, **changes: Any) -> M:
    """A new row with the values of another; `made_in` is left to the database."""
    kept = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in ("id", "made_in")}
    return type(row)(**{**kept, **changes})


def _copy_sections(source: Plan, plan: Plan) -> dict[int | None, Section]:
    made: dict[int | None, Section] = {s.pk: _fresh(s, plan_id=plan.pk, **_OF_PAPER) for s in source.sections.all()}
    Section.objects.bulk_create(made.values())
    return made


def _copy_tasks(source: Plan, plan: Plan, sections: dict[int | None, Section]) -> dict[int | None, Task]:
    made: dict[int | None, Task] = {
        t.pk: _fresh(t, plan_id=plan.pk, section_id=_new(sections, t.section_id), revision=1, page=None, **_OF_PAPER)
        for t in source.tasks.filter(withdrawn_on=None)
    }
    Task.objects.bulk_create(made.values())
    return made


def _copy_targets(source: Plan, plan: Plan, sections: dict[int | None, Section], tasks: dict[int | None, Task]) -> None:
    Target.objects.bulk_create(
        _fresh(t, plan_id=plan.pk, section_id=_new(sections, t.section_id), task_id=_new(tasks, t.task_id))
        for t in source.targets.all()
    )


def _copy_parties(source: Plan, tasks: dict[int | None, Task]) -> None:
    parties = TaskParty.objects.filter(task__plan=source, task__withdrawn_on=None)
    TaskParty.objects.bulk_create(_fresh(p, task_id=_new(tasks, p.task_id), **_OF_PAPER) for p in parties)


def _new(made: "dict[int | None, M]", old: int | None) -> int | None:
    return made[old].pk if old in made else None
