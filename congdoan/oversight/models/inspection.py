"""The inspection of one unit: what is asked, what was found, what the unit says, what it must put right."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.core.states import HasState
from congdoan.documents.models import Document
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.oversight.models.programme import AnswerKind, Programme


class InspectionState(models.TextChoices):
    PLANNED = "planned", "Trong chương trình"
    NOTIFIED = "notified", "Đang kiểm tra"
    EXPLAINING = "explaining", "Chờ giải trình"
    WRITING = "writing", "Soạn kết luận"
    TO_SIGN = "to_sign", "Chờ ký kết luận"
    CONCLUDED = "concluded", "Đang khắc phục"
    CLOSED = "closed", "Đã xong"
    CANCELLED = "cancelled", "Đã hủy"


KNOWN_TO_UNIT: tuple[str, ...] = (
    InspectionState.NOTIFIED,
    InspectionState.EXPLAINING,
    InspectionState.WRITING,
    InspectionState.TO_SIGN,
    InspectionState.CONCLUDED,
    InspectionState.CLOSED,
)
"""The unit knows of it: it was given notice, and it was not taken off the programme."""
FINDINGS_KNOWN: tuple[str, ...] = KNOWN_TO_UNIT[1:]
ISSUED: tuple[str, ...] = (InspectionState.CONCLUDED, InspectionState.CLOSED)
SIGNED: Final = "Ký, ban hành kết luận"
"""The step with which a conclusion is signed."""


class InspectionQuerySet(ScopedQuerySet["Inspection"]):
    path_field = "unit__path"


@audited
class Inspection(AuditedModel, HasState):
    """One unit on a programme, from the plan to the last remedy.

    `assignments` are the tasks to be looked at, none: all; `plan` narrows it to one plan. `reason` says why the unit
    was chosen. `findings_sent_on` is empty until what was found was sent. `document` is the conclusion as it was
    signed.
    """

    TRANSITIONS = {
        InspectionState.PLANNED: (InspectionState.NOTIFIED, InspectionState.CANCELLED),
        InspectionState.NOTIFIED: (InspectionState.EXPLAINING, InspectionState.WRITING, InspectionState.CANCELLED),
        InspectionState.EXPLAINING: (InspectionState.WRITING, InspectionState.CANCELLED),
        InspectionState.WRITING: (InspectionState.TO_SIGN, InspectionState.CONCLUDED, InspectionState.CANCELLED),
        InspectionState.TO_SIGN: (InspectionState.WRITING, InspectionState.CONCLUDED, InspectionState.CANCELLED),
        InspectionState.CONCLUDED: (InspectionState.CLOSED,),
    }

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="inspections", verbose_name="chương trình")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị được kiểm tra")
    plan = models.ForeignKey(
        "plans.Plan", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kế hoạch"
    )
    assignments = models.ManyToManyField("plans.Assignment", related_name="+", blank=True, verbose_name="nhiệm vụ")
    starts_on = models.DateField("kiểm tra từ ngày")
    ends_on = models.DateField("đến hết ngày")
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="trưởng đoàn"
    )
    reason = models.CharField("lý do chọn", max_length=300, blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=InspectionState.choices, default=InspectionState.PLANNED
    )
    decision = models.CharField("quyết định kiểm tra", max_length=120, blank=True)
    notified_on = models.DateField("ngày thông báo", null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người nhận"
    )
    acknowledged_on = models.DateField("ngày nhận thông báo", null=True, blank=True)
    findings_sent_on = models.DateField("ngày gửi phát hiện", null=True, blank=True)
    explain_by = models.DateField("hạn giải trình", null=True, blank=True)
    explained_on = models.DateField("ngày giải trình", null=True, blank=True)
    conclusion = models.TextField("kết luận", blank=True)
    number = models.IntegerField("số", null=True, blank=True)
    numbered_by = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị cấp số"
    )
    symbol = models.CharField("số, ký hiệu", max_length=60, blank=True)
    concluded_on = models.DateField("ngày kết luận", null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản kết luận"
    )

    objects: ClassVar[InspectionQuerySet] = InspectionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "cuộc kiểm tra"
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["unit", "-starts_on"], name="oversight_inspection_of_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="oversight_inspection_days"),
            models.UniqueConstraint(
                fields=["programme", "unit"],
                name="oversight_inspection_once",
                condition=~Q(state="cancelled"),
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm tra {self.unit}"

    @property
    def is_issued(self) -> bool:
        return self.state in ISSUED

    def last_step(self) -> str:
        step = self.steps.select_related("by").first()
        return f"{step.by}, {step.what.lower()}, {step.when}" if step else ""


@audited
class InspectionQuestion(AuditedModel):
    """A question of the checklist that was copied, with its answer."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="questions", verbose_name="cuộc kiểm tra")
    order = models.SmallIntegerField("thứ tự")
    question = models.CharField("câu hỏi", max_length=500)
    kind = models.CharField("kiểu trả lời", max_length=8, choices=AnswerKind.choices)
    wants_evidence = models.BooleanField("cần minh chứng", default=False)
    answer = models.TextField("trả lời", blank=True)
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True, verbose_name="minh chứng")

    class Meta:
        verbose_name = "nội dung kiểm tra"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.question

    @property
    def is_answered(self) -> bool:
        return bool(self.answer.strip())


class FindingKind(models.TextChoices):
    GOOD = "good", "Ưu điểm"
    LACKING = "lacking", "Hạn chế, thiếu sót"
    BREACH = "breach", "Vi phạm"


@audited
class Finding(AuditedModel):
    """What was found, with its evidence; and what the unit says to it, which is sent with all others."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="findings", verbose_name="cuộc kiểm tra")
    order = models.SmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=8, choices=FindingKind.choices, default=FindingKind.LACKING)
    text = models.TextField("phát hiện")
    assignment = models.ForeignKey(
        "plans.Assignment", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nhiệm vụ"
    )
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True, verbose_name="minh chứng")
    explanation = models.TextField("giải trình", blank=True)
    explanation_files = models.ManyToManyField(
        StoredFile, related_name="+", blank=True, verbose_name="tài liệu giải trình"
    )
    explained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người giải trình",
    )

    class Meta:
        verbose_name = "phát hiện"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"Phát hiện {self.order}"

    @property
    def needs_explanation(self) -> bool:
        return self.kind != FindingKind.GOOD


class InspectionStep(AuditedModel):
    """One thing that somebody did with an inspection. Never changed."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="steps", verbose_name="cuộc kiểm tra")
    what = models.CharField("việc", max_length=80)
    note = models.TextField("nội dung", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người làm"
    )
    on = models.DateField("ngày")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "bước của cuộc kiểm tra"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["inspection", "-id"], name="oversight_step_of_inspection")]

    def __str__(self) -> str:
        return f"{self.what}, {self.on:%d/%m/%Y}"

    @property
    def when(self) -> str:
        """When it was written down, which may be after `on`: "09:41 ngày 15/03/2023"."""
        return clock.in_words(self.at)
