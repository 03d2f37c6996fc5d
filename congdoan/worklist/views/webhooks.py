"""Hệ thống: webhooks, what was sent to each, and sending again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congdoan.accounts.again import password_again
from congdoan.accounts.models import User
from congdoan.core.access import require_use
from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.worklist.forms_webhooks import ChangeForm, WebhookForm
from congdoan.worklist.models import Webhook, WebhookDelivery
from congdoan.worklist.queries.webhooks import MANAGE, webhook_for, webhooks_of
from congdoan.worklist.services.webhooks import (
    FACTS,
    NewWebhook,
    change_webhook,
    deliver_again,
    register_webhook,
    remove_webhook,
    renew_secret,
    start_webhook,
    stop_webhook,
)
from congdoan.worklist.webhooks.events import webhook_events

_ON_PAGE = 50


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    require_use(request, MANAGE)
    shown = Paginator(webhooks_of(signed_in(request)), _ON_PAGE).get_page(request.GET.get("page"))
    lines = [(webhook, _words(webhook)) for webhook in shown]
    return render(request, "worklist/webhooks.html", {"page_obj": shown, "lines": lines})


@require_http_methods(["GET", "POST"])
@password_again
def new(request: HttpRequest) -> HttpResponse:
    """The secret is on the page that answers the making, and nowhere afterwards."""
    require_use(request, MANAGE)
    user = signed_in(request)
    form = WebhookForm(request.POST or None, user=user)
    made = _made(user, form) if form.is_valid() else None
    return render(request, "worklist/webhook_new.html", {"form": form, "made": made}, status=status_of(form))


@require_http_methods(["GET", "POST"])
@password_again
def change(request: HttpRequest, webhook_id: int) -> HttpResponse:
    user = signed_in(request)
    webhook = webhook_for(user, webhook_id)
    first = {"name": webhook.name, "url": webhook.url, "events": webhook.told_of, "seen": state_of(webhook, FACTS)}
    form = ChangeForm(request.POST or None, initial=first)
    if form.is_valid():
        if answered(form, lambda: change_webhook(by=user, webhook_id=webhook_id, **form.cleaned_data)):
            messages.success(request, f"Đã sửa “{form.cleaned_data['name']}”.")
            return redirect("webhooks:one", webhook_id)
        form.has_seen(state_of(webhook_for(user, webhook_id), FACTS))
    return render(request, "worklist/webhook_change.html", {"form": form, "webhook": webhook}, status=status_of(form))


@require_http_methods(["GET", "POST"])
@password_again
def new_key(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Asks first; the new secret is on the page that answers, and nowhere afterwards."""
    user = signed_in(request)
    webhook = webhook_for(user, webhook_id)
    made = renew_secret(by=user, webhook_id=webhook_id) if request.method == "POST" else None
    return render(request, "worklist/webhook_key.html", {"webhook": webhook, "made": made})


@require_GET
def one(request: HttpRequest, webhook_id: int) -> HttpResponse:
    webhook = webhook_for(signed_in(request), webhook_id)
    state = request.GET.get("tinh_trang", "")
    state = state if state in WebhookDelivery.State.values else ""
    found = webhook.deliveries.filter(state=state) if state else webhook.deliveries.all()
    context = {
        "webhook": webhook,
        "events": _words(webhook),
        "names": dict(webhook_events.items()),
        "page_obj": Paginator(found, _ON_PAGE).get_page(request.GET.get("page")),
        "states": WebhookDelivery.State.choices,
        "state": state,
    }
    return render(request, "worklist/webhook.html", context)


@require_POST
def again(request: HttpRequest, webhook_id: int, delivery_id: int) -> HttpResponse:
    deliver_again(by=signed_in(request), webhook_id=webhook_id, delivery_id=delivery_id)
    messages.success(request, "Sự kiện sẽ được gửi lại trong một phút.")
    return redirect("webhooks:one", webhook_id)


@require_POST
def stop(request: HttpRequest, webhook_id: int) -> HttpResponse:
    webhook = stop_webhook(by=signed_in(request), webhook_id=webhook_id)
    messages.success(request, f"Đã dừng “{webhook}”. Sự kiện mới không gửi tới đó nữa.")
    return redirect("webhooks:one", webhook_id)


@require_POST
def start(request: HttpRequest, webhook_id: int) -> HttpResponse:
    webhook = start_webhook(by=signed_in(request), webhook_id=webhook_id)
    messages.success(request, f"“{webhook}” gửi tiếp, bắt đầu từ sự kiện đang chờ.")
    return redirect("webhooks:one", webhook_id)


@require_POST
def remove(request: HttpRequest, webhook_id: int) -> HttpResponse:
    webhook = remove_webhook(by=signed_in(request), webhook_id=webhook_id)
    messages.success(request, f"Đã bỏ “{webhook}”.")
    return redirect("webhooks:list")


def _words(webhook: Webhook) -> str:
    return "; ".join(words for event, words in webhook_events.items() if event in webhook.told_of)


def _made(user: User, form: WebhookForm) -> NewWebhook | None:
    return answered(form, lambda: register_webhook(by=user, **form.cleaned_data))
