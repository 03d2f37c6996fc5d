"""Addresses of other systems that are told of what happens, and what they are told."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet


class WebhookQuerySet(ScopedQuerySet["Webhook"]):
    path_field = "unit__path"


@audited
class Webhook(AuditedModel):
    """An address that is told of chosen events at a unit and all under it. `secret` is encrypted, shown once.

    `failing_since` is the first refusal after the last success; too long, and it is stopped with `why`.
    """

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    name = models.CharField("hệ thống nhận", max_length=80)
    url = models.URLField("địa chỉ", max_length=500)
    told_of = models.JSONField("sự kiện", default=list)
    secret = models.TextField(editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người lập")
    made_at = models.DateTimeField("lập lúc", auto_now_add=True)
    failing_since = models.DateTimeField("không nhận từ lúc", null=True)
    stopped_at = models.DateTimeField("dừng lúc", null=True)
    why = models.CharField("vì sao dừng", max_length=300, blank=True, default="")
    removed_at = models.DateTimeField("bỏ lúc", null=True)

    objects: ClassVar[WebhookQuerySet] = WebhookQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "webhook"
        ordering = ["pk"]
        indexes = [models.Index(fields=["unit"], condition=Q(removed_at=None), name="worklist_webhook_of_unit")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_running(self) -> bool:
        return self.stopped_at is None and self.removed_at is None


class WebhookDelivery(models.Model):
    """One event for one address: written in the transaction of the event, sent in order by the worker."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        DELIVERED = "delivered", "Đã nhận"

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    event = models.CharField("sự kiện", max_length=40)
    message_id = models.CharField(max_length=40, unique=True)
    body = models.TextField()
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.SmallIntegerField("số lần gửi", default=0)
    next_try_at = models.DateTimeField(auto_now_add=True)
    answered = models.SmallIntegerField("máy nhận trả lời", null=True)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField("lúc", auto_now_add=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["webhook", "id"], condition=Q(state="waiting"), name="worklist_hook_waiting"),
            models.Index(fields=["webhook", "-id"], name="worklist_hook_listed"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.message_id}"
