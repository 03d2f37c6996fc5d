"""Work items for figures that units must type, and the notices of targets given."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse

from congdoan.core import clock
from congdoan.plans.models import MeasuredTarget, Plan, PlanState, TargetPart, TargetPeriod, TargetValue
from congdoan.plans.queries.targets.owed import DAYS_BEFORE_END
from congdoan.worklist.models import WorkItem
from congdoan.worklist.services.items import open_work_from
from congdoan.worklist.services.notices import tell_holders

ENTER: Final = "plans.target_value"
GIVEN: Final = "plans.target_given"

_OWED: Final = f"""
    select '{ENTER}', value.id, target.name,
           period.name || ' · Chỉ tiêu, ' || coalesce(nullif(plan.symbol, ''), left(plan.subject, 200)),
           part.unit_id, 'tasks.report', null::bigint, plan.unit_id, period.due, false
      from plans_targetperiod period
      join plans_measuredtarget target on target.id = period.target_id and target.source = 'typed'
      join plans_plan plan on plan.id = target.plan_id and plan.state = 'running'
      join plans_targetpart part on part.target_id = target.id and part.ended_on is null
      join plans_targetvalue value on value.part_id = part.id and value.period_id = period.id
     where period.closed_on is null and period.ends_on <= %s and value.value is null
       and not exists (select 1 from plans_targetpart below where below.parent_id = part.id)
       and not exists (select 1 from worklist_workitem item
                        where item.kind = '{ENTER}' and item.object_id = value.id and item.state = 'open')
"""  # noqa: S608


def open_due_values(*, on: date) -> int:
    """Put the figures that units without units below owe for periods at their end on the desks; returns how many."""
    return open_work_from(_OWED, [on + timedelta(days=DAYS_BEFORE_END)])


def cancel_work(parts: QuerySet[TargetPart]) -> None:
    """Nobody owes figures of these parts any more."""
    _cancel(TargetValue.objects.filter(part__in=parts))


def cancel_work_of_periods(periods: QuerySet[TargetPeriod]) -> None:
    _cancel(TargetValue.objects.filter(period__in=periods))


def move_work_of_period(period: TargetPeriod) -> None:
    """Open work is due on the period's present day."""
    _open(TargetValue.objects.filter(period=period)).update(due=period.due)


def _cancel(values: QuerySet[TargetValue]) -> None:
    _open(values).update(state=WorkItem.State.CANCELLED, closed_on=clock.today())


def _open(values: QuerySet[TargetValue]) -> QuerySet[WorkItem]:
    return WorkItem.objects.filter(kind=ENTER, object_id__in=values.values("pk"), state=WorkItem.State.OPEN)


def tell_given_with(plan: Plan) -> None:
    """When a plan is issued: the units among which its targets were split while it was a draft."""
    for target in plan.measured.select_related("plan__unit"):
        units = target.parts.filter(parent__isnull=False).values_list("unit_id", flat=True)
        tell_given(target, units, str(plan.unit))


def tell_given(target: MeasuredTarget, unit_ids: Iterable[int], giver: str) -> None:
    """To whoever takes on work for the units; nobody is told of targets of a plan that is not running."""
    units = list(unit_ids)
    if target.plan.state != PlanState.RUNNING or not units:
        return
    words = f"{giver} giao chỉ tiêu: {target.name}, {target.plan}"
    url = reverse("plans:measured-target", args=[target.pk])
    tell_holders(units, "tasks.assign", GIVEN, words, url, f"{GIVEN}:{target.pk}:{target.revision}")
