"""What a plan orders: tasks, who leads and cooperates, targets."""

from textwrap import shorten
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.models import UnitKind
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan, Section


class Recurrence(models.TextChoices):
    YEARLY = "yearly", "Hằng năm"
    HALF_YEARLY = "half_yearly", "6 tháng một lần"
    QUARTERLY = "quarterly", "Hằng quý"
    MONTHLY = "monthly", "Hằng tháng"
    ONGOING = "ongoing", "Thường xuyên"


class RollUp(models.TextChoices):
    """When a unit's own work for a task of the superior is enough to report that task as done."""

    ALL = "all", "Tất cả phần việc bên dưới xong"
    LEAST = "least", "Một số phần việc bên dưới xong"
    SHARE = "share", "Một tỷ lệ phần việc bên dưới xong"
    SUM = "sum", "Tổng con số bên dưới đạt mức phải đạt"


class PartyRole(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    COOPERATING = "cooperating", "Phối hợp"


class TaskQuerySet(ScopedQuerySet["Task"]):
    path_field = "plan__unit__path"


@audited
class Task(AuditedModel):
    """One piece of ordered work. `start`/`end` are offsets of its words in the text that was read.

    `carries_out` is the superior's task that the plan's unit does by this one; `after` the task of the same paper that
    must be done before it. `roll_up` says when the work that a unit
    gave on for this task is enough: `roll_up_least` is how many parts, or how many in a hundred; a sum is enough when
    it is what the unit itself must reach.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="tasks")
    order = models.IntegerField()
    number = models.CharField("mục", max_length=40, blank=True)
    title = models.CharField("tên việc", max_length=300)
    text = models.TextField("nội dung")
    due_text = models.CharField("hạn như văn bản ghi", max_length=200, blank=True)
    due = models.DateField("hạn", null=True, blank=True)
    due_from_plan = models.BooleanField(default=False)
    recurrence = models.CharField("lặp lại", max_length=12, choices=Recurrence.choices, blank=True)
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    competence = models.CharField("thẩm quyền", max_length=200, blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    page = models.SmallIntegerField(null=True)
    revision = models.IntegerField(default=1)
    withdrawn_on = models.DateField(null=True, blank=True)
    carries_out = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="local_tasks",
        verbose_name="nhiệm vụ cấp trên",
        db_index=False,
    )
    after = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="followers",
        verbose_name="làm sau khi xong",
        db_index=False,
    )
    roll_up = models.CharField(
        "cách tổng hợp", max_length=8, choices=RollUp.choices, default=RollUp.ALL, db_default=RollUp.ALL
    )
    roll_up_least = models.SmallIntegerField("mức", null=True, blank=True)
    folded = models.TextField(editable=False, default="")

    objects: ClassVar[TaskQuerySet] = TaskQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = ["order"]
        indexes = [
            models.Index(fields=["plan", "order"]),
            models.Index(
                fields=["carries_out", "plan"], condition=Q(carries_out__isnull=False), name="plans_task_local"
            ),
            models.Index(fields=["after"], condition=Q(after__isnull=False), name="plans_task_after"),
            GinIndex(SearchVector("folded", config="simple"), name="plans_task_words"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_due_before_first(self) -> bool:
        """Due earlier than the task that must be done before it: one of the two days is wrong, or the order is."""
        first = self.after
        return bool(first and first.withdrawn_on is None and self.due and first.due and self.due < first.due)

    @property
    def roll_up_words(self) -> str:
        """The rule as a person reads it: "80% phần việc bên dưới xong"."""
        least = {RollUp.LEAST.value: f"{self.roll_up_least}", RollUp.SHARE.value: f"{self.roll_up_least}%"}
        if self.roll_up in least:
            return f"{least[self.roll_up]} phần việc bên dưới xong"
        return str(RollUp(self.roll_up).label)


@audited
class TaskParty(AuditedModel):
    """Who leads or cooperates: one unit, or all units of kind `audience` under the plan's unit.

    `printed` is how the paper writes it; a party without unit and audience is not matched yet.
    """

    class Match(models.TextChoices):
        EXACT = "exact", "Đúng tên"
        ALIAS = "alias", "Tên gọi khác đã xác nhận"
        ABBREVIATION = "abbreviation", "Chữ viết tắt"
        HABIT = "habit", "Theo những lần trước"
        CHOSEN = "chosen", "Người rà soát chọn"
        NONE = "none", "Chưa rõ đơn vị"

    task = models.ForeignKey(Task, models.CASCADE, related_name="parties")
    role = models.CharField(max_length=12, choices=PartyRole.choices)
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.CharField(max_length=20, choices=UnitKind.choices, blank=True)
    printed = models.CharField(max_length=250, blank=True)
    match = models.CharField(max_length=12, choices=Match.choices, default=Match.NONE)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    order = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ["role", "order", "pk"]

    def __str__(self) -> str:
        return str(self.unit) if self.unit else (self.get_audience_display() or self.printed)


@audited
class Target(AuditedModel):
    """A figure to reach, of the plan or of one task: `value` in `unit_text` ("%", "thủ tục")."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, related_name="targets")
    task = models.ForeignKey(Task, models.CASCADE, null=True, related_name="targets")
    text = models.TextField("chỉ tiêu")
    value = models.DecimalField("mức", max_digits=18, decimal_places=2, null=True)
    unit_text = models.CharField("đơn vị tính", max_length=60, blank=True)
    order = models.IntegerField(default=0)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")
