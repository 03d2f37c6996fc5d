from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.steering.drawing import BurnupDrawing
from congdoan.steering.queries.burnup import burnup
from congdoan.steering.queries.scope import steered_by
from congdoan.steering.views.shared import address, common, in_words

COLUMNS = (
    Column("Tháng", lambda row: row.name, width=18),
    Column("Đến hết ngày", lambda row: row.ends_on, Kind.DATE, 14),
    Column("Phải xong (cộng dồn)", lambda row: row.due, Kind.NUMBER, 20),
    Column("Đã nghiệm thu (cộng dồn)", lambda row: row.done, Kind.NUMBER, 24),
    Column("Còn thiếu", lambda row: row.behind, Kind.NUMBER, 12),
)


@require_GET
def burnup_page(request: HttpRequest) -> HttpResponseBase:
    """What was due against what was accepted, over time; the figures of each month below."""
    steered = steered_by(request)
    found = burnup(steered)
    months = found.months() if found else []
    title = f"Tiến độ: {steered.plan.subject}" if steered.plan else "Tiến độ các văn bản đang thực hiện"
    sheet = export_if_asked(
        request, name="Tien do", columns=COLUMNS, rows=months, title=title, filter_text=in_words(steered)
    )
    if sheet is not None:
        return sheet
    context = {
        **common(steered, "burnup"),
        "burnup": found,
        "drawing": BurnupDrawing(found) if found else None,
        "months": months,
        "export_url": address(steered, "burnup", xuat="xlsx"),
    }
    return render(request, "steering/burnup.html", context)
