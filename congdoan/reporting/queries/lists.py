"""The three lists: reports to write, reports asked for, forms."""

from django.db.models import Count, F, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.text import fold
from congdoan.reporting.models import FormState, Report, ReportForm, ReportRequest
from congdoan.reporting.queries.sight import own_organs, visible_forms, visible_reports, visible_requests


def reports(user: User, *, words: str = "", state: str = "", unit: int | None = None) -> QuerySet[Report]:
    """Reports of the person's own organs, or of `unit`; what is not sent first, by its due day."""
    found = visible_reports(user).select_related("request__form", "request__unit", "unit")
    found = found.filter(unit=unit) if unit is not None else found.filter(unit__in=own_organs(user))
    for word in fold(words).split():
        found = found.filter(request__form__folded__contains=word)
    if state == "late":
        found = found.filter(request__due__lt=clock.today(), request__state="open").exclude(state="sent")
    elif state:
        found = found.filter(state=state)
    return found.order_by(F("sent_on").desc(nulls_first=True), "request__due", "pk")


def requests(user: User, *, words: str = "", state: str = "") -> QuerySet[ReportRequest]:
    """Requests that the person sees, newest first, with how many reports there are, sent and late."""
    found = visible_requests(user).select_related("form", "unit")
    for word in fold(words).split():
        found = found.filter(form__folded__contains=word)
    if state:
        found = found.filter(state=state)
    sent = Q(reports__sent_version__isnull=False)
    return found.annotate(asked=Count("reports"), sent=Count("reports", filter=sent)).order_by("-ends_on", "-pk")


def forms(user: User, *, words: str = "", state: str = "") -> QuerySet[ReportForm]:
    """The newest versions of forms, by name; `state` "old" gives the older ones."""
    found = visible_forms(user).select_related("unit")
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    found = found.filter(state=state) if state else found.exclude(state=FormState.OLD)
    items = Count("items", distinct=True)
    return found.annotate(items_count=items, asked=Count("requests", distinct=True)).order_by("name", "-version")
