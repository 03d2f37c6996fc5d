"""A unit splits what it must reach of a target among units below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.organisation.models import INSIDE, Unit
from congdoan.plans.models import MeasuredTarget, TargetPart, TargetValue
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.define import check_amount
from congdoan.plans.services.targets.rights import part_to_split
from congdoan.plans.services.targets.rows import make_values
from congdoan.plans.services.targets.work import cancel_work, tell_given

_PATHS: Final = """
    update plans_targetpart part set path = above.path || part.id || '/'
      from plans_targetpart above where above.id = part.parent_id and above.id = %s and part.path = ''
"""


@dataclass(frozen=True, slots=True)
class Share:
    """The level that a unit gets, and its weight in an average."""

    unit_id: int
    value: Decimal
    weight: Decimal = Decimal(1)


@transaction.atomic
def split_part(
    *, part_id: int, by: User, shares: Sequence[Share], sure: bool = False, seen: int | None = None
) -> list[TargetPart]:
    """Give each unit its level; units that are left out no longer have one. Returns the parts that are new.

    Raises Invalid at "sure" when levels that add up are not the whole, unless `sure`; Conflict when somebody changed
    the target since revision `seen`, or a unit that has figures or has split its own part would be left out.
    """
    part = part_to_split(part_id, by)
    _check_unchanged(part.target, seen)
    if TargetValue.objects.filter(part=part, value__isnull=False).exists():
        raise Conflict(f"{part.unit} đã tự nhập số liệu, không chia cho đơn vị khác được nữa.")
    _check(part, shares, sure=sure)
    _drop(part, {share.unit_id for share in shares})
    new = _put(part, shares)
    MeasuredTarget.objects.filter(pk=part.target_id).update(revision=part.target.revision + 1, changed_by=by)
    make_values(part.target)
    cancel_work(TargetPart.objects.filter(pk=part.pk))
    tell_given(part.target, [one.unit_id for one in new], str(part.unit))
    return new


def units_for(part: TargetPart) -> QuerySet[Unit]:
    """The units among which the part may be split: those under its unit, and of departments only its own."""
    found = Unit.objects.under(part.unit, itself=False).existing(clock.today())
    return found.filter(~Q(kind__in=INSIDE) | Q(parent=part.unit))


def _check_unchanged(target: MeasuredTarget, seen: int | None) -> None:
    if seen is not None and seen != target.revision:
        raise Conflict(f"{target.changed_by} vừa đổi chỉ tiêu này. So lại các ô, rồi nhấn Lưu lần nữa để thay.")


def _check(part: TargetPart, shares: Sequence[Share], *, sure: bool) -> None:
    units = [share.unit_id for share in shares]
    if len(set(units)) != len(units):
        raise Invalid("Một đơn vị có hai dòng. Giữ một dòng cho mỗi đơn vị.", field="method")
    known = set(units_for(part).filter(pk__in=units).values_list("pk", flat=True))
    if set(units) - known:
        raise Invalid(f"Chỉ chia được cho đơn vị trực thuộc {part.unit}.", field="method")
    elsewhere = TargetPart.objects.filter(target=part.target, unit__in=units).exclude(parent=part)
    if other := elsewhere.select_related("unit", "parent__unit").first():
        raise Conflict(f"{other.unit} đã có mức do {other.parent.unit if other.parent else '…'} giao.")
    for share in shares:
        check_amount(part.target, share.value, f"v-{share.unit_id}")
        if share.weight < 0:
            raise Invalid("Trọng số không được âm.", field=f"w-{share.unit_id}")
    total = sum((share.value for share in shares), Decimal(0))
    if part.target.adds_up and shares and total != part.value and not sure:
        raise Invalid(
            f"Các đơn vị cộng lại là {figure_text(total)}, mức phải đạt là {figure_text(part.value)}. "
            "Sửa cho khớp, hoặc đánh dấu “Giữ mức lệch” nếu cố ý.",
            field="sure",
        )


def _drop(part: TargetPart, kept: set[int]) -> None:
    gone = part.parts.exclude(unit__in=kept).select_related("unit")
    if fixed := gone.filter(Q(parts__isnull=False) | Q(values__value__isnull=False)).first():
        raise Conflict(f"{fixed.unit} đã nhập số liệu hoặc đã chia tiếp, không bỏ khỏi chỉ tiêu được.")
    cancel_work(gone)
    gone.delete()


def _put(part: TargetPart, shares: Sequence[Share]) -> list[TargetPart]:
    have = {one.unit_id: one for one in part.parts.all()}
    changed = []
    for share in shares:
        if one := have.get(share.unit_id):
            one.value, one.weight = share.value, share.weight
            changed.append(one)
    TargetPart.objects.bulk_update(changed, ["value", "weight"], batch_size=2_000)
    new = TargetPart.objects.bulk_create(
        [
            TargetPart(
                target=part.target,
                unit_id=share.unit_id,
                parent=part,
                depth=part.depth + 1,
                value=share.value,
                weight=share.weight,
            )
            for share in shares
            if share.unit_id not in have
        ],
        batch_size=2_000,
    )
    with connection.cursor() as cursor:
        cursor.execute(_PATHS, [part.pk])
    return new
