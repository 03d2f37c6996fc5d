"""Difficulties that units raise alone: about the plan, and in general."""

from typing import Any

from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.units import Units
from congdoan.plans.models import Plan
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.raise_alone import raise_alone


def raise_difficulties(plan: Plan, units: Units, people: People) -> None:
    """One is answered in the demo, one waits."""
    for row in table("alone")["difficulty"]:
        _raise(row, plan, units, people)


def _raise(row: dict[str, Any], plan: Plan, units: Units, people: People) -> None:
    by = people[row["by"]]
    about = {"plan_id": plan.pk} if row.get("paper") else {"subject": row["subject"]}
    with acting(by, on=row["on"]):
        raised = raise_alone(unit_id=units[row["unit"]].pk, by=by, text=row["text"], **about)
    if "answered" in row:
        with acting(people[row["to"]], on=row["answered"]):
            answer_obstacle(obstacle_id=raised.pk, by=people[row["to"]], answer=row["answer"])
