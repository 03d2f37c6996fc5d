from django.conf import settings
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.documents.models import Citation
from congdoan.plans.models.plan import Plan, Section
from congdoan.plans.models.task import Task


@audited
class Doubt(AuditedModel):
    """A place that the reader was not sure of.

    `choices` is a list of {"label", "effect": {...}}; `suggested` is the number of one of them.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="doubts")
    code = models.CharField(max_length=60)
    message = models.TextField()
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="doubts")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, related_name="doubts")
    citation = models.ForeignKey(Citation, models.SET_NULL, null=True, related_name="doubts")
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    choices = models.JSONField(default=list)
    suggested = models.SmallIntegerField(null=True)
    chosen = models.SmallIntegerField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    order = models.IntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.message[:80]
