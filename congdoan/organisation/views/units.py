"""The page of a unit: its tree at left, officers, units under it, contacts and history, as of any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.current import current_unit
from congdoan.organisation.exports import CHILDREN, OFFICERS
from congdoan.organisation.kinds import UnitKind
from congdoan.organisation.models import Unit, UnitVersion
from congdoan.organisation.personal import KIND
from congdoan.organisation.queries import unit_page
from congdoan.organisation.queries.tree import children_on, opened_tree
from congdoan.organisation.rights import may, require
from congdoan.organisation.tabs import unit_figures, unit_tabs

_ON_OVERVIEW = 8
_OFFICERS_ON_OVERVIEW = 12
_ON_PAGE = 50


def index(request: HttpRequest) -> HttpResponse:
    """The unit picked in the search above the tree, else the organ that the person works in now."""
    if (picked := whole_number(request.GET.get("don_vi"))) is not None:
        return redirect(reverse("organisation:unit", args=[picked]) + _kept_day(_day(request))["at_day"])
    unit = current_unit(request)
    if unit is None:
        raise NotFound("Tài khoản chưa có chức vụ ở đơn vị nào. Liên hệ quản trị viên.")
    return redirect("organisation:unit", unit.organ_id)


def level(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The next level of the tree, asked for when a line is unfolded."""
    day = _day(request)
    user = signed_in(request)
    unit_page.unit_on(user, unit_id, day)
    groups = children_on(user, unit_id, day)
    context = {"groups": groups, "day": day, "unit_id": unit_id, "shown_id": 0, **_kept_day(day)}
    return render(request, "organisation/_tree_groups.html", context)


def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    look = _look(request, unit_id)
    officers = list(unit_page.officers(look.unit, look.day))
    asked = sorted(unit_figures, key=lambda figure: figure.order)
    figures = [(figure.label, figure.value(look.user, look.unit, look.day)) for figure in asked]
    own = unit_page.own_figures(look.unit, look.day)
    return look.page(
        "overview",
        figures=[*own, *((label, value) for label, value in figures if value is not None)],
        officers=officers[:_OFFICERS_ON_OVERVIEW],
        officer_count=len(officers),
        children=list(unit_page.children(look.unit, look.day)[:_ON_OVERVIEW]),
        timeline=unit_page.timeline(look.unit, _ON_OVERVIEW),
    )


def people(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    look, former = _look(request, unit_id), "ca" in request.GET
    rows = unit_page.officers(look.unit, look.day, former=former)
    sheet = look.sheet(f"Cán bộ {look.unit}", OFFICERS, rows, personal=KIND)
    return sheet or look.page("people", officers=list(rows), former=former)


def below(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    look, kind = _look(request, unit_id), request.GET.get("loai", "")
    rows = unit_page.children(look.unit, look.day)
    if kind:
        rows = rows.filter(kind=kind)
    if sheet := look.sheet(f"Đơn vị trực thuộc {look.unit}", CHILDREN, rows):
        return sheet
    page = Paginator(rows, _ON_PAGE).get_page(request.GET.get("page"))
    return look.page("below", page_obj=page, kinds=UnitKind.choices, kind=kind)


def history(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Every change of the unit's row: who, when, from where, old and new."""
    look = _look(request, unit_id)
    require(look.user, "audit.view", look.unit)
    return look.page("history", history=history_of(look.unit))


@dataclass(frozen=True, slots=True)
class _Look:
    """Somebody looks at a unit as it was on a day."""

    request: HttpRequest
    user: User
    unit: Unit
    version: UnitVersion
    day: date

    def sheet(
        self, title: str, columns: Sequence[Column], rows: QuerySet[Any], *, personal: str = ""
    ) -> HttpResponseBase | None:
        """The rows as a file, when the address asks for one; `personal` is the kind of records that they hold."""
        return export_if_asked(
            self.request,
            name=title,
            columns=columns,
            rows=rows,
            title=title,
            filter_text=f"Ngày {self.day:%d/%m/%Y}",
            personal=personal,
            unit=self.unit.pk,
        )

    def page(self, tab: str, **content: Any) -> HttpResponse:
        return render(self.request, f"organisation/unit_{tab}.html", {**self._frame(), "tab": tab, **content})

    def _frame(self) -> dict[str, Any]:
        """What every tab of a unit shows around its content."""
        tree = opened_tree(self.user, self.version.path, self.day)
        allowed = (tab for tab in unit_tabs if not tab.action or may(self.user, tab.action, self.unit))
        tabs = sorted(allowed, key=lambda tab: tab.order)
        return {
            "unit": self.unit,
            "version": self.version,
            "day": self.day,
            "day_is_today": self.day == clock.today(),
            **_kept_day(self.day),
            "tree": tree.roots,
            "crumbs": tree.above,
            "child_count": tree.children,
            "shown_id": self.unit.pk,
            "may_audit": may(self.user, "audit.view", self.unit),
            "may_manage": may(self.user, "units.manage", self.unit),
            "may_manage_people": may(self.user, "people.manage", self.unit),
            "other_tabs": [(tab.label, tab.url(self.unit), tab.count(self.user, self.unit)) for tab in tabs],
        }


def _look(request: HttpRequest, unit_id: int) -> _Look:
    user, day = signed_in(request), _day(request)
    unit, version = unit_page.unit_on(user, unit_id, day)
    return _Look(request, user, unit, version, day)


def _day(request: HttpRequest) -> date:
    return unit_page.day_asked(request.GET.get("ngay", ""))


def _kept_day(day: date) -> dict[str, str]:
    """What keeps a past day in the links of the page: to begin the query of an address with, and to go on with."""
    kept = "" if day == clock.today() else f"ngay={day:%d/%m/%Y}"
    return {"at_day": kept and f"?{kept}", "and_day": kept and f"&{kept}"}
