"""The periods of recurring work, each closed as done or missed."""

from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.plans.models.assignment import Assignment


class PeriodState(models.TextChoices):
    OPEN = "open", "Đang thực hiện"
    DONE = "done", "Hoàn thành"
    MISSED = "missed", "Không hoàn thành"
    CANCELLED = "cancelled", "Đã rút"


@audited
class WorkPeriod(AuditedModel):
    """One month, quarter, half year or year of what a unit owes again and again.

    `turns_on` is the day on which the next one takes its place: after its end, and after its due day. `is_last`: none
    has yet.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="periods")
    name = models.CharField("kỳ", max_length=40)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    due = models.DateField("hạn")
    turns_on = models.DateField()
    is_last = models.BooleanField(default=True, db_default=True)
    state = models.CharField("trạng thái", max_length=12, choices=PeriodState.choices, default=PeriodState.OPEN)
    closed_on = models.DateField("ngày đóng", null=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "starts_on"], name="plans_period_once"),
            models.UniqueConstraint(fields=["assignment"], condition=Q(is_last=True), name="plans_period_one_last"),
            models.CheckConstraint(condition=Q(is_last=True) | ~Q(state="open"), name="plans_period_open_is_last"),
        ]
        indexes = [models.Index(fields=["turns_on"], condition=Q(is_last=True), name="plans_period_turning")]

    def __str__(self) -> str:
        return self.name
