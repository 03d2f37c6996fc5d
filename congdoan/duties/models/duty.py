from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet


class Part(models.TextChoices):
    """What a unit has to do with a duty."""

    LEADS = "leads", "Chủ trì"
    COOPERATES = "cooperates", "Phối hợp"
    DECIDES = "decides", "Quyết định"
    TOLD = "told", "Được báo cáo"


M = TypeVar("M", bound=models.Model)


class PeriodQuerySet(ScopedQuerySet[M]):
    def in_force(self, day: date) -> Self:
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))


class DutyQuerySet(PeriodQuerySet["Duty"]):
    path_field = "unit__path"


class DutyShareQuerySet(PeriodQuerySet["DutyShare"]):
    path_field = "duty__unit__path"


@audited
class Duty(AuditedModel):
    """One lasting duty of the organ `unit`; `ends_on` is its last day. `group` is the field of work that it is in."""

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="duties", verbose_name="cơ quan")
    group = models.CharField("lĩnh vực", max_length=200, blank=True)
    number = models.CharField("số", max_length=20, blank=True)
    text = models.CharField("nhiệm vụ", max_length=600)
    source = models.CharField("căn cứ", max_length=250, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)
    order = models.IntegerField(default=0, editable=False)
    folded = models.TextField(editable=False, default="")
    changed_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[DutyQuerySet] = DutyQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "nhiệm vụ thường xuyên"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["unit", "order"], name="duties_duty_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="duties_duty_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text


@audited
class DutyShare(AuditedModel):
    """The part of one unit in a duty for a period; `ends_on` is its last day. One part for a unit at a time."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="shares")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="duty_shares", verbose_name="đơn vị")
    part = models.CharField("vai trò", max_length=12, choices=Part.choices)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)

    objects: ClassVar[DutyShareQuerySet] = DutyShareQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "phân công"
        ordering = ["starts_on", "pk"]
        indexes = [models.Index(fields=["unit", "starts_on"], name="duties_share_of_unit")]
        constraints = [
            models.UniqueConstraint(fields=["duty", "unit", "starts_on"], name="duties_share_once"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="duties_share_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_part_display().lower()}"

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
