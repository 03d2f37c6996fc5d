"""Levels of single periods, where what two units owe becomes one, or one unit's is divided."""

from collections.abc import Mapping
from decimal import Decimal

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.plans.models import OwnLevel, TargetPart
from congdoan.plans.queries.targets.levels import level_of, own_levels

_CENT = Decimal("0.01")


def add_levels(part: TargetPart, same: TargetPart) -> None:
    """`same` takes over what `part` owes too: where either has a level of its own, their sum. Before levels add up."""
    levels = own_levels([part.pk, same.pk])
    for period_id, own in ({**levels.get(part.pk, {}), **levels.get(same.pk, {})}).items():
        total = sum((level_of(one, own.period, levels.get(one.pk, {})) for one in (part, same)), Decimal(0))
        _replace(same, period_id, total, own)
        _end(part, period_id, own.by)


def divide_levels(part: TargetPart, given: Mapping[TargetPart, Decimal], left: Decimal) -> None:
    """Each level of its own is divided as the part's level is: among those that got some of it, and what is `left`.

    The others have their new levels already, the part still has the whole.
    """
    for period_id, own in own_levels([part.pk]).get(part.pk, {}).items() if part.value else ():
        rest, period = own.value, own.period
        for one, level in given.items():
            share = _portion(part, own.value, level)
            rest -= share
            its = own_levels([one.pk]).get(one.pk, {})
            usual = Decimal(0) if period_id in its else (level * period.share / 100).quantize(_CENT)
            _replace(one, period_id, level_of(one, period, its) - usual + share, own)
        _replace(
            part, period_id, max(rest, Decimal(0)) if part.target.adds_up else _portion(part, own.value, left), own
        )


def _portion(part: TargetPart, value: Decimal, level: Decimal) -> Decimal:
    """What of the value belongs to so much of the part's level."""
    return (value * level / part.value).quantize(Decimal(1) if part.target.is_whole else _CENT)


def _replace(part: TargetPart, period_id: int, value: Decimal, own: OwnLevel) -> None:
    _end(part, period_id, own.by)
    OwnLevel.objects.create(part=part, period_id=period_id, value=value, reason=own.reason, by=own.by, on=clock.today())


def _end(part: TargetPart, period_id: int, by: User) -> None:
    held = OwnLevel.objects.filter(part=part, period=period_id, ended_on=None)
    held.update(ended_on=clock.today(), ended_by=by)
