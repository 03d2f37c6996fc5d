"""Báo cáo: those to write, those asked for, forms."""

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
from congdoan.reporting.models import FormState, ReportState, RequestState
from congdoan.reporting.queries import lists
from congdoan.reporting.queries.sight import own_organs
from congdoan.reporting.services.lookup import ASK

_ON_PAGE = 20
_REPORTS = (
    Column("Báo cáo", lambda report: report.request.form.name, width=60),
    Column("Kỳ", lambda report: report.request.name, width=20),
    Column("Đơn vị lập", lambda report: report.unit.name, width=40),
    Column("Đơn vị yêu cầu", lambda report: report.request.unit.name, width=40),
    Column("Hạn gửi", lambda report: report.request.due, Kind.DATE, 12),
    Column("Trạng thái", lambda report: report.get_state_display(), width=16),
    Column("Ngày gửi", lambda report: report.sent_on, Kind.DATE, 12),
)
_REQUESTS = (
    Column("Báo cáo", lambda asked: asked.form.name, width=60),
    Column("Kỳ", lambda asked: asked.name, width=20),
    Column("Đơn vị yêu cầu", lambda asked: asked.unit.name, width=40),
    Column("Chốt số liệu", lambda asked: asked.ends_on, Kind.DATE, 12),
    Column("Hạn gửi", lambda asked: asked.due, Kind.DATE, 12),
    Column("Đơn vị được yêu cầu", lambda asked: asked.asked, Kind.NUMBER, 14),
    Column("Đã gửi", lambda asked: asked.sent, Kind.NUMBER, 10),
    Column("Trạng thái", lambda asked: asked.get_state_display(), width=20),
)
_FORMS = (
    Column("Mẫu báo cáo", lambda form: form.name, width=60),
    Column("Phiên bản", lambda form: form.version, Kind.NUMBER, 10),
    Column("Đơn vị ban hành", lambda form: form.unit.name, width=40),
    Column("Kỳ báo cáo", lambda form: form.get_every_display(), width=24),
    Column("Đơn vị lập", lambda form: form.get_filled_by_display(), width=30),
    Column("Trạng thái", lambda form: form.get_state_display(), width=16),
)


def report_list(request: HttpRequest) -> HttpResponseBase:
    words, state = request.GET.get("q", ""), request.GET.get("trang_thai", "")
    state = state if state in (*ReportState.values, "late") else ""
    unit = whole_number(request.GET.get("don_vi"))
    found = lists.reports(signed_in(request), words=words, state=state, unit=unit)
    states = [("late", "Quá hạn"), *ReportState.choices]
    return _page(request, "reports", found, _REPORTS, "Báo cáo phải lập", states, {"unit": unit})


def request_list(request: HttpRequest) -> HttpResponseBase:
    words, state = request.GET.get("q", ""), request.GET.get("trang_thai", "")
    found = lists.requests(signed_in(request), words=words, state=state if state in RequestState.values else "")
    return _page(request, "requests", found, _REQUESTS, "Báo cáo đã yêu cầu", RequestState.choices, {})


def form_list(request: HttpRequest) -> HttpResponseBase:
    words, state = request.GET.get("q", ""), request.GET.get("trang_thai", "")
    found = lists.forms(signed_in(request), words=words, state=state if state in FormState.values else "")
    return _page(request, "forms", found, _FORMS, "Mẫu báo cáo", FormState.choices, {})


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
        "page_obj": NearestPage(found, _ON_PAGE).page(request.GET.get("page", 1)),
        "states": states,
        "words": request.GET.get("q", ""),
        "picked": request.GET.get("trang_thai", ""),
        "is_filtered": any(request.GET.get(name) for name in ("q", "trang_thai", "don_vi")),
        "own": own_organs(signed_in(request)),
        "may_ask": may_anywhere(signed_in(request), ASK),
    }
    return render(request, f"reporting/{tab}.html", context | more)
