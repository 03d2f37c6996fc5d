"""Rows that follow from a target: its periods, and an empty figure for each part and period. Set-based."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Final

from django.db import connection

from congdoan.core.errors import Conflict, Invalid
from congdoan.core.periods import Period, period_of
from congdoan.plans.models import Counting, MeasuredTarget, TargetPeriod, TargetValue
from congdoan.plans.services.targets.work import cancel_work_of_periods, move_work_of_period
from congdoan.plans.splitting import equally

MOST_PERIODS: Final = 60
_HUNDRED: Final = Decimal(100)
_VALUES: Final = """
    insert into plans_targetvalue (part_id, period_id, note, reason, revision)
    select part.id, period.id, '', '', 0
      from plans_targetpart part join plans_targetperiod period on period.target_id = part.target_id
     where part.target_id = %s
    on conflict (part_id, period_id) do nothing
"""


def periods_between(target: MeasuredTarget) -> list[Period]:
    """Raises Invalid at the field "ends_on" when there are too many."""
    found: list[Period] = []
    for period in _following(period_of(target.periodicity, target.starts_on)):
        if period.starts_on > target.ends_on:
            break
        if len(found) == MOST_PERIODS:
            raise Invalid(
                f"Chỉ tiêu có quá {MOST_PERIODS} kỳ. Chọn kỳ dài hơn hoặc ngày cuối sớm hơn.", field="ends_on"
            )
        found.append(period)
    return found


def make_periods(target: MeasuredTarget) -> None:
    """Make the periods that are missing and drop those outside the days, with even shares.

    Raises Conflict when one outside has figures.
    """
    wanted = {(period.starts_on, period.ends_on): period for period in periods_between(target)}
    have = {(period.starts_on, period.ends_on): period.pk for period in target.periods.all()}
    gone = target.periods.filter(pk__in=[pk for days, pk in have.items() if days not in wanted])
    if typed := TargetValue.objects.filter(period__in=gone, value__isnull=False).select_related("period").first():
        raise Conflict(f"{typed.period.name} đã có số liệu, không bỏ khỏi chỉ tiêu được. Giữ kỳ đó trong thời gian đo.")
    cancel_work_of_periods(gone)
    gone.delete()
    new = [period for days, period in wanted.items() if days not in have]
    TargetPeriod.objects.bulk_create([_row(target, period) for period in new])
    if wanted.keys() != have.keys():
        share_evenly(target)
    move_days(target)


def share_evenly(target: MeasuredTarget) -> None:
    """The usual shares: even where periods add up, rising where figures run on, the whole level where they stand."""
    periods = list(target.periods.all())
    even = equally(_HUNDRED, len(periods)) if periods else []
    for place, period in enumerate(periods):
        if target.counting == Counting.WITHIN:
            period.share = even[place]
        elif target.counting == Counting.RUNNING:
            period.share = sum(even[: place + 1], Decimal(0))
        else:
            period.share = _HUNDRED
    TargetPeriod.objects.bulk_update(periods, ["share"])


def move_days(target: MeasuredTarget) -> None:
    """The days by which figures must be there follow the target's number of days."""
    for period in target.periods.all():
        due = period.ends_on + timedelta(days=target.days_to_enter)
        if due != period.due:
            period.due = due
            period.save(update_fields=["due"])
            move_work_of_period(period)


def make_values(target: MeasuredTarget) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_VALUES, [target.pk])


def _row(target: MeasuredTarget, period: Period) -> TargetPeriod:
    due = period.ends_on + timedelta(days=target.days_to_enter)
    return TargetPeriod(target=target, name=period.name, starts_on=period.starts_on, ends_on=period.ends_on, due=due)


def _following(period: Period) -> Iterator[Period]:
    while True:
        yield period
        period = period.following
