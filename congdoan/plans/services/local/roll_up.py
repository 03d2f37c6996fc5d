"""The rule by which a unit's own work for a task is enough to report the task as done."""

from collections.abc import Mapping
from typing import Any

from congdoan.core.errors import Invalid
from congdoan.plans.models import RollUp


def check_roll_up(values: Mapping[str, Any]) -> None:
    """Raises Invalid at the field "roll_up_least" unless the rule has the figure that it needs."""
    rule, least = values.get("roll_up"), values.get("roll_up_least")
    if rule is None:
        return
    if rule not in RollUp.values:
        raise Invalid("Chọn một cách tổng hợp trong danh sách.", field="roll_up")
    if rule == RollUp.LEAST and not (least and 1 <= least <= 30_000):
        raise Invalid("Nhập số phần việc phải xong, từ 1.", field="roll_up_least")
    if rule == RollUp.SHARE and not (least and 1 <= least <= 100):
        raise Invalid("Nhập tỷ lệ phần việc phải xong, từ 1 đến 100.", field="roll_up_least")
