from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.plans.models import PlanState, TargetValue
from congdoan.plans.queries.targets.seen import seen_values
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.outside import announce_figure
from congdoan.plans.services.targets.plausible import check_plausible
from congdoan.plans.services.targets.work import ENTER
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.worklist.services.items import close_work


@transaction.atomic
def type_value(
    *,
    value_id: int,
    by: User,
    figure: Decimal,
    note: str = "",
    reason: str = "",
    files: Sequence[Upload] = (),
    seen: int | None = None,
) -> TargetValue:
    """Type or correct the figure of a unit for a period; the one before stays in the history.

    Raises Invalid for a figure that cannot be, or is strange without a `reason` (see `check_plausible`); Conflict when
    the period is closed or not begun, the plan is not running, or somebody typed another since revision `seen`.
    """
    value = locked_value(value_id, by)
    require(by, "tasks.report", value.part.unit)
    check_open(value)
    if seen is not None and seen != value.revision and value.value is not None:
        raise Conflict(f"{value.last_step()} vừa ghi {figure_text(value.value)}. So lại, rồi nhấn Lưu lần nữa để thay.")
    check_plausible(value, figure, reason=reason.strip())
    value.value, value.note, value.reason = figure, note.strip(), reason.strip()
    value.by, value.at = by, clock.now()
    value.revision += 1
    value.save(update_fields=["value", "note", "reason", "by", "at", "revision"])
    value.files.add(*keep_files(files, by))
    close_work(ENTER, [value.pk])
    announce_figure(value)
    return value


def locked_value(value_id: int, by: User) -> TargetValue:
    """Raises NotFound unless `by` may see the unit's work."""
    value = find(
        seen_values(by)
        .select_for_update(of=("self",))
        .select_related("part__unit", "part__target__plan__unit", "period", "by"),
        value_id,
    )
    if value is None:
        raise NotFound("Không có số liệu này trong phạm vi được xem.")
    return value


def check_open(value: TargetValue) -> None:
    """Raises Conflict saying why the figure can not be typed now."""
    if why := why_shut(value):
        raise Conflict(why)


def why_shut(value: TargetValue) -> str:
    """Why nobody can type the figure now, as a sentence; empty when the unit can."""
    part, period, plan = value.part, value.period, value.part.target.plan
    if part.target.source != "typed":
        return "Số liệu của chỉ tiêu này lấy từ nhiệm vụ, không nhập tay."
    if plan.state != PlanState.RUNNING:
        return f"{plan} {plan.get_state_display().lower()}, không nhập số liệu được."
    if part.parts.exists():
        return f"{part.unit} đã chia chỉ tiêu cho đơn vị dưới; số của đơn vị cộng từ các đơn vị đó."
    if period.closed_on:
        return f"{period.closed_by} đã khóa {period.name} ngày {period.closed_on:%d/%m/%Y}. Đề nghị mở lại kỳ để sửa."
    if period.starts_on > clock.today():
        return f"{period.name} chưa bắt đầu."
    return ""
