"""Bảng phân công: the matrix of an organ on a day, what is wrong in it, how much each unit has."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in, whole_number
from congdoan.duties.models import Duty
from congdoan.duties.queries.flaws import flaws_on, loads_on
from congdoan.duties.queries.matrix import columns_on, duties_on, grouped, groups_on, rows_of, with_shares
from congdoan.duties.queries.sight import organ_for
from congdoan.duties.services.duties import MANAGE
from congdoan.duties.sheet import EXPORT, FLAWS, LOADS
from congdoan.organisation.current import current_unit
from congdoan.organisation.models import Unit
from congdoan.organisation.queries.unit_page import day_asked
from congdoan.organisation.rights import may

_ON_PAGE = 100


def index(request: HttpRequest) -> HttpResponse:
    """The matrix of the organ that the person works in now."""
    unit = current_unit(request)
    if unit is None:
        raise NotFound("Tài khoản chưa có chức vụ ở đơn vị nào. Liên hệ quản trị viên.")
    return redirect("duties:matrix", unit.organ_id)


def matrix(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    organ, day = organ_for(signed_in(request), unit_id), day_asked(request.GET.get("ngay", ""))
    units, group = columns_on(organ, day), request.GET.get("linh_vuc", "")
    words, unit = request.GET.get("q", ""), whole_number(request.GET.get("don_vi"))
    found = duties_on(organ, day, words=words, group=group, unit=unit)
    if sheet := _sheet(request, organ, day, EXPORT, rows_of(with_shares(found, day), units)):
        return sheet
    page = NearestPage(with_shares(found, day), _ON_PAGE).page(request.GET.get("page", 1))
    context = {
        "page_obj": page,
        "matrix": grouped(rows_of(page, units)),
        "units": units,
        "groups": groups_on(organ, day),
        "group": group,
        "words": words,
        "picked": unit,
        "is_filtered": bool(words or group or unit),
    }
    return _page(request, organ, day, "matrix", context)


def flaws(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    organ, day = organ_for(signed_in(request), unit_id), day_asked(request.GET.get("ngay", ""))
    found = flaws_on(organ, day)
    if sheet := _sheet(request, organ, day, FLAWS, found):
        return sheet
    overlaps = [flaw for flaw in found if flaw.kind == "overlap"]
    gaps = [flaw for flaw in found if flaw.kind == "gap"]
    return _page(request, organ, day, "flaws", {"overlaps": overlaps, "gaps": gaps})


def loads(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    organ, day = organ_for(signed_in(request), unit_id), day_asked(request.GET.get("ngay", ""))
    found = loads_on(organ, day)
    if sheet := _sheet(request, organ, day, LOADS, found):
        return sheet
    return _page(request, organ, day, "loads", {"loads": found})


def _sheet(
    request: HttpRequest, organ: Unit, day: date, columns: Sequence[Column], rows: Iterable[Any]
) -> HttpResponseBase | None:
    title = f"Phân công nhiệm vụ {organ}"
    words = f"Ngày {day:%d/%m/%Y}"
    return export_if_asked(request, name=title, columns=columns, rows=rows, title=title, filter_text=words)


def _page(request: HttpRequest, organ: Unit, day: date, tab: str, context: dict[str, Any]) -> HttpResponse:
    frame = {
        "organ": organ,
        "day": day,
        "day_is_today": day == clock.today(),
        "at_day": "" if day == clock.today() else f"?ngay={day:%d/%m/%Y}",
        "tab": tab,
        "may_manage": may(signed_in(request), MANAGE, organ),
        "there_are": Duty.objects.filter(unit=organ).in_force(day).exists(),
    }
    return render(request, f"duties/{tab}.html", frame | context)
