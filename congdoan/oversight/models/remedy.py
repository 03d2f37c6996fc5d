"""What the unit must put right after a conclusion, by a day, and whether it did."""

from django.conf import settings
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.core.states import HasState
from congdoan.oversight.models.inspection import Finding, Inspection


class RemedyState(models.TextChoices):
    DRAFT = "draft", "Trong dự thảo"
    GIVEN = "given", "Đang khắc phục"
    REPORTED = "reported", "Chờ phúc tra"
    KEPT = "kept", "Đã khắc phục"
    CANCELLED = "cancelled", "Đã hủy"


@audited
class Remedy(AuditedModel, HasState):
    """`reopened` counts how often the re-check found that it was not kept; the unit then reports once more."""

    TRANSITIONS = {
        RemedyState.DRAFT: (RemedyState.GIVEN,),
        RemedyState.GIVEN: (RemedyState.REPORTED, RemedyState.CANCELLED),
        RemedyState.REPORTED: (RemedyState.KEPT, RemedyState.GIVEN, RemedyState.CANCELLED),
        RemedyState.KEPT: (),
    }

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="remedies", verbose_name="cuộc kiểm tra")
    finding = models.ForeignKey(
        Finding, models.CASCADE, null=True, blank=True, related_name="remedies", verbose_name="phát hiện"
    )
    order = models.SmallIntegerField("thứ tự")
    text = models.CharField("việc phải khắc phục", max_length=600)
    due = models.DateField("hạn")
    state = models.CharField("trạng thái", max_length=10, choices=RemedyState.choices, default=RemedyState.DRAFT)
    report = models.TextField("kết quả khắc phục", blank=True)
    files = models.ManyToManyField(StoredFile, related_name="+", blank=True, verbose_name="minh chứng")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người báo cáo"
    )
    reported_on = models.DateField("ngày báo cáo", null=True, blank=True)
    recheck = models.TextField("kết quả phúc tra", blank=True)
    rechecked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người phúc tra"
    )
    rechecked_on = models.DateField("ngày phúc tra", null=True, blank=True)
    reopened = models.SmallIntegerField("số lần chưa đạt", default=0)

    class Meta:
        verbose_name = "kiến nghị khắc phục"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"Kiến nghị {self.order}: {self.text}"

    @property
    def is_open(self) -> bool:
        return self.state in (RemedyState.GIVEN, RemedyState.REPORTED)

    def last_step(self) -> str:
        return self.inspection.last_step()
