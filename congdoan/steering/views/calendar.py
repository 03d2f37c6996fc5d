from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.periods import Period, period_of
from congdoan.steering.periods import written
from congdoan.steering.queries.calendar import month_of
from congdoan.steering.queries.scope import Steered, steered_by
from congdoan.steering.views.shared import address, common

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@require_GET
def calendar_page(request: HttpRequest) -> HttpResponse:
    """A month with what is due on each day; the period of the filter says which."""
    steered = steered_by(request)
    period = _month(steered)
    steered = steered.but(period=None)
    month = month_of(steered, period)
    before, after = period_of("monthly", period.starts_on - timedelta(days=1)), period.following
    context = {
        **common(steered, "calendar", takes_period=False),
        "month": month,
        "weekdays": WEEKDAYS,
        "before": (before.name, address(steered, "calendar", ky=written(before))),
        "after": (after.name, address(steered, "calendar", ky=written(after))),
        "list_url": address(steered, "parts", ky=written(period)),
    }
    return render(request, "steering/calendar.html", context)


def _month(steered: Steered) -> Period:
    """The month that the filter names; of a longer period its first, of none this month."""
    return period_of("monthly", steered.period.starts_on if steered.period else steered.today)
