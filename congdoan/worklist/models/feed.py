from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel


@audited
class CalendarFeed(AuditedModel):
    """An address from which a calendar program reads the due days of a person's work, or of a unit's.

    Whoever has the address reads them, as long as the person may see the work and has not taken the address back.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feeds")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit"],
                condition=Q(revoked_at=None),
                nulls_distinct=False,
                name="worklist_feed_once",
            )
        ]

    def __str__(self) -> str:
        return f"Hạn việc của {self.unit}" if self.unit else "Hạn việc của tôi"
