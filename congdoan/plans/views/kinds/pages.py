"""Hệ thống: the kinds of papers that carry tasks, and what holds of each from a day on."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.core import clock
from congdoan.core.access import require_use
from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered, status_of
from congdoan.organisation.models import UnitKind
from congdoan.plans.forms_kinds import KindForm
from congdoan.plans.models import PlanKind
from congdoan.plans.services.kinds.set_kind import KIND_FACTS, KindFacts, set_kind

ACTION = "settings.manage"


def kind_list(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    kinds = [(kind, _issuers(kind)) for kind in PlanKind.objects.on(clock.today())]
    return render(request, "plans/kinds/list.html", {"kinds": kinds})


def add_kind(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    return _edit(request, None)


def kind_page(request: HttpRequest, code: str) -> HttpResponse:
    require_use(request, ACTION)
    rows = list(PlanKind.objects.filter(code=code).order_by("-valid_from"))
    if not rows:
        raise NotFound("Không có loại văn bản này.")
    return _edit(request, rows[0], rows)


def _edit(request: HttpRequest, kind: PlanKind | None, rows: list[PlanKind] | None = None) -> HttpResponse:
    form = KindForm(request.POST or None, initial=_initial(kind))
    if request.method == "POST" and form.is_valid() and (kept := _set(form, kind.code if kind else "")):
        messages.success(request, f"Đã ghi loại “{kept.name}”, áp dụng từ {kept.valid_from:%d/%m/%Y}.")
        return redirect("kinds:list")
    context = {"form": form, "kind": kind, "rows": rows or []}
    return render(request, "plans/kinds/kind.html", context, status=status_of(form))


def _set(form: KindForm, code: str) -> PlanKind | None:
    data = dict(form.cleaned_data)  # the form forgets what a service refuses
    facts = cast(KindFacts, form.facts())
    day, seen = data["valid_from"], data["seen"]
    kept = answered(form, lambda: set_kind(code=code, valid_from=day, facts=facts, seen=seen))
    if kept is None:
        form.has_seen(state_of(PlanKind.objects.filter(code=code, valid_from=day).first(), KIND_FACTS))
    return kept


def _initial(kind: PlanKind | None) -> dict[str, Any]:
    if kind is None:
        return {"valid_from": clock.today(), "seen": state_of(None, ())}
    facts = {name: getattr(kind, name) for name in KIND_FACTS}
    return {**facts, "valid_from": kind.valid_from, "seen": state_of(kind, KIND_FACTS)}


def _issuers(kind: PlanKind) -> str:
    return ", ".join(str(UnitKind(one).label) for one in kind.issuers) or "Mọi cấp"
