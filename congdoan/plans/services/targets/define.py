"""A plan's targets are added, changed and taken away."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.plans.models import Combining, Counting, Measure, MeasuredTarget, TargetPart, TargetValue
from congdoan.plans.queries.targets.sources import target_sources
from congdoan.plans.services.targets.rights import locked_target, plan_to_manage
from congdoan.plans.services.targets.rows import make_periods, make_values, share_evenly
from congdoan.plans.services.targets.work import cancel_work

FIELDS: Final = (
    "name",
    "measure",
    "unit_text",
    "direction",
    "counting",
    "combining",
    "periodicity",
    "source",
    "value",
    "base_value",
    "base_year",
    "starts_on",
    "ends_on",
    "days_to_enter",
    "task",
)
_FIXED: Final = {"measure": "loại số", "counting": "số của một kỳ", "periodicity": "kỳ", "source": "nguồn số liệu"}
"""What figures that are typed already rest on."""


@transaction.atomic
def add_target(*, plan_id: int, by: User, fields: Mapping[str, Any], stated_id: int | None = None) -> MeasuredTarget:
    """Add a target; the plan's own unit owes the whole until it is split. `fields` are those of FIELDS.

    `stated_id` is the paper's target that it comes from. Raises Conflict when that one is measured already.
    """
    plan = plan_to_manage(plan_id, by)
    stated = find(plan.targets, stated_id) if stated_id else None
    if stated and (taken := stated.measured.select_related("changed_by").first()):
        raise Conflict(f"{taken.changed_by} đã đặt cách đo cho chỉ tiêu này: “{taken.name}”.")
    last = plan.measured.order_by("-order").values_list("order", flat=True).first() or 0
    target = MeasuredTarget(plan=plan, stated=stated, order=last + 1, changed_by=by)
    _put(target, fields)
    target.save()
    part = TargetPart.objects.create(target=target, unit=plan.unit, value=target.value)
    part.path = f"/{part.pk}/"
    part.save(update_fields=["path"])
    make_periods(target)
    make_values(target)
    return target


@transaction.atomic
def change_target(*, target_id: int, by: User, fields: Mapping[str, Any], seen: int | None = None) -> MeasuredTarget:
    """Raises Conflict when somebody changed it since revision `seen`, or typed figures rest on what would change."""
    target = locked_target(target_id, by)
    if seen is not None and seen != target.revision:
        raise Conflict(f"{target.changed_by} vừa sửa chỉ tiêu này. So lại các ô, rồi nhấn Lưu lần nữa để thay.")
    before = {name: getattr(target, name) for name in FIELDS}
    _put(target, fields)
    _check_fixed(target, before)
    target.revision += 1
    target.changed_by = by
    target.save()
    TargetPart.objects.filter(target=target, parent=None).update(value=target.value)
    make_periods(target)
    if before["counting"] != target.counting:
        share_evenly(target)
    make_values(target)
    return target


@transaction.atomic
def remove_target(*, target_id: int, by: User) -> None:
    """Raises Conflict when a unit has typed figures: those are kept."""
    target = locked_target(target_id, by)
    if (
        typed := TargetValue.objects.filter(part__target=target, value__isnull=False)
        .select_related("part__unit")
        .first()
    ):
        raise Conflict(f"{typed.part.unit} đã nhập số liệu cho chỉ tiêu này, không bỏ được.")
    cancel_work(TargetPart.objects.filter(target=target))
    for part in target.parts.order_by("-depth"):
        part.delete()
    target.delete()


def _put(target: MeasuredTarget, fields: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in fields:
            setattr(target, name, fields[name])
    target.name, target.unit_text = normalise(target.name), normalise(target.unit_text)
    _check(target)


def _check(target: MeasuredTarget) -> None:
    if not target.name:
        raise Invalid("Nhập tên chỉ tiêu.", field="name")
    if target.source not in dict(target_sources.items()):
        raise Invalid("Chọn một nguồn số liệu trong danh sách.", field="source")
    if target.ends_on <= target.starts_on:
        raise Invalid("Ngày cuối phải sau ngày đầu.", field="ends_on")
    if not 0 <= target.days_to_enter <= 90:
        raise Invalid("Nhập từ 0 đến 90 ngày.", field="days_to_enter")
    if target.task and target.task.plan_id != target.plan_id:
        raise Invalid("Chọn một nhiệm vụ của kế hoạch này.", field="task")
    source = target_sources[target.source]
    if source.needs_task and target.task is None:
        raise Invalid("Nguồn số liệu này cần một nhiệm vụ. Chọn nhiệm vụ.", field="task")
    if target.measure == Measure.PERCENT and target.combining == Combining.SUM:
        raise Invalid("Tỷ lệ % của các đơn vị không cộng được. Chọn trung bình.", field="combining")
    if target.measure == Measure.PERCENT and target.counting == Counting.WITHIN:
        raise Invalid("Tỷ lệ % của các kỳ không cộng được. Chọn hiện trạng cuối kỳ.", field="counting")
    for name in ("value", "base_value"):
        check_amount(target, getattr(target, name), name)


def check_amount(target: MeasuredTarget, value: Decimal | None, field: str) -> None:
    """Raises Invalid at `field` for a figure that cannot be of the target's kind."""
    if value is None:
        return
    if value < 0:
        raise Invalid("Số không được âm.", field=field)
    if target.measure == Measure.PERCENT and value > 100:
        raise Invalid("Tỷ lệ % nằm trong khoảng 0 đến 100.", field=field)
    if target.is_whole and value != value.to_integral_value():
        raise Invalid(f"Số {'tiền' if target.measure == Measure.MONEY else 'người'} không có phần lẻ.", field=field)


def _check_fixed(target: MeasuredTarget, before: Mapping[str, Any]) -> None:
    changed = [name for name in _FIXED if before[name] != getattr(target, name)]
    if changed and TargetValue.objects.filter(part__target=target, value__isnull=False).exists():
        raise Conflict(f"Đã có đơn vị nhập số liệu, không đổi {_FIXED[changed[0]]} được nữa.")
