"""The conclusion: written, handed in, given back, signed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.oversight.forms import ConclusionForm, WordsForm
from congdoan.oversight.queries.sight import CONCLUDE, MANAGE, inspection_for
from congdoan.oversight.services import conclude
from congdoan.oversight.services.compose import compose
from congdoan.oversight.views.asking import form_page, page_of


def write(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """The text, composed of what was found until somebody has kept one; `?lap-lai` composes it anew."""
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    kept = "" if "lap-lai" in request.GET else shown.conclusion
    first = {"conclusion": kept or compose(shown), "seen": state_of(shown, conclude.WORDS)}
    form = ConclusionForm(request.POST or None, initial=first)
    if form.is_valid():
        said = form.cleaned_data
        if answered(form, lambda: conclude.save_conclusion(inspection_id=shown.pk, by=user, **said)):
            messages.success(request, "Đã lưu kết luận. Thêm kiến nghị, rồi trình ký.")
            return redirect("oversight:inspection", shown.pk)
        form.has_seen(state_of(inspection_for(user, inspection_id), conclude.WORDS))
    return form_page(
        request, form, title=f"Kết luận kiểm tra {shown.unit}", verb="Lưu kết luận", wide=True, **page_of(shown)
    )


@require_POST
def hand_in_draft(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    conclude.hand_in(inspection_id=inspection_for(user, inspection_id).pk, by=user)
    messages.success(request, "Đã trình ký kết luận.")
    return redirect("oversight:inspection", inspection_id)


def give_back_draft(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, CONCLUDE, shown.programme.unit)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if answered(form, lambda: conclude.give_back(inspection_id=shown.pk, by=user, note=note)):
            messages.success(request, "Đã trả lại người soạn.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title="Trả lại dự thảo kết luận", verb="Trả lại", **page_of(shown))


@require_POST
def issue(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = conclude.issue_conclusion(inspection_id=inspection_for(user, inspection_id).pk, by=user)
    messages.success(request, f"Đã ký kết luận số {shown.symbol}, gửi {shown.unit}.")
    return redirect("oversight:inspection", inspection_id)
