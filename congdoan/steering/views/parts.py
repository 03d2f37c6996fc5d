"""The parts behind a number."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.ui.paging import show_page
from congdoan.plans.views.work.unit_tasks import COLUMNS, UnitTaskTable
from congdoan.steering.queries.scope import steered_by
from congdoan.steering.views.shared import address, common, in_words

PER_PAGE = 50


@require_GET
def parts_page(request: HttpRequest) -> HttpResponseBase:
    """The parts that the filter lets through, the earliest due first."""
    steered = steered_by(request)
    rows = steered.parts().select_related("task", "plan", "unit").order_by("due", "pk")
    sheet = export_if_asked(
        request,
        name="Phan viec",
        columns=COLUMNS,
        rows=rows,
        title="Các phần việc",
        filter_text=in_words(steered),
    )
    if sheet is not None:
        return sheet
    table = UnitTaskTable(rows)
    show_page(request, table, rows=PER_PAGE)
    context = {
        **common(steered, "parts", takes_state=True),
        "table": table,
        "export_url": address(steered, "parts", xuat="xlsx"),
    }
    return render(request, "steering/parts.html", context)
