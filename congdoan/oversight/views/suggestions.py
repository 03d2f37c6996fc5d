"""Units by their risk, for a programme that is being made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in
from congdoan.oversight.queries.risk import ORDERS, RiskList
from congdoan.oversight.queries.sight import programme_for
from congdoan.oversight.services.rows import add_suggested
from congdoan.oversight.views.lists import ON_PAGE

_HEADS = (
    ("diem", "Điểm"),
    ("qua-han", "Việc quá hạn"),
    ("im-lang", "Ngày không báo cáo"),
    ("minh-chung", "Minh chứng lặp"),
    ("lan-truoc", "Ngày từ lần kiểm tra trước"),
)
_COLUMNS = (
    Column("Đơn vị", lambda risk: risk.unit.name, width=50),
    Column("Điểm", lambda risk: risk.signs.score, Kind.NUMBER, 8),
    Column("Việc quá hạn", lambda risk: risk.signs.late, Kind.NUMBER, 12),
    Column("Ngày không báo cáo", lambda risk: risk.signs.silent, Kind.NUMBER, 18),
    Column("Minh chứng lặp", lambda risk: risk.signs.odd, Kind.NUMBER, 14),
    Column("Ngày từ lần kiểm tra trước", lambda risk: risk.signs.visited, Kind.NUMBER, 24),
    Column("Lý do", lambda risk: risk.words, width=70),
)


def page(request: HttpRequest, programme_id: int) -> HttpResponseBase:
    shown = programme_for(signed_in(request), programme_id)
    asked = request.GET.get("sap_xep", "")
    order = asked if asked in ORDERS else "diem"
    found = RiskList(shown, order)
    title = "Đơn vị nên kiểm tra"
    if sheet := export_if_asked(request, name=title, columns=_COLUMNS, rows=found, title=title):
        return sheet
    context = {
        "programme": shown,
        "page_obj": NearestPage(found, ON_PAGE).page(request.GET.get("page", 1)),
        "heads": _HEADS,
        "order": order,
    }
    return render(request, "oversight/suggestions.html", context)


@require_POST
def add(request: HttpRequest, programme_id: int, unit_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = programme_for(user, programme_id)
    row = add_suggested(programme_id=shown.pk, unit_id=unit_id, by=user)
    messages.success(request, f"Đã thêm {row.unit} vào chương trình.")
    if request.POST.get("ve") == "goi-y":
        return redirect("oversight:suggestions", shown.pk)
    return redirect("oversight:programme", shown.pk)
