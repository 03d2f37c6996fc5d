"""Whether a figure can be: what cannot is refused, what is strange wants a reason."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from congdoan.core.errors import Invalid
from congdoan.plans.models import Counting, TargetValue
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.define import check_amount

TIMES: Final = 3


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest figures of the same unit before and after the period."""

    before: TargetValue | None
    after: TargetValue | None


def neighbours(value: TargetValue) -> Neighbours:
    others = TargetValue.objects.filter(part=value.part_id, value__isnull=False).select_related("period")
    starts = value.period.starts_on
    return Neighbours(
        others.filter(period__starts_on__lt=starts).order_by("-period__starts_on").first(),
        others.filter(period__starts_on__gt=starts).order_by("period__starts_on").first(),
    )


def check_plausible(value: TargetValue, figure: Decimal, *, reason: str) -> None:
    """Raises Invalid at "value" for a figure that cannot be, at "reason" for a strange one without a reason."""
    check_amount(value.part.target, figure, "value")
    strange = strangeness(value, figure)
    if strange and not reason:
        raise Invalid(f"{strange} Kiểm tra lại; nếu đúng, ghi lý do rồi gửi lần nữa.", field="reason")


def strangeness(value: TargetValue, figure: Decimal) -> str:
    """What is strange about the figure, as a sentence; empty when nothing is."""
    target, near = value.part.target, neighbours(value)
    if target.counting == Counting.RUNNING:
        if near.before and near.before.value is not None and figure < near.before.value:
            return f"Số lũy kế chỉ tăng, mà {near.before.period.name} đã là {figure_text(near.before.value)}."
        if near.after and near.after.value is not None and figure > near.after.value:
            return f"Số lũy kế chỉ tăng, mà {near.after.period.name} mới là {figure_text(near.after.value)}."
    if near.before and near.before.value and figure > near.before.value * TIMES:
        return f"Số này hơn {TIMES} lần {near.before.period.name} ({figure_text(near.before.value)})."
    return ""
