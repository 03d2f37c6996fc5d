"""Sends the events that wait: each webhook's in order, several webhooks at once, again and again until taken."""

import logging
import secrets
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction

from congdoan.accounts.signin.secrets import box
from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.worklist.in_order import Stop, is_alone, send_in_order
from congdoan.worklist.models import Webhook, WebhookDelivery
from congdoan.worklist.queries.webhooks import MANAGE
from congdoan.worklist.services.items import NewWork, open_work
from congdoan.worklist.services.webhooks import STOPPED
from congdoan.worklist.webhooks.calling import NotTaken, post
from congdoan.worklist.webhooks.signing import signed_headers

TRIED_FOR: Final = timedelta(days=3)
"""After which a webhook that takes nothing is stopped."""
KEPT: Final = timedelta(days=30)
_AT_ONCE: Final = 4
_LONGEST_WAIT: Final = timedelta(hours=1)
_LOCKS: Final = 7_315  # ours among advisory locks; the second number is the webhook
_GONE: Final = 410
_SWEEP_ONCE_IN: Final = 60
_WAITING: Final = WebhookDelivery.State.WAITING
log = logging.getLogger("congdoan.webhooks")


def send_events(should_stop: Stop = lambda: False) -> int:
    """Send what is ready; returns how many events were taken. One that is not taken keeps back those after it."""
    if secrets.randbelow(_SWEEP_ONCE_IN) == 0:
        old = WebhookDelivery.objects.filter(created_at__lt=clock.now() - KEPT)
        old.filter(state=WebhookDelivery.State.DELIVERED).delete()
    return send_in_order(_ready(), _send_first, at_once=_AT_ONCE, should_stop=should_stop)


def _ready() -> list[int]:
    """Webhooks whose oldest waiting event has come to its time."""
    running = WebhookDelivery.objects.filter(
        state=_WAITING, webhook__stopped_at=None, webhook__removed_at=None
    ).order_by("webhook_id", "pk")
    first = running.distinct("webhook_id").values("pk")
    found = WebhookDelivery.objects.filter(pk__in=first, next_try_at__lte=clock.now())
    return list(found.values_list("webhook_id", flat=True))


@transaction.atomic
def _send_first(webhook_id: int) -> bool:
    """Send the oldest waiting event, unless another worker is at this webhook; whether it was taken.

    Who dies while sending leaves it waiting: the receiver then gets it once more, under the same id.
    """
    if not is_alone(_LOCKS, webhook_id):
        return False
    webhook = find(Webhook.objects.select_related("unit").filter(stopped_at=None, removed_at=None), webhook_id)
    delivery = WebhookDelivery.objects.filter(webhook=webhook_id, state=_WAITING).order_by("pk").first()
    if webhook is None or delivery is None or delivery.next_try_at > clock.now():
        return False
    delivery.attempts += 1
    try:
        delivery.answered, delivery.error = _call(webhook, delivery), ""
    except NotTaken as error:
        delivery.answered, delivery.error = None, error.words
    if delivery.answered is not None and 200 <= delivery.answered < 300:
        _taken(webhook, delivery)
        return True
    _not_taken(webhook, delivery)
    return False


def _call(webhook: Webhook, delivery: WebhookDelivery) -> int:
    secret, body = box().decrypt(webhook.secret.encode()).decode(), delivery.body.encode()
    headers = signed_headers(secret, delivery.message_id, int(clock.now().timestamp()), body)
    headers["Content-Type"] = "application/json"
    return post(webhook.url, body, headers, allow_private=settings.WEBHOOK_PRIVATE)


def _taken(webhook: Webhook, delivery: WebhookDelivery) -> None:
    delivery.state, delivery.delivered_at = WebhookDelivery.State.DELIVERED, clock.now()
    delivery.save()
    if webhook.failing_since:
        Webhook.objects.filter(pk=webhook.pk).update(failing_since=None)


def _not_taken(webhook: Webhook, delivery: WebhookDelivery) -> None:
    now = clock.now()
    delivery.next_try_at = now + min(timedelta(minutes=2 ** min(delivery.attempts - 1, 10)), _LONGEST_WAIT)
    delivery.save()
    log.warning("webhook %s did not take an event", webhook.pk, extra={"status": delivery.answered})
    since = webhook.failing_since or now
    if delivery.answered == _GONE or now - since >= TRIED_FOR:
        _stop(webhook, delivery)
    elif webhook.failing_since is None:
        Webhook.objects.filter(pk=webhook.pk).update(failing_since=now)


def _stop(webhook: Webhook, delivery: WebhookDelivery) -> None:
    """It goes on when an administrator has looked at it: it lies on their desk."""
    said = delivery.error or f"máy nhận trả lời {delivery.answered}"
    Webhook.objects.filter(pk=webhook.pk).update(stopped_at=clock.now(), why=f"Không nhận được: {said}"[:300])
    open_work(
        [
            NewWork(
                kind=STOPPED,
                object_id=webhook.pk,
                title=f"Webhook “{webhook}” đã dừng: {said}",
                source="Hệ thống",
                unit_id=webhook.unit_id,
                action=MANAGE,
                due=clock.today(),
            )
        ]
    )
