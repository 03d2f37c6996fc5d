"""A unit's own day is never later than the superior's."""

from datetime import date

from django.db.models import F

from congdoan.core.errors import Invalid
from congdoan.plans.models import Plan, Task


def check_day(due: date | None, superior: Task | None, *, recurs: bool = False) -> None:
    """Raises Invalid at the field "due" when the day is missing or later than that of the superior's task."""
    if superior is None or superior.due is None:
        return
    limit = f"hạn cấp trên giao {superior.due:%d/%m/%Y} (nhiệm vụ {superior.number}, {superior.plan})"
    if due is None and not recurs:
        raise Invalid(f"Nhập hạn, không sau {limit}.", field="due")
    if due and due > superior.due:
        raise Invalid(f"Hạn {due:%d/%m/%Y} sau {limit}. Chọn ngày sớm hơn.", field="due")


def check_days(plan: Plan) -> None:
    """Raises Invalid naming the first task that is due after the task that it carries out."""
    late = plan.tasks.filter(withdrawn_on=None, due__gt=F("carries_out__due")).select_related("carries_out__plan")
    if task := late.first():
        assert task.carries_out and task.carries_out.due
        raise Invalid(
            f"Mục {task.number} có hạn {task.due:%d/%m/%Y}, sau hạn cấp trên giao {task.carries_out.due:%d/%m/%Y} "
            f"({task.carries_out.plan}). Sửa hạn rồi trình lại."
        )
