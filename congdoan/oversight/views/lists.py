"""Kiểm tra: inspections, and programmes."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import may_anywhere
from congdoan.oversight.models import InspectionState, ProgrammeState
from congdoan.oversight.queries import lists
from congdoan.oversight.queries.sight import MANAGE

ON_PAGE = 20
_INSPECTIONS = (
    Column("Đơn vị được kiểm tra", lambda one: one.unit.name, width=44),
    Column("Chương trình", lambda one: one.programme.name, width=50),
    Column("Từ ngày", lambda one: one.starts_on, Kind.DATE, 12),
    Column("Đến hết ngày", lambda one: one.ends_on, Kind.DATE, 12),
    Column("Trưởng đoàn", lambda one: str(one.lead or ""), width=26),
    Column("Lý do chọn", lambda one: one.reason, width=50),
    Column("Trạng thái", lambda one: one.get_state_display(), width=20),
    Column("Kết luận số", lambda one: one.symbol, width=18),
    Column("Ngày kết luận", lambda one: one.concluded_on, Kind.DATE, 12),
    Column("Kiến nghị", lambda one: one.asked, Kind.NUMBER, 10),
    Column("Đã khắc phục", lambda one: one.kept, Kind.NUMBER, 12),
)
_PROGRAMMES = (
    Column("Chương trình", lambda one: one.name, width=60),
    Column("Đơn vị kiểm tra", lambda one: one.unit.name, width=40),
    Column("Từ ngày", lambda one: one.starts_on, Kind.DATE, 12),
    Column("Đến hết ngày", lambda one: one.ends_on, Kind.DATE, 12),
    Column("Số đơn vị", lambda one: one.units, Kind.NUMBER, 10),
    Column("Đã kết luận", lambda one: one.done, Kind.NUMBER, 12),
    Column("Trạng thái", lambda one: one.get_state_display(), width=20),
)


def inspection_list(request: HttpRequest) -> HttpResponseBase:
    asked, unit = request.GET.get("trang_thai", ""), whole_number(request.GET.get("don_vi"))
    states = [("open", "Chưa xong"), (lists.REMEDIES_LATE, "Khắc phục quá hạn"), *InspectionState.choices]
    state = asked if asked in dict(states) else ""
    found = lists.inspections(signed_in(request), words=request.GET.get("q", ""), state=state, unit=unit)
    return _page(request, "inspections", found, _INSPECTIONS, "Cuộc kiểm tra", states, {"unit": unit})


def programme_list(request: HttpRequest) -> HttpResponseBase:
    asked = request.GET.get("trang_thai", "")
    state = asked if asked in ProgrammeState.values else ""
    found = lists.programmes(signed_in(request), words=request.GET.get("q", ""), state=state)
    return _page(request, "programmes", found, _PROGRAMMES, "Chương trình kiểm tra", ProgrammeState.choices, {})


def _page(
    request: HttpRequest,
    tab: str,
    found: "QuerySet[Any]",
    columns: tuple[Column, ...],
    title: str,
    states: list[tuple[str, str]],
    more: dict[str, Any],
) -> HttpResponseBase:
    if sheet := export_if_asked(request, name=title, columns=columns, rows=found, title=title):
        return sheet
    context = {
        "tab": tab,
        "title": title,
        "page_obj": NearestPage(found, ON_PAGE).page(request.GET.get("page", 1)),
        "states": states,
        "words": request.GET.get("q", ""),
        "picked": request.GET.get("trang_thai", ""),
        "is_filtered": any(request.GET.get(name) for name in ("q", "trang_thai", "don_vi")),
        "manages": may_anywhere(signed_in(request), MANAGE),
    }
    return render(request, f"oversight/{tab}.html", context | more)
