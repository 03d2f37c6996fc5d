"""The ways in which a level is split: by hand, evenly, or in proportion to weights."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import models

from congdoan.core.errors import Invalid
from congdoan.plans.models import TargetPart
from congdoan.plans.services.targets.split import Share
from congdoan.plans.splitting import CENT, ONE, equally, in_proportion


class Method(models.TextChoices):
    EVENLY = "evenly", "Chia đều"
    WEIGHTS = "weights", "Theo tỷ lệ trọng số"
    HAND = "hand", "Nhập mức từng đơn vị"
    SHEET = "sheet", "Từ tệp Excel"


def evenly(part: TargetPart, unit_ids: Sequence[int]) -> list[Share]:
    """Levels that do not add up are the same for all."""
    _check_any(unit_ids)
    if not part.target.adds_up:
        return [Share(unit_id, part.value) for unit_id in unit_ids]
    values = equally(part.value, len(unit_ids), step=_step(part))
    return [Share(unit_id, value) for unit_id, value in zip(unit_ids, values, strict=True)]


def by_weights(part: TargetPart, weights: Mapping[int, Decimal]) -> list[Share]:
    """Raises Invalid at the field of a unit without a weight."""
    _check_any(list(weights))
    for unit_id, weight in weights.items():
        if weight <= 0:
            raise Invalid("Nhập trọng số lớn hơn 0, ví dụ số đoàn viên.", field=f"w-{unit_id}")
    if not part.target.adds_up:
        return [Share(unit_id, part.value, weight) for unit_id, weight in weights.items()]
    values = in_proportion(part.value, list(weights.values()), step=_step(part))
    rows = zip(weights.items(), values, strict=True)
    return [Share(unit_id, value, weight) for (unit_id, weight), value in rows]


def _check_any(unit_ids: Sequence[int]) -> None:
    if not unit_ids:
        raise Invalid("Chọn ít nhất một đơn vị.", field="kinds")


def _step(part: TargetPart) -> Decimal:
    """A whole level is split into whole parts."""
    return ONE if part.target.is_whole or part.value == part.value.to_integral_value() else CENT
