"""A unit's report for a period, its values, and who did what with it."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.reporting.models.form import FormItem
from congdoan.reporting.models.request import ReportRequest

LONGEST_TEXT: Final = 20_000
MOST_LINES: Final = 200
"""Lines of a table."""


class ReportState(models.TextChoices):
    DRAFT = "draft", "Đang lập"
    TO_SIGN = "to_sign", "Chờ ký gửi"
    SENT = "sent", "Đã gửi"


class ReportQuerySet(ScopedQuerySet["Report"]):
    path_field = "unit__path"


@audited
class Report(AuditedModel, HasState):
    """One unit's report. `version` is the one being written; the superior reads `sent_version` (None: none was sent).

    A correction after sending is written as the next version; the values of those sent stay.
    """

    TRANSITIONS = {
        ReportState.DRAFT: (ReportState.TO_SIGN, ReportState.SENT),
        ReportState.TO_SIGN: (ReportState.DRAFT, ReportState.SENT),
        ReportState.SENT: (ReportState.DRAFT,),
    }

    request = models.ForeignKey(ReportRequest, models.PROTECT, related_name="reports", verbose_name="yêu cầu")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị")
    state = models.CharField("trạng thái", max_length=8, choices=ReportState.choices, default=ReportState.DRAFT)
    version = models.SmallIntegerField("lần", default=1)
    sent_version = models.SmallIntegerField("lần đã gửi", null=True, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    first_sent_on = models.DateField("ngày gửi lần đầu", null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True, default="", db_default="")

    objects: ClassVar[ReportQuerySet] = ReportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "báo cáo"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "unit"], name="reporting_report_once"),
            models.CheckConstraint(
                condition=Q(sent_version=None) | Q(sent_version__lte=F("version")), name="reporting_report_versions"
            ),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="reporting_report_of_unit")]

    def __str__(self) -> str:
        return f"{self.request} – {self.unit}"

    def last_step(self) -> str:
        step = self.steps.select_related("by").first()
        return f"{step.by}, {step.get_kind_display().lower()}, {step.when}" if step else ""


@audited
class ReportValue(AuditedModel):
    """What a version of a report says for an item.

    `source_figure`, `source_text`: what the office's own records say; `is_own` that somebody typed something else, and
    `note` why. `rows` are the lines of a table, each as many cells as it has columns. `composed_from` is the request to
    units below whose reports say it, until somebody types something else.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="values", verbose_name="báo cáo")
    item = models.ForeignKey(FormItem, models.PROTECT, related_name="+", verbose_name="nội dung")
    version = models.SmallIntegerField("lần")
    figure = models.DecimalField("số liệu", max_digits=18, decimal_places=2, null=True, blank=True)
    text = models.TextField("lời văn", blank=True, default="", db_default="")
    rows = models.JSONField("các dòng", default=list, db_default=[], blank=True)
    source_figure = models.DecimalField("số liệu hệ thống", max_digits=18, decimal_places=2, null=True, blank=True)
    source_text = models.TextField("lời văn hệ thống", blank=True, default="", db_default="")
    is_own = models.BooleanField("tự nhập", default=False, db_default=False)
    note = models.CharField("lý do", max_length=300, blank=True, default="", db_default="")
    composed_from = models.ForeignKey(
        ReportRequest, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tổng hợp từ yêu cầu"
    )

    class Meta:
        verbose_name = "giá trị trong báo cáo"
        constraints = [models.UniqueConstraint(fields=["report", "item", "version"], name="reporting_value_once")]

    def __str__(self) -> str:
        return f"{self.item}: {self.figure if self.figure is not None else self.text}"


class StepKind(models.TextChoices):
    HANDED_IN = "handed_in", "Trình ký"
    SENT_BACK = "sent_back", "Trả lại người lập"
    SENT = "sent", "Ký và gửi"
    RETURNED = "returned", "Cấp trên trả lại"
    CORRECTING = "correcting", "Lập lại để đính chính"
    URGED = "urged", "Đôn đốc"


class ReportStep(AuditedModel):
    """One thing that somebody did with a report. Never changed."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="steps", verbose_name="báo cáo")
    kind = models.CharField("việc", max_length=12, choices=StepKind.choices)
    version = models.SmallIntegerField("lần")
    note = models.TextField("nội dung", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người làm")
    on = models.DateField("ngày")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "bước của báo cáo"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["report", "-id"], name="reporting_step_of_report")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%d/%m/%Y}"

    @property
    def when(self) -> str:
        """When it was written down, which may be after `on`: "09:41 ngày 15/03/2023"."""
        return clock.in_words(self.at)
