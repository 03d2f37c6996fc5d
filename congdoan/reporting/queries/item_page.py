"""One item of a request, as each unit filled it in."""

from django.db.models import F, QuerySet

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.text import fold
from congdoan.reporting.models import FormItem, Report, ReportRequest, ReportValue


def item_of_request(request: ReportRequest, item_id: int) -> FormItem:
    item = find(FormItem.objects.filter(form=request.form_id), item_id)
    if item is None or not item.is_filled:
        raise NotFound("Báo cáo này không có nội dung đó.")
    return item


def values_of(request: ReportRequest, item: FormItem) -> QuerySet[ReportValue]:
    """What units have sent, in the order of the units; texts and tables without empty ones."""
    found = ReportValue.objects.filter(report__request=request, item=item, version=F("report__sent_version"))
    if item.kind == "text":
        found = found.exclude(text="")
    elif item.kind == "table":
        found = found.exclude(rows=[])
    return found.select_related("report__unit").order_by("report__unit__rank", "report__unit__sort_key")


def reports_of(request: ReportRequest, *, words: str = "", state: str = "") -> QuerySet[Report]:
    """The reports of a request, in the order of the units; `state` "missing" those of which nothing was sent."""
    found = request.reports.select_related("unit", "signer")
    for word in fold(words).split():
        found = found.filter(unit__folded__contains=word)
    if state == "missing":
        found = found.filter(sent_version=None)
    elif state:
        found = found.filter(state=state)
    return found.order_by("unit__rank", "unit__sort_key")
