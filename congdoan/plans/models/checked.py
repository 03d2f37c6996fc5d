"""What people corrected in a reading: kept when the draft is handed to the leaders, anew each time it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from congdoan.core.models.base import AuditedModel
from congdoan.documents.models import DocumentType, Reading
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan


class Stage(models.TextChoices):
    """The stages of reading, in their order."""

    HEADER = "header", "Đầu văn bản"
    OUTLINE = "outline", "Mục lục"
    CITATIONS = "citations", "Căn cứ"
    TASKS = "tasks", "Nhiệm vụ"
    ASSIGNMENT = "assignment", "Phân công"
    DUE = "due", "Thời hạn"
    UNITS = "units", "Tên đơn vị"


class CheckedReadingQuerySet(ScopedQuerySet["CheckedReading"]):
    path_field = "unit__path"


class CheckedReading(AuditedModel):
    """A reading that a person has looked through. `answers`: the right reading, in the form of `cases/NAME.toml`."""

    plan = models.OneToOneField(Plan, models.CASCADE, related_name="checked")
    reading = models.ForeignKey(Reading, models.CASCADE, related_name="+")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+")
    type = models.CharField("loại", max_length=8, choices=DocumentType.choices)
    checked_on = models.DateField("ngày")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(default=dict)

    objects: ClassVar[CheckedReadingQuerySet] = CheckedReadingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["unit", "-checked_on"])]

    def __str__(self) -> str:
        return str(self.plan)


class CheckedStage(models.Model):
    """How many values of one stage were looked through, and how many of them corrected."""

    checked = models.ForeignKey(CheckedReading, models.CASCADE, related_name="stages")
    stage = models.CharField(max_length=12, choices=Stage.choices)
    values = models.IntegerField()
    corrected = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checked", "stage"], name="plans_checked_stage_once")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.corrected}/{self.values}"


class CorrectionQuerySet(ScopedQuerySet["Correction"]):
    path_field = "checked__unit__path"


class Correction(models.Model):
    """One value as it was read and as a person corrected it; an empty value was not there.

    Days are ISO 8601. `place` is the number of the section or task; `start`/`end` are offsets into the reading's text.
    """

    class What(models.TextChoices):
        TYPE = "type", "Loại văn bản"
        SYMBOL = "symbol", "Số, ký hiệu"
        DATE = "date", "Ngày ban hành"
        SUBJECT = "subject", "Trích yếu"
        UNTIL = "until", "Thời hạn chung"
        HEADING = "heading", "Mục"
        CITATION = "citation", "Văn bản viện dẫn"
        ADDED = "added", "Việc đọc sót"
        REMOVED = "removed", "Không phải việc"
        TEXT = "text", "Nội dung việc"
        TITLE = "title", "Tên việc"
        SECTION = "section", "Mục của việc"
        PRODUCT = "product", "Sản phẩm"
        LEAD = "lead", "Chủ trì"
        COOPERATING = "cooperating", "Phối hợp"
        COORDINATOR = "coordinator", "Đơn vị điều phối"
        DUE = "due", "Hạn"
        UNIT = "unit", "Tên đơn vị"

    checked = models.ForeignKey(CheckedReading, models.CASCADE, related_name="corrections")
    stage = models.CharField("khâu", max_length=12, choices=Stage.choices)
    what = models.CharField("giá trị", max_length=12, choices=What.choices)
    place = models.CharField("mục", max_length=40, blank=True)
    read = models.TextField("đã đọc", blank=True)
    corrected = models.TextField("sửa thành", blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    objects: ClassVar[CorrectionQuerySet] = CorrectionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["stage", "checked"])]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.read} → {self.corrected}"
