"""Looking back on a plan at mid-term and at its end: dated work of whoever issued it."""

from django.conf import settings
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.plans.models.plan import Plan


class ReviewWhich(models.TextChoices):
    MIDWAY = "midway", "Sơ kết"
    END = "end", "Tổng kết"


@audited
class PlanReview(AuditedModel):
    """One review, due on a day that the kind's rule sets; `opened_on` is when it came onto the desk."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="reviews", verbose_name="văn bản")
    which = models.CharField("lần", max_length=8, choices=ReviewWhich.choices)
    due = models.DateField("hạn")
    opened_on = models.DateField("ngày mở việc", null=True, blank=True)
    held_on = models.DateField("ngày họp", null=True, blank=True)
    findings = models.TextField("kết quả, hạn chế", blank=True)
    next_steps = models.TextField("việc tiếp theo", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ghi"
    )

    class Meta:
        verbose_name = "sơ kết, tổng kết"
        constraints = [models.UniqueConstraint(fields=["plan", "which"], name="plans_review_once")]
        ordering = ["due"]
        indexes = [models.Index(fields=["due"], condition=models.Q(held_on=None), name="plans_review_waiting")]

    def __str__(self) -> str:
        return f"{self.get_which_display()} {self.plan}"
