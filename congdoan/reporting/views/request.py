"""A request: the report that those of the units below make, who has sent, one item of all of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may
from congdoan.reporting.exports.figures import figure_columns, figure_rows
from congdoan.reporting.models import Every, FormItem, ItemKind, ReportRequest, ReportState
from congdoan.reporting.queries.compose import combined, not_sent, standing
from congdoan.reporting.queries.item_page import item_of_request, reports_of, values_of
from congdoan.reporting.queries.onward import answer_of, may_compose
from congdoan.reporting.queries.sight import own_organs, request_for
from congdoan.reporting.services import follow_up
from congdoan.reporting.services.lookup import ASK, FILL, SIGN

_ON_PAGE = 50
_NAMED = 30
"""How many units that have not sent are named on the page of the whole."""
_UNITS = (
    Column("Đơn vị", lambda report: report.unit.name, width=44),
    Column("Trạng thái", lambda report: report.get_state_display(), width=16),
    Column("Lần đã gửi", lambda report: report.sent_version, Kind.NUMBER, 10),
    Column("Ngày gửi", lambda report: report.sent_on, Kind.DATE, 12),
    Column("Người ký", lambda report: report.signer, width=28),
)


def page(request: HttpRequest, request_id: int) -> HttpResponseBase:
    asked = request_for(signed_in(request), request_id)
    title = f"Số liệu {asked}"
    rows = figure_rows(asked) if "xuat" in request.GET else ()
    sheet = export_if_asked(request, name=title, columns=figure_columns(asked), rows=rows, title=title)
    if sheet:
        return sheet
    missing = not_sent(asked)
    context = {
        "combined": combined(asked),
        "others": asked.form.items.filter(kind__in=[ItemKind.TEXT, ItemKind.TABLE]).select_related("section"),
        "missing": missing[:_NAMED],
        "missing_more": max(len(missing) - _NAMED, 0),
    }
    return _page(request, asked, "whole", context)


def units(request: HttpRequest, request_id: int) -> HttpResponseBase:
    asked = request_for(signed_in(request), request_id)
    words, state = request.GET.get("q", ""), request.GET.get("trang_thai", "")
    found = reports_of(asked, words=words, state=state if state in (*ReportState.values, "missing") else "")
    title = f"Tình hình gửi {asked}"
    if sheet := export_if_asked(request, name=title, columns=_UNITS, rows=found, title=title):
        return sheet
    context = {
        "page_obj": NearestPage(found, _ON_PAGE).page(request.GET.get("page", 1)),
        "words": words,
        "picked": state,
        "states": [("missing", "Chưa gửi lần nào"), *ReportState.choices],
        "is_filtered": bool(words or state),
    }
    return _page(request, asked, "units", context)


def item(request: HttpRequest, request_id: int, item_id: int) -> HttpResponseBase:
    asked = request_for(signed_in(request), request_id)
    shown = item_of_request(asked, item_id)
    found = values_of(asked, shown)
    title = f"{shown.label}, {asked}"
    if sheet := export_if_asked(request, name=shown.label, columns=_columns(shown), rows=found, title=title):
        return sheet
    context = {"item": shown, "page_obj": NearestPage(found, _ON_PAGE).page(request.GET.get("page", 1))}
    return _page(request, asked, "item", context)


@require_POST
def urge_all(request: HttpRequest, request_id: int) -> HttpResponse:
    count = follow_up.urge(request_id=_seen(request, request_id), by=signed_in(request))
    messages.success(request, f"Đã đôn đốc {count} đơn vị chưa gửi.")
    return redirect("reporting:request", request_id)


@require_POST
def close(request: HttpRequest, request_id: int) -> HttpResponse:
    follow_up.close_request(request_id=_seen(request, request_id), by=signed_in(request))
    messages.success(request, "Đã khóa kỳ. Không gửi hay đính chính báo cáo kỳ này được nữa; có thể mở lại.")
    return redirect("reporting:request", request_id)


@require_POST
def reopen(request: HttpRequest, request_id: int) -> HttpResponse:
    follow_up.reopen_request(request_id=_seen(request, request_id), by=signed_in(request))
    messages.success(request, "Đã mở lại kỳ.")
    return redirect("reporting:request", request_id)


@require_POST
def recurring(request: HttpRequest, request_id: int) -> HttpResponse:
    recurs = request.POST.get("do") != "stop"
    follow_up.set_recurring(request_id=_seen(request, request_id), by=signed_in(request), recurs=recurs)
    messages.success(request, "Kỳ sau sẽ tự mở." if recurs else "Kỳ sau không tự mở nữa.")
    return redirect("reporting:request", request_id)


def _seen(request: HttpRequest, request_id: int) -> int:
    return request_for(signed_in(request), request_id).pk


def _columns(shown: FormItem) -> list[Column]:
    columns = [Column("Đơn vị", lambda value: value.report.unit.name, width=44)]
    match shown.kind:
        case ItemKind.FIGURE:
            columns.append(Column(shown.label, lambda value: value.figure, Kind.NUMBER, 16))
            columns.append(Column("Số liệu hệ thống", lambda value: value.source_figure, Kind.NUMBER, 16))
            columns.append(Column("Lý do nhập khác", lambda value: value.note, width=40))
        case ItemKind.TEXT:
            columns.append(Column(shown.label, lambda value: value.text, width=100))
        case _:
            columns.append(Column(shown.label, _lines, width=100))
    return columns


def _lines(value: object) -> str:
    rows: list[list[str]] = getattr(value, "rows", [])
    return "\n".join("; ".join(row) for row in rows)


def _page(request: HttpRequest, asked: ReportRequest, tab: str, context: dict[str, object]) -> HttpResponse:
    manages = may(signed_in(request), ASK, asked.unit)
    now = standing(asked)
    answer = answer_of(asked)
    own = own_organs(signed_in(request))
    frame = {
        "answer": answer if answer is not None and may(signed_in(request), FILL, asked.unit) else None,
        "may_compose": answer is not None and may_compose(signed_in(request), answer),
        "own": own,
        "papers": asked.papers.all(),
        "may_issue": asked.unit_id in own and now.sent > 0 and may(signed_in(request), SIGN, asked.unit),
        "asked": asked,
        "tab": tab,
        "standing": now,
        "state": f"request_{asked.state}",
        "may_manage": manages,
        "may_urge": manages and asked.is_open and now.waiting > 0,
        "recurs_possible": asked.form.every != Every.ONCE,
    }
    return render(request, f"reporting/request_{tab}.html", frame | context)
