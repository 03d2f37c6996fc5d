"""What units owe of targets, when units merge, split or end: figures stay where they were given, levels go on."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import QuerySet

from congdoan.core.errors import Invalid
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.succession import Succession
from congdoan.plans.models import Combining, PlanState, TargetPart, TargetValue
from congdoan.plans.models.plan import BEFORE_ISSUE
from congdoan.plans.queries.handovers.keys import key_of_part
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.reorganised.own_levels import add_levels, divide_levels
from congdoan.plans.services.targets.rows import make_values
from congdoan.plans.services.targets.work import ENTER, cancel_work
from congdoan.worklist.models import WorkItem

LIVING = (PlanState.ISSUED, PlanState.RUNNING, *BEFORE_ISSUE)


def hand_over_parts(done: Reorganisation, succession: Succession) -> Counter[int]:
    """The parts of the giving units go to their heirs, or end; gives how many each unit got."""
    owed = TargetPart.objects.filter(unit__in=succession.giving, ended_on=None, target__plan__state__in=LIVING)
    parts = list(owed.select_for_update(of=("self",)).select_related("target", "unit").order_by("depth", "pk"))
    got: Counter[int] = Counter()
    for part in parts:
        key, was = key_of_part(part), part.unit_id
        heir = succession.heir_of(was, key)
        if shares := succession.shares.get(key):
            divide(part, shares, main=succession.heir_of(was), on=done.effective_on)
            got.update(unit for unit, level in shares.items() if level > 0 and unit != was)
        elif heir is None:
            end_part(part, done.effective_on)
        elif heir != was:
            give_part(part, heir, done.effective_on)
            got[heir] += 1
    return got


def give_part(part: TargetPart, heir: int, on: date) -> None:
    """The part with its figures is the heir's; where that has a part already, the two become one with added levels."""
    part.refresh_from_db()
    same = TargetPart.objects.select_for_update(of=("self",)).filter(target=part.target_id, unit=heir).first()
    if same is None:
        part.unit_id = heir
        part.save(update_fields=["unit"])
        _items(part).update(unit=heir)
        return
    if not part.path.startswith(same.path):
        _add_level(part, same)
    has_figures = same.values.filter(value__isnull=False).exists() and not same.parts.exists()
    for below in part.parts.all():
        put_under(below, part.parent if has_figures and part.parent else same)
    end_part(part, on)


def end_part(part: TargetPart, on: date) -> None:
    """The unit owes no figures any more; a part without any is taken away."""
    cancel_work(TargetPart.objects.filter(pk=part.pk))
    if part.parent_id and not part.parts.exists() and not part.values.filter(value__isnull=False).exists():
        part.delete()
        return
    part.ended_on = on
    part.save(update_fields=["value", "ended_on"])


def divide(part: TargetPart, shares: Mapping[int, Decimal], *, main: int | None, on: date) -> None:
    """Each successor gets its level; the figures given so far stay with the unit itself, or go to the main successor.

    Raises Invalid when levels that add up are not the whole.
    """
    _check_shares(part, shares)
    given = {unit: level for unit, level in shares.items() if level > 0}
    keeper = main if main in given else next(iter(given))
    others = {_put(part, unit, level): level for unit, level in given.items() if unit != keeper}
    divide_levels(part, others, given[keeper])
    part.value = given[keeper]
    part.save(update_fields=["value"])
    if keeper != part.unit_id:
        give_part(part, keeper, on)
    make_values(part.target)


def put_under(part: TargetPart, parent: TargetPart) -> None:
    """The part with all under it comes from another part now."""
    parent.refresh_from_db()
    new, deeper = f"{parent.path}{part.pk}/", parent.depth + 1 - part.depth
    with connection.cursor() as cursor:
        cursor.execute(
            "update plans_targetpart set path = %s || substr(path, %s), depth = depth + %s"
            " where target_id = %s and path like %s",
            [new, len(part.path) + 1, deeper, part.target_id, f"{part.path}%"],
        )
    TargetPart.objects.filter(pk=part.pk).update(parent=parent)
    part.refresh_from_db()


def _put(part: TargetPart, unit_id: int, level: Decimal) -> TargetPart:
    same = TargetPart.objects.filter(target=part.target_id, unit=unit_id).first()
    if same is not None:
        same.value += level
        same.save(update_fields=["value"])
        return same
    new = TargetPart.objects.create(
        target=part.target, unit_id=unit_id, parent=part.parent, depth=part.depth, value=level, weight=part.weight
    )
    new.path = f"{part.parent.path if part.parent else '/'}{new.pk}/"
    new.save(update_fields=["path"])
    return new


def _add_level(part: TargetPart, same: TargetPart) -> None:
    if part.target.adds_up:
        add_levels(part, same)
        same.value, part.value = same.value + part.value, Decimal(0)
    elif part.target.combining == Combining.WEIGHTED:
        same.weight += part.weight
    same.save(update_fields=["value", "weight"])


def _check_shares(part: TargetPart, shares: Mapping[int, Decimal]) -> None:
    if any(level < 0 for level in shares.values()):
        raise Invalid(f"Mức của chỉ tiêu {part.target} không được âm.")
    total = sum(shares.values(), Decimal(0))
    if part.target.adds_up and total != part.value:
        raise Invalid(
            f"Chỉ tiêu {part.target}: các đơn vị cộng lại là {figure_text(total)}, mức của {part.unit} là "
            f"{figure_text(part.value)}. Sửa cho khớp."
        )
    if not total:
        raise Invalid(f"Chỉ tiêu {part.target}: nhập mức của ít nhất một đơn vị.")


def _items(part: TargetPart) -> QuerySet[WorkItem]:
    values = TargetValue.objects.filter(part=part)
    return WorkItem.objects.filter(kind=ENTER, object_id__in=values.values("pk"), state=WorkItem.State.OPEN)


def nearest(part: TargetPart, unit: Unit) -> TargetPart | None:
    """The part of the same target from which the unit's comes now: that of the nearest unit above it."""
    above = [int(one) for one in unit.path.strip("/").split("/")][:-1]
    found = TargetPart.objects.filter(target=part.target_id, unit__in=above, ended_on=None)
    return found.order_by("-unit__depth").first()
