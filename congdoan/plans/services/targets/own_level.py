"""Another level for one unit and one period than its share, with the reason; and taking it back."""

from decimal import Decimal
from typing import Final

from django.db import transaction
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.plans.models import Counting, OwnLevel, PlanState, TargetPart, TargetPeriod
from congdoan.plans.queries.targets.levels import level_of, own_levels, shared_level
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.define import check_amount
from congdoan.plans.services.targets.rights import part_to_set
from congdoan.worklist.services.notices import tell_holders

CHANGED: Final = "plans.target_level"


@transaction.atomic
def set_own_level(
    *, part_id: int, period_id: int, by: User, value: Decimal, reason: str, seen: int | None = None
) -> OwnLevel:
    """From now on the unit owes `value` in the period; the level before stays in the history.

    Raises Invalid for a level that cannot be or one without a reason; Conflict when the period is closed, or when
    somebody set or undid one since `seen` (the id of the level that held, 0 for none).
    """
    part, period = part_to_set(part_id, by), _open_period(part_id, period_id)
    now = _holding(part, period)
    if seen is not None and seen != (now.pk if now else 0):
        raise Conflict(f"{_last_words(part, period)} So lại, rồi nhấn Lưu lần nữa để thay.")
    if not reason.strip():
        raise Invalid("Ghi lý do: đơn vị và người xem sau đọc được.", field="reason")
    check_amount(part.target, value, "value")
    _check_order(part, period, value)
    if now is not None and (now.value, now.reason) == (value, reason.strip()):
        return now
    if now is not None:
        _end(now, by)
    level = OwnLevel.objects.create(
        part=part, period=period, value=value, reason=reason.strip(), by=by, on=clock.today()
    )
    _tell(level, f"mức {period.name} là {figure_text(value)}: {level.reason}", "set")
    return level


@transaction.atomic
def undo_own_level(*, part_id: int, period_id: int, by: User) -> OwnLevel:
    """The unit owes its share again. Raises Conflict when there is no level of its own, or the period is closed."""
    part, period = part_to_set(part_id, by), _open_period(part_id, period_id)
    level = _holding(part, period)
    if level is None:
        raise Conflict(_last_words(part, period))
    _end(level, by)
    back = figure_text(shared_level(part, period))
    _tell(level, f"bỏ mức riêng {period.name}, trở lại {back}", "undone")
    return level


def _open_period(part_id: int, period_id: int) -> TargetPeriod:
    period = find(TargetPeriod.objects.filter(target__parts=part_id).select_related("closed_by"), period_id)
    if period is None:
        raise NotFound("Chỉ tiêu này không có kỳ đó.")
    if period.closed_on:
        raise Conflict(f"{period.closed_by} đã khóa {period.name} ngày {period.closed_on:%d/%m/%Y}. Mở lại kỳ để sửa.")
    return period


def _holding(part: TargetPart, period: TargetPeriod) -> OwnLevel | None:
    return OwnLevel.objects.select_related("by").filter(part=part, period=period, ended_on=None).first()


def _last_words(part: TargetPart, period: TargetPeriod) -> str:
    """Who set or undid the newest level, as a sentence."""
    last = OwnLevel.objects.select_related("by", "ended_by").filter(part=part, period=period).first()
    if last is None:
        return f"{part.unit} không có mức riêng ở {period.name}."
    if last.ended_by:
        return f"{last.ended_by} đã bỏ mức riêng {figure_text(last.value)} ngày {last.ended_on:%d/%m/%Y}."
    return f"{last.by} vừa đặt mức riêng {figure_text(last.value)}: {last.reason}."


def _end(level: OwnLevel, by: User) -> None:
    level.ended_by, level.ended_on = by, clock.today()
    level.save(update_fields=["ended_by", "ended_on"])


def _check_order(part: TargetPart, period: TargetPeriod, value: Decimal) -> None:
    """A figure that only grows has no smaller level later."""
    if part.target.counting != Counting.RUNNING:
        return
    periods = list(part.target.periods.order_by("starts_on"))
    place, own = periods.index(period), own_levels([part.pk]).get(part.pk, {})
    for near, wrong in ((periods[:place][-1:], "nhỏ"), (periods[place + 1 :][:1], "lớn")):
        for other in near:
            level = level_of(part, other, own)
            if (value < level) if wrong == "nhỏ" else (value > level):
                raise Invalid(
                    f"Số lũy kế không giảm: mức {wrong} hơn {figure_text(level)} của {other.name}.", field="value"
                )


def _tell(level: OwnLevel, words: str, what: str) -> None:
    """Whoever takes on work for the unit; nobody is told of targets of a plan that is not running."""
    target = level.part.target
    if target.plan.state != PlanState.RUNNING:
        return
    url = reverse("plans:measured-target", args=[target.pk]) + f"?phan={level.part_id}"
    key = f"{CHANGED}:{level.pk}:{what}"
    tell_holders([level.part.unit_id], "tasks.assign", CHANGED, f"{target.name}: {words}", url, key)
