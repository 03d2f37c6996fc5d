from django.conf import settings
from django.db import models


class DeskVisit(models.Model):
    """When a person was last at the desk. Looking again within half an hour is the same visit."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.seen_at}"
