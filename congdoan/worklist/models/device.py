from django.conf import settings
from django.db import models


class PushDevice(models.Model):
    """A browser on which a person allowed notices. Not in the audit: who has the address can bother the person.

    `session` is the sign-in (UserSession) by which it was allowed, `password` a hash that changes with the password,
    `key` names our key that it was allowed for.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="push_devices")
    endpoint = models.CharField("địa chỉ", max_length=500, unique=True)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    words = models.CharField("trình duyệt", max_length=100)
    key = models.CharField(max_length=16)
    session = models.BigIntegerField(null=True)
    password = models.CharField(max_length=64)
    made_at = models.DateTimeField("cho phép lúc", auto_now_add=True)
    last_taken_at = models.DateTimeField("nhận gần nhất", null=True)
    failing_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["session"], name="worklist_device_session")]

    def __str__(self) -> str:
        return self.words


class PushMessage(models.Model):
    """A notice on its way to a device: written with the notice, gone when it was taken.

    `words` where the notice itself says more than may stand on a locked screen.
    """

    device = models.ForeignKey(PushDevice, models.CASCADE, related_name="messages")
    notice = models.ForeignKey("worklist.Notice", models.CASCADE, related_name="+")
    words = models.CharField(max_length=300, blank=True, default="")
    attempts = models.SmallIntegerField(default=0)
    next_try_at = models.DateTimeField(auto_now_add=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["device", "id"], name="worklist_push_of_device")]

    def __str__(self) -> str:
        return f"{self.device}: {self.words or self.notice}"
