"""How I want to be told, and stopping mails by the link in a mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from congdoan.core.ui.asking import status_of
from congdoan.core.web import signed_in
from congdoan.worklist.forms import ChoiceForm
from congdoan.worklist.queries.devices import devices_of
from congdoan.worklist.queries.mails import bad_mail_of
from congdoan.worklist.services.choices import choice_of, save_choice, stop_mails
from congdoan.worklist.unsubscribing import user_of


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if request.method == "GET":
        has_device = devices_of(user).exists()
        context = {"form": ChoiceForm.of(choice_of(user)), "bad_mail": bad_mail_of(user), "has_device": has_device}
        return render(request, "worklist/choice.html", context)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return render(request, "worklist/choice.html", {"form": form}, status=status_of(form))
    data = form.cleaned_data
    save_choice(
        user=user,
        digest=data["digest"],
        mail_now=data["mail_now"],
        days_before=data["days_before"],
        muted_kinds=form.muted,
        device_muted=form.device_muted,
    )
    messages.success(request, "Đã lưu cách nhận thông báo.")
    return redirect("worklist:notice-choice")


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """From a mail, without signing in: the page asks, the button (or the mail program, RFC 8058) does it."""
    user_id = user_of(token)
    if request.method == "GET":
        return render(request, "worklist/unsubscribe.html", {"stopped": False})
    stop_mails(user_id=user_id)
    return render(request, "worklist/unsubscribe.html", {"stopped": True})
