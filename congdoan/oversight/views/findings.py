"""What was found, and what the unit says to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import again, answered, offer
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.oversight.forms import ExplainByForm, ExplanationForm, FindingForm
from congdoan.oversight.models import Finding, Inspection
from congdoan.oversight.queries.page import inspection_page
from congdoan.oversight.queries.reach import assignments_at
from congdoan.oversight.queries.sight import EXPLAIN, MANAGE, inspection_for
from congdoan.oversight.rules import EXPLAIN_DAYS, day_by
from congdoan.oversight.services import findings
from congdoan.oversight.views.asking import form_page, page_of
from congdoan.oversight.views.inspection import finding_context


def add(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user, shown = _inspector(request, inspection_id)
    form = _form(request, shown)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        if answered(form, lambda: findings.add_finding(inspection_id=shown.pk, by=user, **said)):
            messages.success(request, "Đã ghi phát hiện. Đơn vị thấy khi gửi.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title="Ghi phát hiện", verb="Ghi phát hiện", **page_of(shown))


def change(request: HttpRequest, inspection_id: int, finding_id: int) -> HttpResponse:
    user, shown = _inspector(request, inspection_id)
    found = _finding(shown, finding_id)
    form = _form(request, shown, found)
    if form.is_valid():
        said = form.cleaned_data | {"inspection_id": shown.pk, "finding_id": found.pk}
        if answered(form, lambda: findings.change_finding(by=user, **said)):
            return redirect("oversight:inspection", shown.pk)
        form.has_seen(state_of(_finding(shown, finding_id), findings.FACTS))
    return form_page(request, form, title=f"Sửa phát hiện {found.order}", verb="Lưu", **page_of(shown))


@require_POST
def remove(request: HttpRequest, inspection_id: int, finding_id: int) -> HttpResponse:
    user, shown = _inspector(request, inspection_id)
    findings.remove_finding(inspection_id=shown.pk, finding_id=finding_id, by=user)
    messages.success(request, "Đã xóa phát hiện.")
    return redirect("oversight:inspection", shown.pk)


def send(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """The unit is asked to explain by a day; the day is not asked for where nothing was lacking."""
    user, shown = _inspector(request, inspection_id)
    form = ExplainByForm(request.POST or None, initial={"explain_by": day_by(EXPLAIN_DAYS, clock.today())})
    if not any(one.needs_explanation for one in shown.findings.all()):
        form.fields["explain_by"].required = False
    if form.is_valid():
        day = form.cleaned_data["explain_by"]
        if answered(form, lambda: findings.send_findings(inspection_id=shown.pk, by=user, explain_by=day)):
            messages.success(request, f"Đã kết thúc kiểm tra tại {shown.unit}.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title="Kết thúc kiểm tra, gửi phát hiện", verb="Gửi phát hiện", **page_of(shown))


@require_POST
def explain_one(request: HttpRequest, inspection_id: int, finding_id: int) -> HttpResponse:
    """Kept as it is left; without scripts the whole page comes anew."""
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, EXPLAIN, shown.unit)
    found = _finding_of_unit(shown, user, finding_id)
    form = ExplanationForm(request.POST, request.FILES, auto_id=f"f{finding_id}_%s")
    if form.is_valid():
        seen = form.cleaned_data["seen"] or "none"
        said = form.cleaned_data | {"inspection_id": shown.pk, "finding_id": found.pk, "seen": seen}
        if answered(form, lambda: findings.explain(by=user, **said)) is not None:
            if not request.htmx:  # type: ignore[attr-defined]
                return redirect("oversight:inspection", shown.pk)
            one = finding_context(shown, _finding(shown, finding_id), True, True)
            page = inspection_page(shown, user)
            context = {"inspection": shown, "one": one, "kept": True, "page": page}
            return render(request, "oversight/_explained.html", context)
    form.has_seen(findings.state_of_explanation(_finding(shown, finding_id)))
    if request.htmx:  # type: ignore[attr-defined]
        one = finding_context(shown, _finding(shown, finding_id), True, True) | {"form": form}
        return render(request, "oversight/_finding.html", {"inspection": shown, "one": one}, status=422)
    return again(request, form, title=f"Giải trình phát hiện {found.order}", verb="Lưu", **page_of(shown))


@require_POST
def send_words(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = findings.send_explanation(inspection_id=inspection_for(user, inspection_id).pk, by=user)
    messages.success(request, f"Đã gửi giải trình đến {shown.programme.unit}.")
    return redirect("oversight:inspection", inspection_id)


@require_POST
def go_on(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user, shown = _inspector(request, inspection_id)
    findings.go_on_without(inspection_id=shown.pk, by=user)
    messages.success(request, "Soạn kết luận không chờ giải trình nữa.")
    return redirect("oversight:inspection", shown.pk)


def _inspector(request: HttpRequest, inspection_id: int) -> tuple[User, Inspection]:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    return user, shown


def _form(request: HttpRequest, shown: Inspection, found: Finding | None = None) -> FindingForm:
    first: dict[str, Any] = {name: getattr(found, name) for name in findings.FACTS} if found else {}
    first["seen"] = state_of(found, findings.FACTS) if found else ""
    sent = request.method == "POST"
    form = FindingForm(request.POST if sent else None, request.FILES if sent else None, initial=first)
    offer(form, "assignment", assignments_at(shown.unit))
    return form


def _finding(shown: Inspection, finding_id: int) -> Finding:
    found = find(shown.findings, finding_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có phát hiện này, hoặc phát hiện đã bị xóa.")
    return found


def _finding_of_unit(shown: Inspection, user: User, finding_id: int) -> Finding:
    """One that the unit knows of already."""
    if not any(one.pk == finding_id for one in inspection_page(shown, user).findings):
        raise NotFound("Cuộc kiểm tra không có phát hiện này, hoặc chưa gửi cho đơn vị.")
    return _finding(shown, finding_id)
