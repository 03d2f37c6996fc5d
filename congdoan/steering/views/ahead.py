from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import NearestPage
from congdoan.steering.forecast.likeness import LEAST
from congdoan.steering.queries.ahead import DAYS_AHEAD, MOST, forecast
from congdoan.steering.queries.scope import steered_by
from congdoan.steering.views.shared import address, common, in_words

PER_PAGE = 40
COLUMNS = (
    Column("Khả năng trễ", lambda row: row.outlook.chance, Kind.PERCENT, 14),
    Column("Theo văn bản", lambda row: str(row.part.plan), width=30),
    Column("Nhiệm vụ", lambda row: row.part.task.title, width=60),
    Column("Đơn vị", lambda row: str(row.part.unit), width=30),
    Column("Hạn", lambda row: row.part.due, Kind.DATE, 12),
    Column("Căn cứ", lambda row: row.basis, width=90),
)


@require_GET
def ahead_page(request: HttpRequest) -> HttpResponseBase:
    """What will be late, the likeliest first, each with what that rests on."""
    steered = steered_by(request)
    found = forecast(steered)
    sheet = export_if_asked(
        request,
        name="Du bao tre han",
        columns=COLUMNS,
        rows=found.rows,
        title=f"Dự báo trễ hạn trong {DAYS_AHEAD} ngày tới",
        filter_text=in_words(steered),
    )
    if sheet is not None:
        return sheet
    paginator = NearestPage(found.rows, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        **common(steered, "ahead", takes_period=False),
        "forecast": found,
        "page_obj": page,
        "page_numbers": paginator.get_elided_page_range(page.number),
        "rows": page.object_list,
        "days_ahead": DAYS_AHEAD,
        "most": MOST,
        "least": LEAST,
        "export_url": address(steered, "ahead", xuat="xlsx"),
    }
    return render(request, "steering/ahead.html", context)
