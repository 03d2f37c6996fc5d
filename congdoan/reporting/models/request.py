"""A report asked from units below for one period."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.reporting.models.form import ReportForm


class RequestState(models.TextChoices):
    OPEN = "open", "Đang nhận báo cáo"
    CLOSED = "closed", "Đã khóa kỳ"


class RequestQuerySet(ScopedQuerySet["ReportRequest"]):
    path_field = "unit__path"


@audited
class ReportRequest(AuditedModel, HasState):
    """Data from `starts_on` up to and including `ends_on`; reports by `due`.

    `to_all`: every unit of the form's kind under `unit`, else chosen ones. `recurs`: the next period opens by itself,
    and `follows` is the period before.
    """

    TRANSITIONS = {RequestState.OPEN: (RequestState.CLOSED,), RequestState.CLOSED: (RequestState.OPEN,)}

    form = models.ForeignKey(ReportForm, models.PROTECT, related_name="requests", verbose_name="mẫu báo cáo")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị yêu cầu")
    name = models.CharField("kỳ", max_length=60)
    starts_on = models.DateField("số liệu từ ngày")
    ends_on = models.DateField("chốt số liệu ngày")
    due = models.DateField("hạn gửi")
    to_all = models.BooleanField("mọi đơn vị cùng loại", default=True)
    recurs = models.BooleanField("kỳ sau tự mở", default=False)
    state = models.CharField("trạng thái", max_length=8, choices=RequestState.choices, default=RequestState.OPEN)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name="kỳ trước"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người yêu cầu"
    )
    asked_on = models.DateField("ngày yêu cầu")
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    filled_on = models.DateField("số liệu lấy ngày", null=True, blank=True)

    objects: ClassVar[RequestQuerySet] = RequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "yêu cầu báo cáo"
        ordering = ["-ends_on", "-pk"]
        indexes = [models.Index(fields=["unit", "-ends_on"], name="reporting_request_of_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="reporting_request_period"),
            models.CheckConstraint(condition=Q(due__gte=F("ends_on")), name="reporting_request_due"),
        ]

    def __str__(self) -> str:
        """With the period once: "Báo cáo ... quý" of "Quý IV/2022" is "Báo cáo ... quý IV/2022"."""
        period = self.name[:1].lower() + self.name[1:]
        return f"{str(self.form).removesuffix(' ' + period.split(' ')[0])} {period}"

    @property
    def is_open(self) -> bool:
        return self.state == RequestState.OPEN
