from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from congdoan.core.models.base import AuditedModel
from congdoan.plans.models.plan import Plan


class DraftChange(AuditedModel):
    """One change that a reviewer made to a draft, kept so that it can be taken back and told to others.

    `rows` has, by model and id, the row before and after: {"task": {"12": [{...} | null, {...} | null]}}.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="draft_changes")
    summary = models.CharField(max_length=300)
    rows = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["plan", "-id"])]

    def __str__(self) -> str:
        return self.summary
