"""The sample plan: its paper is read, the reading is checked, and the plan goes through the leaders to every desk."""

from datetime import date
from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.demo.acting import acting
from congdoan.demo.matrix import partners
from congdoan.demo.papers import add_cited_papers, read_paper
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.units import PROVINCE, Units
from congdoan.organisation.models import UnitKind
from congdoan.plans.models import Doubt, PartyRole, Plan, Task
from congdoan.plans.services.basis.stand_on import stand_on
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.effects import asks_for
from congdoan.plans.services.review.parties import Party, set_parties
from congdoan.plans.services.review.tasks import TaskFacts, edit_task

PAPER: Final = "ke-hoach-cai-cach-hanh-chinh.pdf"
NUMBER: Final = 34
COMPETENCE: Final = "Ban Thường vụ LĐLĐ tỉnh"
_RECEIVED, _REVIEWED, _ISSUED = date(2022, 9, 7), date(2022, 9, 8), date(2022, 9, 12)
_WANTED: Final = ("text", "name", "name_only", "keep")


def issue_sample_plan(units: Units, people: People, basis: Plan) -> Plan:
    """From the clerk's upload to 34/KH-LĐLĐ of 12/9/2022, which stands on `basis`."""
    clerk, specialist, chair = people["vanthu"], people["chuyenvien"], people["chutich"]
    with acting(clerk, on=date(2022, 9, 6)):
        add_cited_papers(units[PROVINCE], by=clerk)
    with acting(specialist, on=_RECEIVED):
        plan = read_paper(PAPER, units[PROVINCE], by=specialist)
    with acting(specialist, on=_REVIEWED):
        settle_doubts(plan, by=specialist)
        _complete(plan, units, by=specialist)
        stand_on(plan_id=plan.pk, basis_id=basis.pk, by=specialist)
    with acting(specialist, on=date(2022, 9, 9)):
        submit_plan(plan_id=plan.pk, by=specialist, on=date(2022, 9, 9))
    with acting(chair, on=_ISSUED):
        approve_plan(plan_id=plan.pk, by=chair, on=_ISSUED)
    with acting(clerk, on=_ISSUED):
        return issue_plan(plan_id=plan.pk, by=clerk, on=_ISSUED, number=NUMBER)


def settle_doubts(plan: Plan, *, by: User) -> None:
    """What the reader suggests; else the choice that mends or keeps the words and asks for nothing more."""
    for doubt in Doubt.objects.filter(plan=plan, resolved_at=None):
        if Doubt.objects.filter(pk=doubt.pk, resolved_at=None).exists():
            choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=_choice(doubt), by=by)


def _choice(doubt: Doubt) -> int:
    if doubt.suggested is not None:
        return doubt.suggested
    kinds = [choice["effect"]["kind"] for choice in doubt.choices]
    wanted = next((kind for kind in _WANTED if kind in kinds), None)
    free = (place for place, choice in enumerate(doubt.choices) if not asks_for(choice["effect"]))
    return kinds.index(wanted) if wanted else next(free)


def _complete(plan: Plan, units: Units, *, by: User) -> None:
    """Give every task its short name, day and product, and the units that take part."""
    facts = table("plan")["tasks"]
    for task in list(plan.tasks.all()):
        edited = edit_task(
            plan_id=plan.pk, task_id=task.pk, by=by, revision=task.revision, facts=_facts(facts[task.number])
        )
        parties = _partners(task, units)
        if parties:
            role = PartyRole.COOPERATING
            set_parties(plan_id=plan.pk, task_id=task.pk, by=by, revision=edited.revision, role=role, parties=parties)
    _put_in_order(plan, facts, by=by)


def _put_in_order(plan: Plan, facts: dict[str, Any], *, by: User) -> None:
    """Which tasks are done after which."""
    tasks = {task.number: task for task in plan.tasks.all()}
    for number, row in facts.items():
        if "after" in row:
            task, after = tasks[number], {"after_id": tasks[row["after"]].pk}
            edit_task(plan_id=plan.pk, task_id=task.pk, by=by, revision=task.revision, facts=after)  # type: ignore[arg-type]


def _facts(row: dict[str, Any]) -> TaskFacts:
    return {"title": row["title"], "due": row["due"], "product": row["product"], "competence": COMPETENCE}


def _partners(task: Task, units: Units) -> list[Party]:
    """Units of the row in the matrix that do not lead; all districts, or all sector unions, as one audience."""
    leads = {party.unit_id for party in task.parties.all() if party.role == PartyRole.LEAD}
    audiences = {party.audience for party in task.parties.all() if party.role == PartyRole.LEAD}
    named = [units[key] for key in partners(task.number)]
    named = [unit for unit in named if unit.pk not in leads and unit.kind not in audiences]
    kinds = [unit.kind for unit in named]
    whole = [kind for kind in (UnitKind.DISTRICT, UnitKind.SECTOR_LOCAL) if _all_of(kind, kinds, units)]
    single = [Party(unit.pk) for unit in named if unit.kind not in whole]
    return [*single, *(Party(audience=kind) for kind in whole)]


def _all_of(kind: str, kinds: list[str], units: Units) -> bool:
    return kinds.count(kind) == sum(unit.kind == kind for unit in units.values())
