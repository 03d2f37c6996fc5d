"""A report form as data: sections, and in them texts, figures, tables and checks."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.core.text import fold
from congdoan.organisation.kinds import UnitKind
from congdoan.organisation.scoping import ScopedQuerySet


class Every(models.TextChoices):
    """How often a form is asked for."""

    MONTHLY = "monthly", "Hằng tháng"
    QUARTERLY = "quarterly", "Hằng quý"
    HALF_YEARLY = "half_yearly", "6 tháng một lần"
    YEARLY = "yearly", "Hằng năm"
    ONCE = "once", "Một lần, theo thời gian của yêu cầu"


class FormState(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    READY = "ready", "Đang dùng"
    OLD = "old", "Bản cũ"
    RETIRED = "retired", "Ngừng dùng"


class FormQuerySet(ScopedQuerySet["ReportForm"]):
    path_field = "unit__path"

    def current(self) -> Self:
        """Not the older versions."""
        return self.exclude(state=FormState.OLD)


@audited
class ReportForm(AuditedModel, HasState):
    """A form of the organ `unit`, for units of kind `filled_by`.

    A form that a report was asked by is never changed: its changes are the next `version`, of the same `root` (the
    first version; None in that itself). `due_days` are working days after the data are closed. `answers` is the first
    version of the superior's form whose answer is composed of what is reported by this one.
    """

    TRANSITIONS = {
        FormState.DRAFT: (FormState.READY,),
        FormState.READY: (FormState.OLD, FormState.RETIRED),
        FormState.RETIRED: (FormState.READY,),
    }

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị ban hành mẫu")
    name = models.CharField("tên báo cáo", max_length=250)
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    every = models.CharField("kỳ báo cáo", max_length=12, choices=Every.choices, default=Every.QUARTERLY)
    filled_by = models.CharField("đơn vị lập báo cáo", max_length=20, choices=UnitKind.choices)
    due_days = models.SmallIntegerField("hạn gửi, số ngày làm việc sau ngày chốt số liệu", default=3)
    state = models.CharField("trạng thái", max_length=8, choices=FormState.choices, default=FormState.DRAFT)
    version = models.SmallIntegerField("phiên bản", default=1)
    root = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="versions", verbose_name="bản đầu"
    )
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tổng hợp cho mẫu của cấp trên"
    )
    last_code = models.SmallIntegerField("số hiệu đã cấp", default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)
    folded = models.TextField("tên bỏ dấu", editable=False, default="")

    objects: ClassVar[FormQuerySet] = FormQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "mẫu báo cáo"
        ordering = ["name", "-version"]
        indexes = [models.Index(fields=["unit", "state"], name="reporting_form_of_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["root"], condition=Q(state="draft", root__isnull=False), name="reporting_one_draft"
            ),
            models.UniqueConstraint(
                fields=["root"], condition=Q(state="ready", root__isnull=False), name="reporting_one_ready"
            ),
            models.CheckConstraint(condition=Q(due_days__gte=0), name="reporting_form_due_days"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)

    @property
    def root_pk(self) -> int:
        return self.root_id or self.pk

    @property
    def is_editable(self) -> bool:
        return self.state == FormState.DRAFT


@audited
class FormSection(AuditedModel):
    """A part of a form."""

    form = models.ForeignKey(ReportForm, models.CASCADE, related_name="sections", verbose_name="mẫu")
    title = models.CharField("tên phần", max_length=250)
    order = models.IntegerField("thứ tự")

    class Meta:
        verbose_name = "phần của mẫu báo cáo"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class ItemKind(models.TextChoices):
    TEXT = "text", "Lời văn"
    FIGURE = "figure", "Số liệu"
    TABLE = "table", "Bảng"
    CHECK = "check", "Phép kiểm tra"


class Combine(models.TextChoices):
    """How the superior makes one figure of those of the units below."""

    SUM = "sum", "Cộng"
    AVERAGE = "average", "Lấy bình quân"
    LATEST = "latest", "Lấy số gửi sau cùng"


class Reach(models.TextChoices):
    """Whose records a source counts for the unit that writes the report."""

    OWN = "own", "Cơ quan đơn vị, gồm các ban"
    BELOW = "below", "Đơn vị và mọi đơn vị cấp dưới"


@audited
class FormItem(AuditedModel):
    """One thing to fill in, or a check. `code` (C1, C2 …) is its name in formulas and stays in later versions.

    `source` names what fills it by itself, and `reach` whose records count there; `formula` what it follows from, of a
    check it is what must hold. `columns` are the heads of a table.
    """

    section = models.ForeignKey(FormSection, models.CASCADE, related_name="items", verbose_name="phần")
    form = models.ForeignKey(ReportForm, models.CASCADE, related_name="items", verbose_name="mẫu")
    kind = models.CharField("loại", max_length=8, choices=ItemKind.choices)
    code = models.CharField("ký hiệu", max_length=8)
    label = models.CharField("nội dung", max_length=300)
    help = models.CharField("hướng dẫn", max_length=300, blank=True)
    unit_text = models.CharField("đơn vị tính", max_length=40, blank=True)
    source = models.CharField("lấy từ", max_length=60, blank=True)
    reach = models.CharField("tính cho", max_length=8, choices=Reach.choices, default=Reach.OWN, db_default=Reach.OWN)
    formula = models.CharField("công thức", max_length=500, blank=True)
    columns = models.JSONField("các cột", default=list, blank=True)
    least = models.DecimalField("không nhỏ hơn", max_digits=18, decimal_places=2, null=True, blank=True)
    most = models.DecimalField("không lớn hơn", max_digits=18, decimal_places=2, null=True, blank=True)
    required = models.BooleanField("bắt buộc", default=True)
    combine = models.CharField("cách tổng hợp", max_length=8, choices=Combine.choices, default=Combine.SUM)
    order = models.IntegerField("thứ tự")

    class Meta:
        verbose_name = "nội dung của mẫu báo cáo"
        ordering = ["section__order", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["form", "code"], name="reporting_code_once"),
            models.CheckConstraint(
                condition=Q(least=None) | Q(most=None) | Q(least__lte=F("most")), name="reporting_item_limits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"

    @property
    def reaches_below(self) -> bool:
        """Whether its source counts the records of units below too."""
        return bool(self.source) and self.reach == Reach.BELOW

    @property
    def is_filled(self) -> bool:
        """Whether a report keeps a value for it."""
        return self.kind != ItemKind.CHECK and not (self.kind == ItemKind.FIGURE and self.formula)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.form_id = self.section.form_id
        super().save(*args, **kwargs)
