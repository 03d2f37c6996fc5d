"""How much of a target is due in which period, and which periods take no figures any more."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.plans.models import Counting, MeasuredTarget, TargetPeriod
from congdoan.plans.services.targets.rights import locked_target
from congdoan.plans.services.targets.work import cancel_work_of_periods


@transaction.atomic
def set_shares(*, target_id: int, by: User, shares: Mapping[int, Decimal], seen: int | None = None) -> MeasuredTarget:
    """Say what part of the level is due in each period, in percent by period id.

    Raises Invalid at `share-<id>` for a share that cannot be; Conflict when somebody changed the target since `seen`.
    """
    target = locked_target(target_id, by)
    if seen is not None and seen != target.revision:
        raise Conflict(f"{target.changed_by} vừa sửa chỉ tiêu này. So lại các ô, rồi nhấn Lưu lần nữa để thay.")
    periods = list(target.periods.all())
    for period in periods:
        period.share = shares.get(period.pk, period.share)
        if not 0 <= period.share <= 1000:
            raise Invalid("Nhập tỷ lệ từ 0 đến 1000.", field=f"share-{period.pk}")
    _check_order(target, periods)
    TargetPeriod.objects.bulk_update(periods, ["share"])
    target.revision += 1
    target.changed_by = by
    target.save(update_fields=["revision", "changed_by", "changed_at"])
    return target


@transaction.atomic
def close_target_period(*, period_id: int, by: User) -> TargetPeriod:
    """From now on nobody types or corrects figures of the period; who had not is no longer asked."""
    period = _locked(period_id, by)
    if period.closed_on:
        raise Conflict(f"{period.closed_by} đã khóa {period.name} ngày {period.closed_on:%d/%m/%Y}.")
    if period.starts_on > clock.today():
        raise Invalid(f"{period.name} chưa bắt đầu, chưa khóa được.")
    period.closed_on, period.closed_by = clock.today(), by
    period.save(update_fields=["closed_on", "closed_by"])
    cancel_work_of_periods(TargetPeriod.objects.filter(pk=period.pk))
    return period


@transaction.atomic
def reopen_target_period(*, period_id: int, by: User) -> TargetPeriod:
    period = _locked(period_id, by)
    if not period.closed_on:
        raise Conflict(f"{period.name} đang mở, không cần mở lại.")
    period.closed_on, period.closed_by = None, None
    period.save(update_fields=["closed_on", "closed_by"])
    return period


def _locked(period_id: int, by: User) -> TargetPeriod:
    found = find(TargetPeriod.objects.values_list("target_id", flat=True), period_id)
    if found is None:
        raise NotFound("Không có kỳ này.")
    target = locked_target(found, by)
    period = TargetPeriod.objects.select_for_update(of=("self",)).select_related("closed_by").get(pk=period_id)
    period.target = target
    return period


def _check_order(target: MeasuredTarget, periods: list[TargetPeriod]) -> None:
    """A figure that only grows has no smaller level later."""
    if target.counting != Counting.RUNNING:
        return
    for before, after in pairwise(periods):
        if after.share < before.share:
            raise Invalid(
                f"Số lũy kế không giảm: {after.name} phải từ {before.share.normalize():f}% của {before.name} trở lên.",
                field=f"share-{after.pk}",
            )
