"""Tài khoản: the devices on which my notices are shown, and the script by which a browser shows them."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congdoan.accounts.browsers import browser_words
from congdoan.accounts.models import User
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.worklist.forms import DeviceForm
from congdoan.worklist.models import PushDevice
from congdoan.worklist.push.keys import address_mark, public_key
from congdoan.worklist.queries.devices import devices_of
from congdoan.worklist.services.devices import allow_device, stop_device


@require_http_methods(["GET", "POST"])
def devices(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = DeviceForm(request.POST or None)
    if form.is_valid() and _allowed(request, user, form):
        messages.success(request, "Thiết bị này sẽ hiện thông báo, cả khi không mở trang.")
        return redirect("worklist:devices")
    held = [(device, address_mark(device.endpoint)) for device in devices_of(user)]
    context = {"form": form, "held": held, "key": public_key()}
    return render(request, "worklist/devices.html", context, status=status_of(form))


@require_POST
def stop(request: HttpRequest, device_id: int) -> HttpResponse:
    words = stop_device(user=signed_in(request), device_id=device_id)
    messages.success(request, f"{words} thôi nhận thông báo.")
    return redirect("worklist:devices")


@login_not_required
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. Nothing in it is anybody's; browsers fetch it anew when nobody is signed in, too."""
    answer = render(request, "worklist/push_worker.js", content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _allowed(request: HttpRequest, user: User, form: DeviceForm) -> PushDevice | None:
    session = UserSession.objects.filter(user=user, session_key=request.session.session_key).first()
    words = browser_words(request.headers.get("User-Agent", ""))
    given = form.cleaned_data
    return answered(
        form, lambda: allow_device(user=user, words=words, session_id=session.pk if session else None, **given)
    )
