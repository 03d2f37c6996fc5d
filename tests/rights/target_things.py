"""Targets of the district's own plan, and what the province's target gave the district to reach."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.plans.models import MeasuredTarget, OwnLevel, Plan, TargetPart, TargetPeriod, TargetValue
from congdoan.plans.services.targets.rows import make_periods, make_values
from tests.rights.office_things import a_file
from tests.rights.people import TODAY


def of_own_plan(plan: Plan, below: Unit, owner: User) -> dict[str, dict[str, Any]]:
    target, whole = _target(plan, below, owner)
    first, second = target.periods.all()
    TargetPeriod.objects.filter(pk=second.pk).update(closed_on=TODAY, closed_by=owner)
    return {
        "target": {"target_id": target.pk, "period_id": first.pk, "plan_id": plan.pk},
        "target_closed": {"period_id": second.pk},
        "target_whole": {"part_id": whole.pk},
    }


def of_plan_above(plan: Plan, places: Mapping[str, Unit], owner: User) -> dict[str, dict[str, Any]]:
    """One target of which the district has typed a figure, and one that it can still split."""
    (typed, _), (whole, _) = (_target(plan, places["own"], owner) for _ in range(2))
    value = TargetValue.objects.filter(part__target=typed, part__unit=places["own"]).earliest("period__starts_on")
    TargetValue.objects.filter(pk=value.pk).update(value=3, by=owner, at=clock.now(), revision=1)
    file = a_file("so-lieu.txt", owner)
    value.files.add(file)
    return {
        "target_level": _own_level(whole.parts.get(unit=places["own"]), owner),
        "target_part": {"part_id": whole.parts.get(unit=places["own"]).pk},
        "target_value": {"value_id": value.pk, "file_id": file.pk},
    }


def _own_level(part: TargetPart, by: User) -> dict[str, int]:
    period = part.target.periods.latest("starts_on")
    OwnLevel.objects.create(part=part, period=period, value=Decimal(2), reason="Mưa lũ", by=by, on=TODAY)
    return {"part_id": part.pk, "period_id": period.pk}


def _target(plan: Plan, unit: Unit, by: User) -> tuple[MeasuredTarget, TargetPart]:
    """Half a year by half a year, given by the plan's unit to one unit below."""
    days = {"starts_on": date(2022, 7, 1), "ends_on": date(2023, 6, 30)}
    target = MeasuredTarget.objects.create(
        plan=plan, name="Lớp tập huấn", value=10, periodicity="half_yearly", changed_by=by, **days
    )
    whole = _part(target, plan.unit, None)
    _part(target, unit, whole)
    make_periods(target)
    make_values(target)
    return target, whole


def _part(target: MeasuredTarget, unit: Unit, above: TargetPart | None) -> TargetPart:
    part = TargetPart.objects.create(
        target=target, unit=unit, parent=above, depth=int(above is not None), value=Decimal(10)
    )
    part.path = f"{above.path if above else '/'}{part.pk}/"
    part.save(update_fields=["path"])
    return part
