"""What a committee is going to inspect in a period, and the questions that it asks."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.organisation.scoping import ScopedQuerySet


class ChecklistQuerySet(ScopedQuerySet["Checklist"]):
    path_field = "unit__path"


class AnswerKind(models.TextChoices):
    YES_NO = "yes_no", "Có / Không"
    TEXT = "text", "Lời văn"
    NUMBER = "number", "Số"


@audited
class Checklist(AuditedModel):
    """Questions of the committee `unit`. An inspection gets a copy, so changing them changes no inspection."""

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị soạn")
    name = models.CharField("tên bảng kiểm tra", max_length=200)
    is_used = models.BooleanField("đang dùng", default=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)
    items = models.JSONField("câu hỏi", default=list)

    objects: ClassVar[ChecklistQuerySet] = ChecklistQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "bảng kiểm tra"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class ProgrammeState(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    RUNNING = "running", "Đang thực hiện"
    CLOSED = "closed", "Đã kết thúc"


class ProgrammeQuerySet(ScopedQuerySet["Programme"]):
    path_field = "unit__path"


@audited
class Programme(AuditedModel, HasState):
    """The inspections that `unit`, a committee or an organ, makes from `starts_on` up to and including `ends_on`."""

    TRANSITIONS = {
        ProgrammeState.DRAFT: (ProgrammeState.SUBMITTED,),
        ProgrammeState.SUBMITTED: (ProgrammeState.DRAFT, ProgrammeState.APPROVED),
        ProgrammeState.APPROVED: (ProgrammeState.RUNNING, ProgrammeState.CLOSED),
        ProgrammeState.RUNNING: (ProgrammeState.CLOSED,),
    }

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị kiểm tra")
    name = models.CharField("tên chương trình", max_length=250)
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    state = models.CharField("trạng thái", max_length=10, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người soạn"
    )
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    approved_on = models.DateField("ngày duyệt", null=True, blank=True)

    objects: ClassVar[ProgrammeQuerySet] = ProgrammeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "chương trình kiểm tra"
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["unit", "-starts_on"], name="oversight_programme_of_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="oversight_programme_period")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_editable(self) -> bool:
        return self.state == ProgrammeState.DRAFT

    @property
    def gives_notice(self) -> bool:
        return self.state in (ProgrammeState.APPROVED, ProgrammeState.RUNNING)

    def last_step(self) -> str:
        step = self.steps.select_related("by").first()
        return f"{step.by}, {step.get_after_display().lower()}, {step.when}" if step else ""


class ProgrammeStep(AuditedModel):
    """One transition of a programme. Never changed."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="steps", verbose_name="chương trình")
    after = models.CharField("trạng thái", max_length=10, choices=ProgrammeState.choices)
    note = models.TextField("nội dung", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người làm")
    on = models.DateField("ngày")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "bước của chương trình kiểm tra"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_after_display()}, {self.on:%d/%m/%Y}"

    @property
    def when(self) -> str:
        """When it was written down, which may be after `on`: "09:41 ngày 15/03/2023"."""
        return clock.in_words(self.at)
