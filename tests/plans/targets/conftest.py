from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from congdoan.core import clock
from congdoan.plans.models import MeasuredTarget, Plan, TargetPart, TargetValue
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.type_value import type_value
from tests.plans.factories import make_plan
from tests.world import Federation

FIELDS: dict[str, Any] = {
    "name": "Lớp tập huấn cán bộ",
    "measure": "number",
    "unit_text": "lớp",
    "direction": "higher",
    "counting": "within",
    "combining": "sum",
    "periodicity": "quarterly",
    "source": "typed",
    "value": Decimal(40),
    "base_value": Decimal(30),
    "base_year": 2022,
    "starts_on": date(2023, 1, 1),
    "ends_on": date(2023, 12, 31),
    "days_to_enter": 10,
    "task": None,
}

Type = Callable[..., TargetValue]


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return make_plan(federation)


@pytest.fixture
def set_target(plan: Plan, federation: Federation) -> Callable[..., MeasuredTarget]:
    def put(**more: Any) -> MeasuredTarget:
        return add_target(plan_id=plan.pk, by=federation["chanhvp"], fields={**FIELDS, **more})

    return put


@pytest.fixture
def target(set_target: Callable[..., MeasuredTarget]) -> MeasuredTarget:
    """40 classes in 2023, quarter by quarter."""
    return set_target()


@pytest.fixture
def split(target: MeasuredTarget, federation: Federation) -> TargetPart:
    """The whole of it, split: Ba Tri 25, Chợ Lách 15."""
    return split_whole(target, federation)


def split_whole(target: MeasuredTarget, federation: Federation, ba_tri: int = 25, cho_lach: int = 15) -> TargetPart:
    whole = target.parts.get(parent=None)
    shares = [Share(federation.ba_tri.pk, Decimal(ba_tri)), Share(federation.cho_lach.pk, Decimal(cho_lach))]
    split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares, sure=True)
    return whole


def value_of(target: MeasuredTarget, unit_id: int, quarter: int = 1, year: int = 2023) -> TargetValue:
    starts_on = date(year, 3 * quarter - 2, 1)
    return TargetValue.objects.get(part__target=target, part__unit=unit_id, period__starts_on=starts_on)


@pytest.fixture
def typed(federation: Federation) -> Type:
    """Types a figure for a unit and quarter, on the last day of the quarter, as its chair."""

    def put(target: MeasuredTarget, who: str, figure: float, quarter: int = 1, **more: Any) -> TargetValue:
        unit = {"batri": federation.ba_tri, "cholach": federation.cho_lach, "coso": federation.an_thuy}[who]
        value = value_of(target, unit.pk, quarter)
        if value.period.starts_on > clock.today():
            clock.set_today(value.period.ends_on)
        return type_value(value_id=value.pk, by=federation[who], figure=Decimal(str(figure)), **more)

    return put
