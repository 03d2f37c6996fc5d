from django.conf import settings
from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """Something a person is told in the application. `key` keeps the same thing from being told twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=400)
    url = models.CharField(max_length=300)
    key = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)
    business_day = models.DateField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="worklist_notice_once")]
        indexes = [
            models.Index(fields=["user", "-id"]),
            models.Index(fields=["user"], condition=Q(read_at=None), name="worklist_unread"),
        ]

    def __str__(self) -> str:
        return self.text


class NoticeChoice(models.Model):
    """How a person wants to be told. No row means the defaults."""

    class Digest(models.TextChoices):
        NONE = "none", "Không gửi thư"
        DAILY = "daily", "Mỗi ngày làm việc"
        WEEKLY = "weekly", "Thứ Hai hằng tuần"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choice")
    digest = models.CharField("thư tóm tắt", max_length=10, choices=Digest.choices, default=Digest.DAILY)
    mail_now = models.BooleanField("gửi thư ngay khi có việc mới", default=False)
    days_before = models.SmallIntegerField("nhắc trước hạn (ngày làm việc)", default=3)
    muted_kinds = models.JSONField(default=list)
    device_muted = models.JSONField(default=list)
    last_digest_on = models.DateField(null=True)

    def __str__(self) -> str:
        return str(self.user_id)
