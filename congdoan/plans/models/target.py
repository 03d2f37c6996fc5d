"""A target that is measured: what, in which unit, from which base, in which periods, and how units' figures combine."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan
from congdoan.plans.models.task import Target, Task


class Measure(models.TextChoices):
    NUMBER = "number", "Số lượng"
    PERCENT = "percent", "Tỷ lệ %"
    PEOPLE = "people", "Số người"
    MONEY = "money", "Số tiền (đồng)"


class Direction(models.TextChoices):
    HIGHER = "higher", "Càng cao càng tốt"
    LOWER = "lower", "Càng thấp càng tốt"


class Counting(models.TextChoices):
    """What the figure of a period says, and so how figures of several periods make one."""

    WITHIN = "within", "Phát sinh trong kỳ, cộng các kỳ lại"
    RUNNING = "running", "Lũy kế từ đầu, chỉ tăng"
    STANDING = "standing", "Hiện trạng cuối kỳ"


class Combining(models.TextChoices):
    """How the figures of the units below make that of the unit above."""

    SUM = "sum", "Cộng"
    AVERAGE = "average", "Trung bình cộng"
    WEIGHTED = "weighted", "Trung bình có trọng số"
    LATEST = "latest", "Số nhập gần nhất"


class Periodicity(models.TextChoices):
    """Values are those of `core.periods`."""

    QUARTERLY = "quarterly", "Hằng quý"
    HALF_YEARLY = "half_yearly", "6 tháng một lần"
    YEARLY = "yearly", "Hằng năm"


class MeasuredTargetQuerySet(ScopedQuerySet["MeasuredTarget"]):
    path_field = "plan__unit__path"


@audited
class MeasuredTarget(AuditedModel):
    """`value` is to be reached by `ends_on`; `base_value` is how it stood in `base_year`.

    `stated` are the words of the paper from which it comes. `source` names where units' figures come from, see
    `queries.targets.sources`. `revision` rises with each change.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="measured", verbose_name="kế hoạch")
    task = models.ForeignKey(
        Task, models.SET_NULL, null=True, blank=True, related_name="measured", verbose_name="nhiệm vụ"
    )
    stated = models.ForeignKey(
        Target, models.SET_NULL, null=True, blank=True, related_name="measured", verbose_name="chỉ tiêu trong văn bản"
    )
    name = models.CharField("tên chỉ tiêu", max_length=300)
    measure = models.CharField("loại số", max_length=10, choices=Measure.choices, default=Measure.NUMBER)
    unit_text = models.CharField("đơn vị tính", max_length=60, blank=True)
    direction = models.CharField("chiều", max_length=10, choices=Direction.choices, default=Direction.HIGHER)
    counting = models.CharField("số của một kỳ là", max_length=10, choices=Counting.choices, default=Counting.WITHIN)
    combining = models.CharField(
        "tổng hợp từ đơn vị dưới", max_length=10, choices=Combining.choices, default=Combining.SUM
    )
    periodicity = models.CharField("kỳ", max_length=12, choices=Periodicity.choices, default=Periodicity.QUARTERLY)
    source = models.CharField("nguồn số liệu", max_length=20, default="typed")
    value = models.DecimalField("mức phải đạt", max_digits=18, decimal_places=2)
    base_value = models.DecimalField("số gốc", max_digits=18, decimal_places=2, null=True, blank=True)
    base_year = models.SmallIntegerField("năm gốc", null=True, blank=True)
    starts_on = models.DateField("đo từ ngày")
    ends_on = models.DateField("đến hết ngày")
    days_to_enter = models.SmallIntegerField("số ngày để nhập sau khi hết kỳ", default=10)
    order = models.SmallIntegerField("thứ tự", default=0)
    revision = models.IntegerField("lần sửa", default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người sửa"
    )
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)

    objects: ClassVar[MeasuredTargetQuerySet] = MeasuredTargetQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "chỉ tiêu"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stated"], condition=Q(stated__isnull=False), name="plans_target_stated_once"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=models.F("starts_on")), name="plans_target_has_days"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def unit_words(self) -> str:
        """The unit as it stands after a figure."""
        usual = {Measure.PERCENT.value: "%", Measure.PEOPLE.value: "người", Measure.MONEY.value: "đồng"}
        return self.unit_text or usual.get(self.measure, "")

    @property
    def is_whole(self) -> bool:
        """People and money have no fractions."""
        return self.measure in (Measure.PEOPLE, Measure.MONEY)

    @property
    def adds_up(self) -> bool:
        """The parts of the units make the whole, so that splitting has a remainder."""
        return self.combining == Combining.SUM


@audited
class TargetPeriod(AuditedModel):
    """One quarter, half year or year of a target. `share` is how much of the level is due in it, in percent.

    Where the figure runs on or stands, `share` counts from the beginning. A closed period takes no figures.
    """

    target = models.ForeignKey(MeasuredTarget, models.CASCADE, related_name="periods", verbose_name="chỉ tiêu")
    name = models.CharField("kỳ", max_length=40)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    due = models.DateField("hạn nhập")
    share = models.DecimalField("phần của mức phải đạt (%)", max_digits=7, decimal_places=2, default=0)
    closed_on = models.DateField("ngày khóa", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người khóa"
    )

    class Meta:
        verbose_name = "kỳ của chỉ tiêu"
        ordering = ["starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["target", "starts_on"], name="plans_target_period_once"),
        ]
        indexes = [
            models.Index(fields=["ends_on"], condition=Q(closed_on=None), name="plans_target_period_open"),
        ]

    def __str__(self) -> str:
        return self.name
