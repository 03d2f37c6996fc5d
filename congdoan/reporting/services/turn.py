"""By the clock: the next period of reports that recur opens, drafts take the day's figures."""

import logging
from datetime import date

from django.db import transaction
from django.db.models import Q

from congdoan.core.errors import DomainError
from congdoan.reporting.models import Every, FormState, ReportForm, ReportRequest, RequestState
from congdoan.reporting.periods import due_of, opens_on, period_after
from congdoan.reporting.services.ask import open_request
from congdoan.reporting.services.fill import fill

log = logging.getLogger("congdoan.reporting")


def turn_reports(*, on: date) -> tuple[int, int]:
    """Returns how many periods were opened and how many requests were filled anew; each in a transaction of its own."""
    waiting = ReportRequest.objects.filter(recurs=True, followed_by=None).exclude(form__every=Every.ONCE)
    opened = sum(_open_next(pk, on) for pk in list(waiting.values_list("pk", flat=True)))
    running = ReportRequest.objects.filter(state=RequestState.OPEN).exclude(filled_on=on)
    stale = [
        pk for pk, filled_on, ends_on in running.values_list("pk", "filled_on", "ends_on") if _stale(filled_on, ends_on)
    ]
    return opened, sum(_fill(pk) for pk in stale)


def _stale(filled_on: date | None, ends_on: date) -> bool:
    """Filled before the last day of the data had passed."""
    return filled_on is None or filled_on <= ends_on


@transaction.atomic
def _open_next(request_id: int, on: date) -> bool:
    """The request after this one, by the newest version of its form; not yet before its day, not without a unit."""
    last = ReportRequest.objects.select_for_update(of=("self",)).select_related("form", "unit").get(pk=request_id)
    form = _in_use(last.form)
    if form is None or ReportRequest.objects.filter(follows=last).exists():
        return False
    period = period_after(form.every, last.ends_on)
    if on < opens_on(period):
        return False
    units = [] if last.to_all else list(last.reports.values_list("unit_id", flat=True))
    following = ReportRequest(
        form=form,
        unit=last.unit,
        name=period.name,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        due=due_of(period.ends_on, form.due_days),
        to_all=last.to_all,
        recurs=True,
        follows=last,
        asked_by=last.asked_by,
        asked_on=on,
    )
    try:
        with transaction.atomic():
            open_request(following, units)
    except DomainError as error:
        log.warning("next period of a report was not opened: %s", error.message, extra={"request": request_id})
        return False
    return True


def _in_use(form: ReportForm) -> ReportForm | None:
    versions = ReportForm.objects.filter(Q(root=form.root_pk) | Q(pk=form.root_pk), state=FormState.READY)
    return versions.select_related("unit").first()


@transaction.atomic
def _fill(request_id: int) -> bool:
    fill(ReportRequest.objects.select_for_update().get(pk=request_id))
    return True
