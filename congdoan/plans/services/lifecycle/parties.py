"""Who leads and who cooperates on a task, as a person chooses it: units by id, or all units of a kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from congdoan.core.errors import Invalid
from congdoan.organisation.models import Unit
from congdoan.plans.models import PartyRole, Plan, Task, TaskParty


@dataclass(frozen=True, slots=True)
class Parties:
    """Unit ids, and kinds of units ("district") that stand for each unit of that kind under the plan's unit."""

    lead: tuple[int, ...] = ()
    cooperating: tuple[int, ...] = ()
    lead_kinds: tuple[str, ...] = ()
    cooperating_kinds: tuple[str, ...] = ()


def set_parties(task: Task, parties: Parties) -> None:
    """Replace the task's parties. Raises Invalid when nobody would lead, or a unit lies outside the plan's unit."""
    if not (parties.lead or parties.lead_kinds):
        raise Invalid(f"Mục {task.number} cần ít nhất một đơn vị chủ trì.", field="lead")
    _check_inside(task.plan, {*parties.lead, *parties.cooperating})
    task.parties.all().delete()
    TaskParty.objects.bulk_create(_rows(task, parties))


def parties_as_text(task: Task) -> dict[str, str]:
    """The parties as a person reads them: {"lead": "Văn phòng", "cooperating": "Ban Tổ chức, Ban Tài chính"}."""
    rows = list(task.parties.select_related("unit"))
    return {role: ", ".join(str(row) for row in rows if row.role == role) for role in PartyRole.values}


def _rows(task: Task, parties: Parties) -> Iterator[TaskParty]:
    chosen = TaskParty.Match.CHOSEN
    for role, units, kinds in (
        (PartyRole.LEAD, parties.lead, parties.lead_kinds),
        (PartyRole.COOPERATING, parties.cooperating, parties.cooperating_kinds),
    ):
        for order, unit_id in enumerate(units):
            yield TaskParty(task=task, role=role, unit_id=unit_id, match=chosen, order=order)
        for order, kind in enumerate(kinds, start=len(units)):
            yield TaskParty(task=task, role=role, audience=kind, match=chosen, order=order)


def _check_inside(plan: Plan, unit_ids: set[int]) -> None:
    inside = Unit.objects.under(plan.unit).filter(pk__in=unit_ids).count()
    if inside != len(unit_ids):
        raise Invalid(f"Chỉ giao được cho {plan.unit} và các đơn vị trực thuộc.")
