"""Carries out what units did with the sample plan, by the commands that people use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from django.core.files.base import ContentFile

from congdoan.accounts.models import User
from congdoan.demo.acting import acting
from congdoan.demo.evidence import Told, make_file
from congdoan.demo.people import People
from congdoan.demo.turns import Turn, task_facts
from congdoan.demo.units import Units
from congdoan.plans.models import Assignment, AssignmentTarget, Obstacle, PartyRole, Plan
from congdoan.plans.services.answers.publish import publish_answer
from congdoan.plans.services.work.accept import accept_result, ask_for_more
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.assign import assign_person
from congdoan.plans.services.work.confirm import confirm_result
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.set_targets import Counted, set_targets
from congdoan.plans.services.work.take import take_assignment
from congdoan.plans.services.work.urge import urge_assignment


@dataclass(frozen=True, slots=True)
class Part:
    """A unit's part of a task, with who takes the turn now."""

    turn: Turn
    assignment: Assignment
    by: User
    people: People

    @property
    def target(self) -> dict[str, Any]:
        return {"assignment_id": self.assignment.pk, "by": self.by}


def carry_out(plan: Plan, turns: Iterable[Turn], units: Units, people: People) -> None:
    """Every turn on its day, in the order given; turns of one person on one day are one visit."""
    found = Assignment.objects.filter(plan=plan).select_related("task", "unit__parent")
    assignments = {(one.task.number, one.unit_id): one for one in found}
    for (on, by), visit in groupby(turns, key=lambda turn: (turn.on, turn.by)):
        with acting(people[by], on=on):
            for turn in visit:
                assignment = assignments[turn.task, units[turn.unit].pk]
                _DOES[turn.do](Part(turn, assignment, people[by], people))


def _take(part: Part) -> None:
    take_assignment(**part.target)


def _give(part: Part) -> None:
    assign_person(**part.target, person=part.people[part.turn.to], due=part.turn.due, note=part.turn.note)


def _count(part: Part) -> None:
    """Units that lead say what they count; what only the leading office counts is left to it."""
    counted = [one for one in _countable(part) if _counts(part, one)]
    if counted:
        rows = [Counted(name=one["name"], total=Decimal(one["total"]), unit_text=one["unit"]) for one in counted]
        set_targets(**part.target, counted=rows)


def _countable(part: Part) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = task_facts().get(part.turn.task, {}).get("count", [])
    return found


def _counts(part: Part, one: dict[str, Any]) -> bool:
    return part.assignment.role == PartyRole.LEAD and one.get("lead", part.turn.unit) == part.turn.unit


def _report(part: Part, *, finishes: bool = False) -> None:
    targets = list(part.assignment.targets.all())
    reached = part.turn.figures or _reached(part, targets)
    figures = {target.pk: Decimal(value) for target, value in zip(targets, reached, strict=True)}
    files = [_evidence(part, name, reached) for name in part.turn.files]
    report_progress(**part.target, text=part.turn.text, finishes=finishes, figures=figures, files=files)


def _reached(part: Part, targets: Sequence[AssignmentTarget]) -> list[int]:
    """All of it when the work is done; else what the one leading office has, or a share that falls with each row."""
    counted = _countable(part)
    if part.turn.share == 100:
        return [int(target.total) for target in targets]
    if counted and "lead" in counted[0]:
        return [one["reached"] for one in counted][: len(targets)]
    return [int(target.total) * part.turn.share // (100 * place) for place, target in enumerate(targets, start=1)]


def _evidence(part: Part, name: str, reached: Sequence[int]) -> "ContentFile[bytes]":
    assignment, turn = part.assignment, part.turn
    count = reached[0] if reached else 0
    return make_file(name, Told(assignment.unit, assignment.task.title, turn.text, part.by.full_name, turn.on, count))


def _finish(part: Part) -> None:
    _report(part, finishes=True)


def _confirm(part: Part) -> None:
    confirm_result(**part.target, note=part.turn.text)


def _accept(part: Part) -> None:
    accept_result(**part.target, note=part.turn.text)


def _ask_more(part: Part) -> None:
    ask_for_more(**part.target, reason=part.turn.text)


def _urge(part: Part) -> None:
    urge_assignment(**part.target, note=part.turn.text)


def _raise(part: Part) -> None:
    raise_obstacle(**part.target, text=part.turn.text)


def _answer(part: Part) -> None:
    """The answer is for everybody: others will ask the same."""
    asked = answer_obstacle(obstacle_id=_obstacle(part), by=part.by, answer=part.turn.text)
    publish_answer(obstacle_id=asked.pk, by=part.by, question=asked.text, answer=asked.answer, document=None)


def _escalate(part: Part) -> None:
    escalate_obstacle(obstacle_id=_obstacle(part), by=part.by, note=part.turn.text)


def _obstacle(part: Part) -> int:
    return Obstacle.objects.filter(assignment=part.assignment).latest("pk").pk


_DOES: Final[dict[str, Callable[[Part], None]]] = {
    "take": _take,
    "give": _give,
    "count": _count,
    "report": _report,
    "finish": _finish,
    "confirm": _confirm,
    "accept": _accept,
    "ask_more": _ask_more,
    "urge": _urge,
    "raise": _raise,
    "answer": _answer,
    "escalate": _escalate,
}
