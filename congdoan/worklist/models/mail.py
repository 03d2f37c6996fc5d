from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q


class OutgoingMail(models.Model):
    """The durable outbox: written in the transaction that causes it, sent in order by the worker."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        SENT = "sent", "Đã gửi"
        FAILED = "failed", "Không gửi được"
        RETURNED = "returned", "Bị trả lại"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.SmallIntegerField(default=0)
    next_try_at = models.DateTimeField(auto_now_add=True)
    error = models.CharField(max_length=400, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    first_tried_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    bad_address = models.BooleanField(default=False)
    sets_password = models.BooleanField(default=False)
    """It carries a link that sets the password of `user`, which is made when it is sent and kept nowhere."""

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="waiting"), name="worklist_mail_waiting"),
            models.Index(
                fields=["-failed_at", "-id"], condition=Q(state__in=["failed", "returned"]), name="worklist_mail_failed"
            ),
        ]

    def __str__(self) -> str:
        return self.subject


NOT_ARRIVED: Final = (OutgoingMail.State.FAILED, OutgoingMail.State.RETURNED)
"""Refused, given up or sent back: nobody has read it."""


class MailTrouble(models.Model):
    """What keeps all mails from going out, while it lasts; at most one row."""

    class Kind(models.TextChoices):
        AWAY = "away", "Không tới được máy chủ thư"
        NOT_LET_IN = "not_let_in", "Máy chủ thư không nhận thư của Công đoàn số"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.CharField(max_length=400)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return self.words
