"""A report as an official paper with its number."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core import clock
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.reporting.models.report import Report
from congdoan.reporting.models.request import ReportRequest

SERIES: Final = "BC"
"""The register of numbers; plans of that type take theirs from the same."""


class IssuedQuerySet(ScopedQuerySet["IssuedReport"]):
    path_field = "unit__path"


class IssuedReport(AuditedModel):
    """What was printed and signed: a sent version of one `report`, or what a `request` made of those below.

    Never changed. `version` is that of the report; the papers of a request are counted: 1, 2, 3.
    """

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị ban hành")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="papers", verbose_name="báo cáo")
    request = models.ForeignKey(ReportRequest, models.PROTECT, null=True, related_name="papers", verbose_name="yêu cầu")
    version = models.SmallIntegerField("lần")
    number = models.IntegerField("số")
    symbol = models.CharField("số, ký hiệu", max_length=60)
    issued_on = models.DateField("ngày ban hành")
    subject = models.CharField("trích yếu", max_length=1000)
    signer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ký")
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ban hành"
    )
    at = models.DateTimeField("lúc", auto_now_add=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="bản in")

    objects: ClassVar[IssuedQuerySet] = IssuedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "báo cáo đã ban hành"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(report=None) & Q(request__isnull=False) | Q(report__isnull=False) & Q(request=None),
                name="reporting_issued_of_one",
            ),
            models.UniqueConstraint(fields=["report", "version"], name="reporting_issued_report_once"),
            models.UniqueConstraint(fields=["request", "version"], name="reporting_issued_request_once"),
        ]

    def __str__(self) -> str:
        return self.symbol

    @property
    def told(self) -> str:
        """ "Phạm Thị Nhung ban hành số 12/BC-LĐLĐ, 09:41 ngày 15/03/2023"."""
        return f"{self.issued_by} ban hành số {self.symbol}, {clock.in_words(self.at)}"
