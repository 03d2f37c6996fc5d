"""What a unit says it did, with figures and evidence, and what became of it."""

from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.plans.models.assignment import Assignment, AssignmentTarget


class ReportState(models.TextChoices):
    DRAFT = "draft", "Bản nháp"
    NOTED = "noted", "Đã ghi"
    TO_CONFIRM = "to_confirm", "Chờ đơn vị xác nhận"
    TO_ACCEPT = "to_accept", "Chờ nghiệm thu"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "accepted", "Đã nghiệm thu"
    WITHDRAWN = "withdrawn", "Đã rút lại"


SENT: tuple[str, ...] = (ReportState.NOTED, ReportState.TO_CONFIRM, ReportState.TO_ACCEPT, ReportState.ACCEPTED)
"""States of a report whose figures count."""


@audited
class ProgressReport(AuditedModel):
    """A report is kept as sent; later ones add to it. `finishes` asks for the result to be confirmed.

    Each person keeps at most one draft for an assignment; sending makes a report of it.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="reports")
    text = models.TextField("việc đã làm")
    finishes = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=ReportState.choices, default=ReportState.NOTED)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    decision_note = models.TextField(blank=True)
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["assignment", "-id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "by"], condition=Q(state="draft"), name="plans_report_draft_once"
            )
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")


class ReportFigure(AuditedModel):
    """The figure reached at the time of the report."""

    report = models.ForeignKey(ProgressReport, models.CASCADE, related_name="figures")
    target = models.ForeignKey(AssignmentTarget, models.CASCADE, related_name="figures")
    value = models.DecimalField(max_digits=18, decimal_places=2)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "target"], name="plans_figure_once")]

    def __str__(self) -> str:
        return f"{self.target}: {self.value}"
