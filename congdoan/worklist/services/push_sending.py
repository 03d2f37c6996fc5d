"""Sends notices to devices: each one's in order, several devices at once, for a day; later nobody needs them."""

import logging
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.worklist.in_order import Stop, is_alone, send_in_order
from congdoan.worklist.models import PushDevice, PushMessage
from congdoan.worklist.push.keys import authorization
from congdoan.worklist.push.sealing import body_of, sealed
from congdoan.worklist.queries.devices import is_in_force, is_still_for
from congdoan.worklist.webhooks.calling import NotTaken, post

KEPT: Final = timedelta(days=1)
TRIED_FOR: Final = timedelta(days=14)
"""After which a device that takes nothing is forgotten."""
_AT_ONCE: Final = 8
_LONGEST_WAIT: Final = timedelta(minutes=30)
_LOCKS: Final = 7_316  # ours among advisory locks; the second number is the device
_GONE: Final = (404, 410)
_NEVER: Final = (400, 413)
_SHOWN: Final = 300
log = logging.getLogger("congdoan.push")


def send_pushes(should_stop: Stop = lambda: False) -> int:
    """Send what is ready; returns how many were taken. One that is not taken keeps back those after it."""
    PushMessage.objects.filter(created_at__lt=clock.now() - KEPT).delete()
    return send_in_order(_ready(), _send_first, at_once=_AT_ONCE, should_stop=should_stop)


def _ready() -> list[int]:
    """Devices whose oldest waiting notice has come to its time."""
    first = PushMessage.objects.order_by("device_id", "pk").distinct("device_id").values("pk")
    found = PushMessage.objects.filter(pk__in=first, next_try_at__lte=clock.now())
    return list(found.values_list("device_id", flat=True))


@transaction.atomic
def _send_first(device_id: int) -> bool:
    """Send the oldest that is still the person's to see, unless another worker is at the device; whether it was taken.

    Who dies while sending leaves it waiting: the device shows it in the place of the one it has.
    """
    if not is_alone(_LOCKS, device_id):
        return False
    device = find(PushDevice.objects.select_related("user"), device_id)
    if device is None or not is_in_force(device):
        PushDevice.objects.filter(pk=device_id).delete()
        return False
    message = _first_of(device)
    if message is None or message.next_try_at > clock.now():
        return False
    try:
        answered = _call(device, message)
    except NotTaken:
        answered = None
    if answered is not None and 200 <= answered < 300:
        PushMessage.objects.filter(pk=message.pk).delete()
        PushDevice.objects.filter(pk=device.pk).update(last_taken_at=clock.now(), failing_since=None)
        return True
    _not_taken(device, message, answered)
    return False


def _first_of(device: PushDevice) -> PushMessage | None:
    for message in device.messages.select_related("notice").order_by("pk"):
        if is_still_for(message.notice, clock.today()):
            return message
        PushMessage.objects.filter(pk=message.pk).delete()
    return None


def _call(device: PushDevice, message: PushMessage) -> int:
    words = message.words or message.notice.text
    body = body_of(words[:_SHOWN], reverse("worklist:notice", args=[message.notice_id]))
    headers = {
        "Authorization": authorization(device.endpoint),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(KEPT.total_seconds())),
        "Urgency": "normal",
    }
    content = sealed(body, p256dh=device.p256dh, auth=device.auth)
    return post(device.endpoint, content, headers, allow_private=settings.WEBHOOK_PRIVATE)


def _not_taken(device: PushDevice, message: PushMessage, answered: int | None) -> None:
    now = clock.now()
    since = device.failing_since or now
    log.warning("a notice was not taken for device %s", device.pk, extra={"status": answered})
    if answered in _GONE or now - since >= TRIED_FOR:
        PushDevice.objects.filter(pk=device.pk).delete()
        return
    waiting = PushMessage.objects.filter(pk=message.pk)
    if answered in _NEVER:
        waiting.delete()
    else:
        wait = min(timedelta(minutes=2 ** min(message.attempts, 10)), _LONGEST_WAIT)
        waiting.update(attempts=message.attempts + 1, next_try_at=now + wait)
    PushDevice.objects.filter(pk=device.pk).update(failing_since=since)
