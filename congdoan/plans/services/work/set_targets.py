from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, AssignmentState, AssignmentTarget, StepKind
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a unit counts: "Thủ tục đã hệ thống hóa", 24, "thủ tục". `id` names an existing row that is changed."""

    name: str
    total: Decimal
    unit_text: str = ""
    id: int | None = None


@transaction.atomic
def set_targets(
    *, assignment_id: int, by: User, counted: Sequence[Counted], seen: int | None = None
) -> list[AssignmentTarget]:
    """Say what is counted for the work, in order of weight: progress follows the first. Left out rows go.

    `seen` is what `last_set` gave when the rows were shown. Raises Conflict when somebody set them since, or when a
    row that already has figures or comes from the order would go.
    """
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.report", assignment.unit)
    if assignment.state not in (AssignmentState.NEW, AssignmentState.DOING):
        raise assignment.refusal("Đổi nội dung đếm")
    _check_unchanged(assignment, seen)
    _drop(assignment, {one.id for one in counted if one.id})
    targets = [_put(assignment, place, one) for place, one in enumerate(counted)]
    record(
        assignment,
        StepKind.TARGETS_SET,
        by,
        "; ".join(f"{t.name}: {figure_text(t.total)} {t.unit_text}".strip() for t in targets),
    )
    return targets


def last_set(assignment: Assignment) -> int:
    """The number of the step that set what is counted; 0 while nobody has."""
    step = assignment.steps.filter(kind=StepKind.TARGETS_SET).first()
    return step.pk if step else 0


def _check_unchanged(assignment: Assignment, seen: int | None) -> None:
    if seen is None or seen == last_set(assignment):
        return
    step = assignment.steps.select_related("by").get(pk=last_set(assignment))
    raise Conflict(
        f"{step.by} đã đặt nội dung đếm lúc {step.when}: {step.note or 'không đếm gì'}. "
        "So lại các dòng, rồi nhấn Lưu lần nữa để thay."
    )


def _drop(assignment: Assignment, kept: set[int]) -> None:
    gone = assignment.targets.exclude(pk__in=kept)
    fixed = gone.filter(target__isnull=False).first() or gone.filter(figures__isnull=False).first()
    if fixed:
        raise Conflict(f"“{fixed.name}” do cấp trên giao hoặc đã có số liệu báo cáo, không bỏ được.")
    gone.delete()


def _put(assignment: Assignment, place: int, one: Counted) -> AssignmentTarget:
    name = normalise(one.name)
    if not name or one.total <= 0:
        raise Invalid("Mỗi nội dung đếm cần tên và tổng số lớn hơn 0.", field="total")
    target = find(assignment.targets, one.id) if one.id else AssignmentTarget(assignment=assignment)
    if target is None:
        raise Conflict(f"“{name}” không còn trong nội dung đếm. Bỏ dòng đó, hoặc nhập lại ở dòng trống.")
    target.name, target.total, target.unit_text, target.order = name, one.total, normalise(one.unit_text), place
    target.save()
    return target
