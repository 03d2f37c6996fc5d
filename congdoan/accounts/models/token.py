"""What lets a program of a person in, and what was answered to it."""

from django.db import models

from congdoan.accounts.models.user import User
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel


@audited
class ApiToken(AuditedModel):
    """A token of the programming interface. The token itself is kept nowhere: `digest` is its SHA-256, `prefix` how it
    begins.

    It gives what the person may do when it is used, as far as that is among `scopes` (actions) and, where `unit` is
    named, under that unit.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens", verbose_name="người lập")
    name = models.CharField("dùng cho", max_length=80)
    prefix = models.CharField("đầu mã", max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField("quyền", default=list)
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chỉ trong đơn vị"
    )
    made_at = models.DateTimeField("lập lúc", auto_now_add=True)
    expires_at = models.DateTimeField("hết hạn lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="người thu hồi")

    class Meta:
        verbose_name = "mã truy cập"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class TokenUse(models.Model):
    """When a token was last used, to the minute, and from where; apart, for each use would be a line of its history."""

    token = models.OneToOneField(ApiToken, models.CASCADE, primary_key=True, related_name="last_use")
    at = models.DateTimeField()
    address = models.CharField("địa chỉ mạng", max_length=45)

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M}"


class AnsweredCall(models.Model):
    """What was answered to a call that changed something, kept a day: the same call again gets the same answer.

    `key` is the caller's own (Idempotency-Key), `digest` of what the caller asked. `status` 0: still being done.
    """

    token = models.ForeignKey(ApiToken, models.CASCADE, related_name="answered")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.SmallIntegerField(default=0)
    body = models.TextField(default="")
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="accounts_call_once")]

    def __str__(self) -> str:
        return self.key
