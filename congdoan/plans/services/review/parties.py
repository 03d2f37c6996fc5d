"""Changes of who leads a task and who cooperates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit, UnitKind
from congdoan.plans.models import Doubt, PartyRole, Plan, Task, TaskParty
from congdoan.plans.services.review.doubt_marks import settle
from congdoan.plans.services.review.editing import editing, task_of
from congdoan.plans.services.review.learning.names import learn_name
from congdoan.plans.services.review.tasks import write

UNKNOWN_UNIT = "unknown_unit"
_ROLES = {PartyRole.LEAD: "chủ trì", PartyRole.COOPERATING: "phối hợp"}


@dataclass(frozen=True, slots=True)
class Party:
    """A unit, or every unit of kind `audience` under the plan's unit; `match` says why it was named."""

    unit_id: int | None = None
    audience: str = ""
    match: str = TaskParty.Match.CHOSEN


@transaction.atomic
def set_parties(
    *, plan_id: int, task_id: int, by: User, revision: int, role: PartyRole, parties: Sequence[Party]
) -> Task:
    """Say who leads (or cooperates in) one task."""
    with editing(plan_id, by=by, summary=f"Sửa {_ROLES[role]}") as edit:
        task = task_of(edit.plan, task_id, revision=revision)
        edit.summary = f"Sửa {_ROLES[role]} của việc {task.number}"
        give_parties([task], role, parties)
        settle_named(edit.plan, by=by)
    return task


def set_lead(*, plan_id: int, task_id: int, by: User, revision: int, parties: Sequence[Party]) -> Task:
    """Say who leads one task."""
    return set_parties(plan_id=plan_id, task_id=task_id, by=by, revision=revision, role=PartyRole.LEAD, parties=parties)


def give_parties(tasks: Iterable[Task], role: PartyRole, parties: Sequence[Party]) -> None:
    """Replace the parties of `role` on each task; whom it names no longer has the other role there."""
    known = _checked(parties)
    for task in tasks:
        kept = {(p.unit_id, p.audience): p for p in task.parties.all()}
        TaskParty.objects.filter(task=task, role=role).delete()
        for order, party in enumerate(known):
            before = kept.get((party.unit_id, party.audience))
            TaskParty.objects.filter(Q(unit=party.unit_id), task=task, audience=party.audience).delete()
            TaskParty.objects.create(
                task=task,
                role=role,
                unit_id=party.unit_id,
                audience=party.audience,
                order=order,
                match=before.match if before else party.match,
                printed=before.printed if before else "",
                start=before.start if before else None,
                end=before.end if before else None,
            )
        write(task)


def _checked(parties: Sequence[Party]) -> list[Party]:
    found = list(dict.fromkeys(parties))
    ids = {party.unit_id for party in found if party.unit_id}
    if Unit.objects.filter(pk__in=ids).count() != len(ids):
        raise Invalid("Đơn vị đã chọn không còn. Chọn lại.", field="parties")
    for party in found:
        if party.unit_id is None and party.audience not in UnitKind.values:
            raise Invalid("Chọn đơn vị trong danh sách.", field="parties")
    return found


def name_printed(plan: Plan, printed: str, unit: Unit, *, by: User) -> int:
    """Put `unit` where `printed` stayed unmatched, and remember the alias."""
    learn_name(plan, printed, unit, by=by, on=clock.today())
    open_parties = TaskParty.objects.filter(task__plan=plan, unit=None, audience="", printed=normalise(printed))
    tasks = list(Task.objects.filter(parties__in=open_parties).distinct())
    for task in tasks:
        if task.parties.filter(unit=unit).exists():
            open_parties.filter(task=task).delete()
    named = open_parties.update(unit=unit, match=TaskParty.Match.ALIAS)
    for task in tasks:
        write(task)
    return named


def settle_named(plan: Plan, *, by: User) -> None:
    """Doubts about a printed name end when no party of the plan waits for a unit under that name."""
    waiting = set(
        TaskParty.objects.filter(task__plan=plan, unit=None, audience="").values_list("printed", flat=True).distinct()
    )
    open_doubts = Doubt.objects.filter(plan=plan, code=UNKNOWN_UNIT, resolved_at=None)
    done = [doubt.pk for doubt in open_doubts if doubt.choices[0]["effect"]["printed"] not in waiting]
    settle(Doubt.objects.filter(pk__in=done), by=by)
