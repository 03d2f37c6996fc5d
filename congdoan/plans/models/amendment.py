from datetime import date

from django.conf import settings
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.plans.models.plan import Plan
from congdoan.plans.models.task import Task


@audited
class Amendment(AuditedModel):
    """A version of an issued plan: what was changed, why, by whom, from which day."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="amendments")
    version = models.SmallIntegerField()
    reason = models.TextField("lý do")
    decision = models.CharField("văn bản sửa đổi", max_length=120, blank=True)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["plan", "version"], name="plans_amendment_once")]

    def __str__(self) -> str:
        return f"{self.plan}, lần {self.version}"


class AmendmentChange(AuditedModel):
    """One change that an amendment makes to one task; `before` and `after` as a person reads them.

    It holds for the `units` alone, or for all that have the task when there are none.
    """

    class Kind(models.TextChoices):
        ADD = "add", "Thêm nhiệm vụ"
        WITHDRAW = "withdraw", "Bỏ nhiệm vụ"
        DUE = "due", "Đổi hạn"
        TEXT = "text", "Sửa nội dung"
        PARTIES = "parties", "Đổi đơn vị"
        ROLL_UP = "roll_up", "Đổi cách tổng hợp"
        AFTER = "after", "Đổi việc phải xong trước"
        MOVED = "moved", "Chuyển sang văn bản khác"
        ENDED = "ended", "Kết thúc vì thay thế, bãi bỏ"

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="changes")
    task = models.ForeignKey(Task, models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    units = models.ManyToManyField("organisation.Unit", related_name="+", blank=True, verbose_name="chỉ với đơn vị")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.task}"

    @property
    def day_before(self) -> date | None:
        return _day(self.before)

    @property
    def day_after(self) -> date | None:
        return _day(self.after)


def _day(kept: dict[str, str]) -> date | None:
    return date.fromisoformat(kept["due"]) if kept.get("due") else None
