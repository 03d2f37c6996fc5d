"""Webhooks: registered by an administrator, changed, stopped, started, removed; events are written down for them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from congdoan.accounts.models import User
from congdoan.accounts.signin.secrets import box
from congdoan.core import clock
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.worklist.models import Webhook, WebhookDelivery
from congdoan.worklist.queries.webhooks import MANAGE, webhooks_of
from congdoan.worklist.services.items import close_work
from congdoan.worklist.webhooks.calling import fault_of
from congdoan.worklist.webhooks.events import webhook_events
from congdoan.worklist.webhooks.signing import new_message_id, new_secret

STOPPED: Final = "worklist.webhook"
MOST_OF_UNIT: Final = 20
FACTS: Final = ("name", "url", "told_of")


@dataclass(frozen=True, slots=True)
class NewWebhook:
    """`secret` is what the receiver checks signatures with; it cannot be shown again."""

    webhook: Webhook
    secret: str


@transaction.atomic
def register_webhook(*, by: User, unit: Unit, name: str, url: str, events: Sequence[str]) -> NewWebhook:
    """Tell `url` of these events at `unit` and under it from now on.

    Raises NotAllowed unless `by` administers the unit, Invalid for an address that is not called or an unknown event.
    """
    require(by, MANAGE, unit)
    _check(url, events)
    Unit.objects.select_for_update().get(pk=unit.pk)
    if Webhook.objects.filter(unit=unit, removed_at=None).count() >= MOST_OF_UNIT:
        raise Invalid(f"{unit} đã có {MOST_OF_UNIT} webhook. Bỏ webhook không dùng nữa trước.")
    webhook = Webhook(unit=unit, name=normalise(name), url=url, told_of=sorted(set(events)), made_by=by)
    return _with_secret(webhook)


@transaction.atomic
def change_webhook(*, by: User, webhook_id: int, name: str, url: str, events: Sequence[str], seen: str = "") -> Webhook:
    """Another name, address or choice of events; what waits goes to the new address.

    Raises Conflict unless it is as `seen`, Invalid for an address that is not called or an unknown event.
    """
    webhook = _locked(by, webhook_id)
    require_unchanged(webhook, seen, FACTS, "webhook")
    _check(url, events)
    if url != webhook.url and not webhook.stopped_at:
        webhook.failing_since = None
        webhook.deliveries.filter(state=WebhookDelivery.State.WAITING).update(next_try_at=clock.now())
    webhook.name, webhook.url, webhook.told_of = normalise(name), url, sorted(set(events))
    webhook.save(update_fields=[*FACTS, "failing_since"])
    return webhook


@transaction.atomic
def renew_secret(*, by: User, webhook_id: int) -> NewWebhook:
    """Sign with another secret from now on, also what waits; the one before is good for nothing."""
    return _with_secret(_locked(by, webhook_id))


def _check(url: str, events: Sequence[str]) -> None:
    if fault := fault_of(url, allow_private=settings.WEBHOOK_PRIVATE):
        raise Invalid(fault, field="url")
    if not events or set(events) - {name for name, _ in webhook_events.items()}:
        raise Invalid("Chọn ít nhất một sự kiện.", field="events")


def _with_secret(webhook: Webhook) -> NewWebhook:
    secret = new_secret()
    webhook.secret = box().encrypt(secret.encode()).decode()
    webhook.save()
    return NewWebhook(webhook, secret)


def announce(event: str, *, paths: Iterable[str], about: Mapping[str, Any]) -> int:
    """Write the event down for every webhook at a unit on one of the paths; in the transaction of what happened.

    `about` names things by their ids: what they say is read through the programming interface, with a right to it.
    """
    above = {int(part) for path in paths for part in path.split("/") if part}
    told = Webhook.objects.filter(unit__in=above, told_of__contains=[event], stopped_at=None, removed_at=None)
    body = json.dumps({"type": event, "timestamp": clock.now().isoformat(), "data": dict(about)}, ensure_ascii=False)
    deliveries = [
        WebhookDelivery(webhook_id=pk, event=event, message_id=new_message_id(), body=body)
        for pk in told.values_list("pk", flat=True)
    ]
    return len(WebhookDelivery.objects.bulk_create(deliveries))


def is_awaited(event: str) -> bool:
    """Whether anybody wants to be told: spares the question what to tell."""
    return Webhook.objects.filter(told_of__contains=[event], stopped_at=None, removed_at=None).exists()


@transaction.atomic
def stop_webhook(*, by: User, webhook_id: int) -> Webhook:
    """What happens from now on is not written down for it; what waits, waits."""
    webhook = _locked(by, webhook_id)
    if webhook.stopped_at:
        raise Conflict(f"Webhook “{webhook}” đã dừng.")
    webhook.stopped_at, webhook.why = clock.now(), f"{by} dừng"
    webhook.save(update_fields=["stopped_at", "why"])
    return webhook


@transaction.atomic
def start_webhook(*, by: User, webhook_id: int) -> Webhook:
    """Go on: what waits is sent first, in its order."""
    webhook = _locked(by, webhook_id)
    if not webhook.stopped_at:
        raise Conflict(f"Webhook “{webhook}” đang gửi.")
    webhook.stopped_at, webhook.failing_since, webhook.why = None, None, ""
    webhook.save(update_fields=["stopped_at", "failing_since", "why"])
    webhook.deliveries.filter(state=WebhookDelivery.State.WAITING).update(next_try_at=clock.now())
    close_work(STOPPED, [webhook.pk])
    return webhook


@transaction.atomic
def remove_webhook(*, by: User, webhook_id: int) -> Webhook:
    """Nothing more is sent; what was sent stays in the list of the audit."""
    webhook = _locked(by, webhook_id)
    webhook.removed_at = clock.now()
    webhook.save(update_fields=["removed_at"])
    close_work(STOPPED, [webhook.pk], cancelled=True)
    return webhook


@transaction.atomic
def deliver_again(*, by: User, webhook_id: int, delivery_id: int) -> WebhookDelivery:
    """Send one event again, under the same id; one that waits is tried at once."""
    webhook = _locked(by, webhook_id)
    delivery = find(webhook.deliveries.select_for_update(), delivery_id)
    if delivery is None:
        raise NotFound("Không có lần gửi này.")
    delivery.state, delivery.next_try_at = WebhookDelivery.State.WAITING, clock.now()
    delivery.save(update_fields=["state", "next_try_at"])
    return delivery


def _locked(by: User, webhook_id: int) -> Webhook:
    seen = webhooks_of(by).filter(pk=webhook_id).order_by().values_list("pk", flat=True)
    found = Webhook.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=list(seen)).first()
    if found is None:
        raise NotFound("Không có webhook này, hoặc webhook của đơn vị khác.")
    return found
