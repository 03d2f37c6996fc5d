"""A level of one unit for one period that is not its share of the whole."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.target import TargetPeriod
from congdoan.plans.models.target_part import TargetPart


class OwnLevelQuerySet(ScopedQuerySet["OwnLevel"]):
    path_field = "part__unit__path"


@audited
class OwnLevel(AuditedModel):
    """Set by who gives the unit its part, and why. Never changed: another follows it, or it is undone."""

    part = models.ForeignKey(TargetPart, models.CASCADE, related_name="own_levels", verbose_name="phần chỉ tiêu")
    period = models.ForeignKey(TargetPeriod, models.CASCADE, related_name="own_levels", verbose_name="kỳ")
    value = models.DecimalField("mức riêng", max_digits=18, decimal_places=2)
    reason = models.TextField("lý do")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đặt")
    on = models.DateField("ngày đặt")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người bỏ"
    )
    ended_on = models.DateField("ngày bỏ", null=True, blank=True)

    objects: ClassVar[OwnLevelQuerySet] = OwnLevelQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "mức riêng của kỳ"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["part", "period"], condition=Q(ended_on=None), name="plans_own_level_once"),
            models.CheckConstraint(condition=Q(value__gte=0), name="plans_own_level_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.part}, {self.period}: {self.value}"
