"""Running work goes on at the successor with its history: steps, reports, drafts, difficulties, periods hang on it."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Q

from congdoan.core import clock
from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.organisation.succession import Succession
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    AssignmentTarget,
    Executor,
    Handover,
    Obstacle,
    PartyRole,
    StepKind,
)
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.queries.handovers.keys import carried_by_own_plans, key_of
from congdoan.plans.services.lifecycle.given_work import drop_work_of
from congdoan.plans.services.reorganised.parties import party_follows
from congdoan.plans.services.work.items import ACCEPT, ANSWER, CONFIRM, EXECUTE, REPORT, TAKE, open_take
from congdoan.plans.services.work.obstacle_count import count_open
from congdoan.plans.services.work.steps import record
from congdoan.worklist.models import WorkItem

UNFINISHED: Final = (*OPEN, AssignmentState.PAUSED)
_OF_UNIT: Final = (TAKE, REPORT, EXECUTE, CONFIRM)


def hand_over_assignments(done: Reorganisation, succession: Succession) -> list[Handover]:
    """Every unfinished assignment of the giving units goes to its heir, or comes to an end; gives what was done."""
    running = Assignment.objects.filter(unit__in=succession.giving, state__in=UNFINISHED)
    found = running.select_for_update(of=("self",)).select_related("task", "plan__unit", "plan__coordinator", "unit")
    assignments = list(found.order_by("pk"))
    carried = carried_by_own_plans(succession.giving)
    heirs = {one.pk: succession.heir_of(one.unit_id, key_of(one, carried)) for one in assignments}
    units = Unit.objects.in_bulk([unit for unit in heirs.values() if unit is not None])
    made = []
    for one in assignments:
        heir = heirs[one.pk]
        if heir != one.unit_id:
            made.append(_hand_over(one, units[heir], done) if heir is not None else stop(one, done))
    return made


def stop(assignment: Assignment, done: Reorganisation) -> Handover:
    """Nobody takes the work: it goes from the desks, and what was done stays."""
    handover = _remember(assignment, None, done)
    drop_work_of(Assignment.objects.filter(pk=assignment.pk), on=clock.today())
    return handover


def _hand_over(assignment: Assignment, heir: Unit, done: Reorganisation) -> Handover:
    same = Assignment.objects.select_for_update(of=("self",)).filter(task=assignment.task_id, unit=heir).first()
    handover = _remember(assignment, heir, done, into=same)
    party_follows(assignment, heir)
    if same is not None:
        fold(assignment, same, str(assignment.unit))
        return handover
    was = assignment.unit_id
    assignment.unit = heir
    assignment.save(update_fields=["unit"])
    items = WorkItem.objects.filter(state=WorkItem.State.OPEN)
    items.filter(kind__in=_OF_UNIT, object_id=assignment.pk).update(unit=heir)
    _given_by_heir(assignment, was, heir)
    _let_go(assignment, heir)
    return handover


def _remember(
    assignment: Assignment, heir: Unit | None, done: Reorganisation, *, into: Assignment | None = None
) -> Handover:
    """Asks for the words before anything changes: who had it, how it stood."""
    if done.made_by is not None:
        to = f"sang {heir}" if heir else "không đơn vị nào nhận"
        for one in (assignment, into):
            if one is not None:
                record(one, StepKind.HANDED_OVER, done.made_by, f"Từ {assignment.unit} {to}. {done.summary}")
    return Handover.objects.create(
        reorganisation=done,
        assignment=assignment,
        from_unit=assignment.unit,
        to_unit=heir,
        into=into,
        state=assignment.state,
        on=done.effective_on,
    )


def _given_by_heir(assignment: Assignment, was: int, heir: Unit) -> None:
    """Whoever accepts or answers sees from whom it comes now."""
    items = WorkItem.objects.filter(state=WorkItem.State.OPEN, given_by_unit=was)
    asked = assignment.obstacles.filter(state__in=UNANSWERED).values("pk")
    own = Q(kind__in=(ACCEPT, EXECUTE), object_id=assignment.pk) | Q(kind=ANSWER, object_id__in=asked)
    items.filter(own).update(given_by_unit=heir)


def _let_go(assignment: Assignment, heir: Unit) -> None:
    """Persons without a post at the heir have no part in the work any more; what they reported stays.

    Their items bear no name by now, see `worklist.services.follow`, unless the unit goes on after a split.
    """
    there = Post.objects.held(clock.today()).filter(unit__path__startswith=heir.organ_path).values("user")
    gone = assignment.executors.filter(done_on=None).exclude(user__in=there)
    people = list(gone.values_list("user", flat=True))
    items = WorkItem.objects.filter(kind=EXECUTE, object_id=assignment.pk, state=WorkItem.State.OPEN)
    items.filter(Q(user=None) | Q(user__in=people)).update(state=WorkItem.State.CANCELLED, closed_on=clock.today())
    Executor.objects.filter(assignment=assignment, user__in=people, done_on=None).delete()


def fold(assignment: Assignment, same: Assignment, whose: str) -> None:
    """The work is there already: what remains of the other part (`whose`) is added to it; the other is closed."""
    if same.state == AssignmentState.WITHDRAWN:
        same.state, same.due, same.given_on = AssignmentState.NEW, assignment.due, clock.today()
        same.taken_on = None
        same.save(update_fields=["state", "due", "given_on", "taken_on"])
        same.plan, same.task = assignment.plan, assignment.task
        open_take(same)
    if same.state in UNFINISHED:
        if assignment.role == PartyRole.LEAD and same.role != PartyRole.LEAD:
            same.role = PartyRole.LEAD
            same.save(update_fields=["role"])
        _add_what_remains(assignment, same, whose)
        _move_questions(assignment, same)
    drop_work_of(Assignment.objects.filter(pk=assignment.pk), on=clock.today())


def _add_what_remains(assignment: Assignment, same: Assignment, whose: str) -> None:
    """Figures counted in percent hold for the heir as they do; others are owed on top of its own."""
    last = same.targets.count()
    AssignmentTarget.objects.bulk_create(
        AssignmentTarget(
            assignment=same,
            target=one.target,
            name=f"{one.name} (phần còn lại của {whose})"[:200],
            unit_text=one.unit_text,
            total=one.total - one.reached,
            order=last + place,
        )
        for place, one in enumerate(_countable(assignment.targets.all()))
    )


def _countable(targets: Iterable[AssignmentTarget]) -> list[AssignmentTarget]:
    return [one for one in targets if one.unit_text.strip() != "%" and one.total > one.reached]


def _move_questions(assignment: Assignment, same: Assignment) -> None:
    """What was asked is still to be answered, now to the heir."""
    asked = Obstacle.objects.filter(assignment=assignment, state__in=UNANSWERED)
    ids = list(asked.values_list("pk", flat=True))
    asked.update(assignment=same)
    WorkItem.objects.filter(kind=ANSWER, object_id__in=ids, state=WorkItem.State.OPEN).update(
        given_by_unit=same.unit_id
    )
    count_open(same)
