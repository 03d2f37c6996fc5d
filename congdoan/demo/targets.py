"""Targets of the sample plan: set by the office, split among districts and sector unions, figures typed by these."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.turns import COORDINATOR, staff
from congdoan.demo.units import Units
from congdoan.plans.models import MeasuredTarget, Plan, TargetValue
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.type_value import type_value
from congdoan.plans.services.targets.work import open_due_values

_SET, _ASKED = date(2022, 10, 3), date(2022, 12, 24)
_TYPED: Final = (date(2023, 1, 6), date(2023, 3, 13))
_SPAN: Final = {"starts_on": date(2022, 10, 1), "ends_on": date(2023, 12, 31)}
_NOTE: Final = "Tổng hợp từ báo cáo của các công đoàn cơ sở."


def set_targets_of(plan: Plan, units: Units, people: People) -> None:
    """Set in October 2022; each unit types the fourth quarter in January, some already the first quarter of 2023."""
    office, rows = people[COORDINATOR], table("targets")["targets"]
    with acting(office, on=_SET):
        targets = [add_target(plan_id=plan.pk, by=office, fields=_fields(plan, row)) for row in rows]
        for target, row in zip(targets, rows, strict=True):
            shares = [Share(units[key].pk, Decimal(numbers[0])) for key, numbers in row["units"].items()]
            split_part(part_id=target.parts.get().pk, by=office, shares=shares)
    with acting(None, on=_ASKED):
        open_due_values(on=_ASKED)
    for target, row in zip(targets, rows, strict=True):
        for key, numbers in row["units"].items():
            _type(target, numbers[1:], units[key].pk, staff(key), people)


def _fields(plan: Plan, row: dict[str, Any]) -> dict[str, Any]:
    usual = {"unit_text": "", "direction": "higher", "periodicity": "quarterly", "source": "typed", "days_to_enter": 10}
    given = {name: value for name, value in row.items() if name not in ("units", "task")}
    numbers: dict[str, Any] = {name: Decimal(str(given[name])) for name in ("value", "base_value") if name in given}
    task = plan.tasks.get(number=row["task"]) if "task" in row else None
    return {"base_value": None, "base_year": None, **usual, **given, **numbers, **_SPAN, "task": task}


def _type(target: MeasuredTarget, figures: list[int], unit_id: int, username: str, people: People) -> None:
    values = TargetValue.objects.filter(part__target=target, part__unit=unit_id).order_by("period__starts_on")
    for value, figure, on in zip(values, figures, _TYPED, strict=False):
        with acting(people[username], on=on):
            type_value(value_id=value.pk, by=people[username], figure=Decimal(figure), note=_NOTE)
