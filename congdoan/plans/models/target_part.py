"""What each unit owes of a target, and the figures that it gave for the periods."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.target import MeasuredTarget, TargetPeriod


class TargetPartQuerySet(ScopedQuerySet["TargetPart"]):
    path_field = "unit__path"


@audited
class TargetPart(AuditedModel):
    """The level `value` that a unit must reach. A unit splits its part among units below: then its figure is theirs.

    `path` is the ids of the parts from the whole to itself, "/7/24/"; `weight` counts in a weighted average.
    From `ended_on` on the unit owes no figures any more; those that it gave count.
    """

    target = models.ForeignKey(MeasuredTarget, models.CASCADE, related_name="parts", verbose_name="chỉ tiêu")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="target_parts", verbose_name="đơn vị")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", verbose_name="phần cấp trên")
    path = models.CharField(max_length=200, editable=False, default="")
    depth = models.SmallIntegerField("cấp", default=0, editable=False)
    value = models.DecimalField("mức giao", max_digits=18, decimal_places=2)
    weight = models.DecimalField("trọng số", max_digits=18, decimal_places=2, default=1)
    ended_on = models.DateField("thôi giao từ ngày", null=True, blank=True)

    objects: ClassVar[TargetPartQuerySet] = TargetPartQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "phần chỉ tiêu"
        constraints = [models.UniqueConstraint(fields=["target", "unit"], name="plans_target_part_once")]
        indexes = [
            models.Index(
                fields=["target", "path"], opclasses=["int8_ops", "text_pattern_ops"], name="plans_target_part_path"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} – {self.unit}"


class TargetValueQuerySet(ScopedQuerySet["TargetValue"]):
    path_field = "part__unit__path"


@audited
class TargetValue(AuditedModel):
    """The figure of one unit for one period; none until somebody types it. Corrections stay in the history.

    `reason` is why a figure that looks wrong is right.
    """

    part = models.ForeignKey(TargetPart, models.CASCADE, related_name="values", verbose_name="phần chỉ tiêu")
    period = models.ForeignKey(TargetPeriod, models.CASCADE, related_name="values", verbose_name="kỳ")
    value = models.DecimalField("số liệu", max_digits=18, decimal_places=2, null=True, blank=True)
    note = models.TextField("căn cứ, thuyết minh", blank=True)
    reason = models.TextField("lý do số liệu khác thường", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người nhập"
    )
    at = models.DateTimeField("nhập lúc", null=True)
    revision = models.IntegerField("lần sửa", default=0)
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True, verbose_name="minh chứng")

    objects: ClassVar[TargetValueQuerySet] = TargetValueQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "số liệu chỉ tiêu"
        constraints = [models.UniqueConstraint(fields=["part", "period"], name="plans_target_value_once")]

    def __str__(self) -> str:
        return f"{self.part}, {self.period}"

    def last_step(self) -> str:
        """Who typed the figure and when: "Đỗ Thị Cẩm Tú lúc 09:41 ngày 15/03/2023"."""
        return f"{self.by} lúc {clock.in_words(self.at)}" if self.by and self.at else ""
