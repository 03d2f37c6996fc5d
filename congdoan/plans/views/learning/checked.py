"""How often which stage of reading is corrected, the corrections, and one paper with its own."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from congdoan.core.access import require_use
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.web import signed_in
from congdoan.plans.exports.case import case_name, write_case
from congdoan.plans.exports.learning import CORRECTIONS, FIGURES
from congdoan.plans.filters_learning import CheckedFilter, CorrectionFilter
from congdoan.plans.queries.checked.figures import by_month, by_stage, by_type, cells
from congdoan.plans.queries.checked.papers import (
    ACTION,
    checked_reading,
    checked_readings,
    corrections,
    with_figures,
)
from congdoan.plans.queries.plans import visible_plans

_ON_PAGE = 20


def overview(request: HttpRequest) -> HttpResponseBase:
    require_use(request, ACTION)
    chosen = CheckedFilter(request.GET, queryset=checked_readings(signed_in(request)))
    found = cells(chosen.qs)
    name, title = "Cho-sua-ban-doc", "Tỷ lệ sửa bản đọc theo khâu"
    sheet = export_if_asked(request, name=name, columns=FIGURES, rows=found, title=title)
    if sheet is not None:
        return sheet
    context = {
        "filter": chosen,
        "is_filtered": _is_filtered(request, chosen),
        "stages": by_stage(found),
        "types": by_type(found),
        "months": by_month(found),
        "page_obj": Paginator(with_figures(chosen.qs), _ON_PAGE).get_page(request.GET.get("page")),
        "narrowed": request.GET.urlencode(),
    }
    return render(request, "plans/learning/overview.html", context)


def correction_list(request: HttpRequest) -> HttpResponseBase:
    require_use(request, ACTION)
    chosen = CorrectionFilter(request.GET, queryset=corrections(signed_in(request)))
    name, title = "Cac-cho-da-sua", "Các chỗ đã sửa trong bản đọc"
    sheet = export_if_asked(request, name=name, columns=CORRECTIONS, rows=chosen.qs, title=title)
    if sheet is not None:
        return sheet
    context = {
        "filter": chosen,
        "is_filtered": _is_filtered(request, chosen),
        "page_obj": Paginator(chosen.qs, _ON_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "plans/learning/corrections.html", context)


def paper(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    checked = checked_reading(user, plan_id)
    context = {
        "checked": checked,
        "stages": checked.stages.filter(values__gt=0),
        "corrections": checked.corrections.select_related("by"),
        "may_open": visible_plans(user).filter(pk=plan_id).exists(),
    }
    return render(request, "plans/learning/paper.html", context)


def case(request: HttpRequest, plan_id: int) -> FileResponse:
    """The paper with its right answers, to be measured against."""
    checked = checked_reading(signed_in(request), plan_id)
    name = f"{case_name(checked)}.zip"
    return FileResponse(write_case(checked), as_attachment=True, filename=name, content_type="application/zip")


def _is_filtered(request: HttpRequest, chosen: CheckedFilter | CorrectionFilter) -> bool:
    return any(request.GET.get(name) for name in chosen.filters)
