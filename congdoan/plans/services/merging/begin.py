"""A draft that takes over the open tasks of several running papers of a unit; nothing changes until it is issued."""

from collections.abc import Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.organisation.rights import require
from congdoan.plans.models import Continuation, Plan, PlanState, Task, TaskParty
from congdoan.plans.models.plan import BEFORE_ISSUE
from congdoan.plans.queries.merging.alike import Words, same_tasks
from congdoan.plans.services.drafting.copies import OF_PAPER, copy_sections, copy_targets, copy_tasks, fresh
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.replace import open_tasks
from congdoan.plans.services.merging.order import keep_order


@transaction.atomic
def begin_merging(*, plan_ids: Sequence[int], by: User, subject: str) -> Plan:
    """A draft with the sections and open tasks of the papers; tasks that say the same become one.

    Raises Invalid unless they are two or more running papers of one unit, Conflict when another draft takes over one.
    """
    plans = list(Plan.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=plan_ids))
    plans.sort(key=lambda plan: list(plan_ids).index(plan.pk))
    _check(plans)
    unit = plans[0].unit
    require(by, "plans.draft", unit)
    draft = create_plan(unit=unit, subject=subject, by=by, kind=plans[0].kind)
    draft.until = max((plan.until for plan in plans if plan.until), default=None)
    draft.coordinator_id = plans[0].coordinator_id
    draft.save(update_fields=["until", "coordinator"])
    old = [task for plan in plans for task in open_tasks(plan)]
    if empty := next((plan for plan in plans if plan.pk not in {task.plan_id for task in old}), None):
        raise Invalid(
            f"{empty} không còn nhiệm vụ chưa xong để gộp. Bỏ chọn, rồi dùng “Thay thế, bãi bỏ”.", field="others"
        )
    same = same_tasks([Words(task.pk, task.plan_id, f"{task.title} {task.text}") for task in old])
    made: dict[int | None, Task] = {}
    for plan in plans:
        made |= _copy(plan, draft, [task for task in old if task.plan_id == plan.pk and task.pk not in same])
    for place, task in enumerate(made.values(), start=1):
        task.order, task.number = place, str(place)
    Task.objects.bulk_update(made.values(), ["order", "number"])
    Continuation.objects.bulk_create(
        Continuation(plan=draft, old=task, into=made[same.get(task.pk, task.pk)]) for task in old
    )
    _name_parties(old, made, same)
    keep_order(old, made, same)
    return draft


def _check(plans: Sequence[Plan]) -> None:
    if len(plans) < 2:
        raise Invalid("Chọn ít nhất hai văn bản để gộp.", field="others")
    if {plan.state for plan in plans} != {PlanState.RUNNING} or len({plan.unit_id for plan in plans}) > 1:
        raise Invalid("Chỉ gộp được các văn bản đang thực hiện của cùng đơn vị.", field="others")
    taken = Continuation.objects.filter(old__plan__in=plans, plan__state__in=BEFORE_ISSUE)
    if other := taken.select_related("plan__created_by", "old__plan").first():
        raise Conflict(f"{other.plan.created_by} đang gộp {other.old.plan} trong bản nháp “{other.plan.subject}”.")


def _copy(plan: Plan, draft: Plan, tasks: list[Task]) -> dict[int | None, Task]:
    """Sections that have such tasks, with those above them, and the tasks with their figures."""
    used = {task.section_id for task in tasks}
    kept = [one for one in plan.sections.all() if one.pk in used]
    last = draft.sections.count()
    for place, section in enumerate(kept, start=last + 1):
        section.order = place
    sections = copy_sections(kept, draft)
    made = copy_tasks(tasks, draft, sections)
    copy_targets(plan.targets.filter(task__in=tasks), draft, sections, made)
    return made


def _name_parties(old: Sequence[Task], made: dict[int | None, Task], same: dict[int, int]) -> None:
    """Who leads or cooperates in one of the old tasks does so in the new one, each once."""
    known: set[tuple[int, int | None, str]] = set()
    rows: list[TaskParty] = []
    parties = TaskParty.objects.filter(task__in=old).order_by("task__plan", "role", "order", "pk")
    for party in sorted(parties, key=lambda one: one.role != "lead"):
        into = made[same.get(party.task_id, party.task_id)]
        key = (into.pk, party.unit_id, party.audience)
        if key not in known:
            known.add(key)
            rows.append(fresh(party, task_id=into.pk, order=len(rows), **OF_PAPER))
    TaskParty.objects.bulk_create(rows)
