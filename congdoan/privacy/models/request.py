from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.organisation.scoping import ScopedQuerySet


class Kind(models.TextChoices):
    CORRECTION = "correction", "Sửa dữ liệu"
    ERASURE = "erasure", "Xóa dữ liệu"


class Datum(models.TextChoices):
    """What a correction is about; the first three are corrected by accepting, the rest by hand."""

    NAME = "full_name", "Họ và tên"
    EMAIL = "email", "Thư điện tử"
    PHONE = "phone", "Điện thoại"
    OTHER = "other", "Dữ liệu khác"


class RequestState(models.TextChoices):
    WAITING = "waiting", "Chờ trả lời"
    ACCEPTED = "accepted", "Đã chấp nhận, đang thực hiện"
    DONE = "done", "Đã thực hiện"
    REFUSED = "refused", "Đã từ chối"
    WITHDRAWN = "withdrawn", "Người yêu cầu đã rút"


OPEN = (RequestState.WAITING, RequestState.ACCEPTED)


class DataRequestQuerySet(ScopedQuerySet["DataRequest"]):
    path_field = "unit__path"


@audited
class DataRequest(HasState, AuditedModel):
    """A person asks that data about them be corrected or erased. `unit` is where those work who decide.

    `wrong` and `right` are what stands there and what should. `outcome` lists what an erasure removed ("gone") and what
    stays with the reason ("stays"); `erased_at` is the moment up to which histories hide the values.
    """

    TRANSITIONS = {
        RequestState.WAITING: (
            RequestState.ACCEPTED,
            RequestState.DONE,
            RequestState.REFUSED,
            RequestState.WITHDRAWN,
        ),
        RequestState.ACCEPTED: (RequestState.DONE,),
    }

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="data_requests")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    datum = models.CharField("dữ liệu", max_length=10, choices=Datum.choices, blank=True)
    wrong = models.CharField("đang ghi", max_length=500, blank=True)
    right = models.CharField("đúng là", max_length=500, blank=True)
    reason = models.TextField("lý do", max_length=1000, blank=True)
    evidence = models.ForeignKey("core.StoredFile", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.WAITING)
    asked_on = models.DateField()
    answer_due = models.DateField()
    carry_out_due = models.DateField()
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.TextField("trả lời", max_length=1000, blank=True)
    done_on = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[DataRequestQuerySet] = DataRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "datum"], condition=Q(state__in=OPEN), name="privacy_request_once"
            )
        ]
        indexes = [models.Index(fields=["unit", "state", "answer_due"]), models.Index(fields=["person", "-id"])]

    def __str__(self) -> str:
        return f"Yêu cầu {self.get_kind_display().lower()} số {self.pk}"

    def last_step(self) -> str:
        entry = history_of(self)[0]
        return f"{entry.who or 'Hệ thống'}, {clock.in_words(entry.at)}" if entry.at else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def due(self) -> date | None:
        """The day that counts now: for the answer, then for carrying it out."""
        days = {RequestState.WAITING: self.answer_due, RequestState.ACCEPTED: self.carry_out_due}
        return days.get(RequestState(self.state))
