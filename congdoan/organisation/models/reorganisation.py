from django.conf import settings
from django.db import models

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel


@audited
class Reorganisation(AuditedModel):
    """One dated command that changes the tree: establishes, renames, moves, merges, splits or ends a unit.

    `details` says by ids what it did; of who takes over from whom, see `succession.succession_of`.
    """

    class Kind(models.TextChoices):
        ESTABLISH = "establish", "Thành lập"
        RENAME = "rename", "Đổi tên"
        MOVE = "move", "Chuyển về đơn vị khác"
        MERGE = "merge", "Sáp nhập"
        SPLIT = "split", "Chia, tách"
        END = "end", "Kết thúc hoạt động"

    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    unit = models.ForeignKey("Unit", models.PROTECT, related_name="reorganisations", verbose_name="đơn vị")
    effective_on = models.DateField("từ ngày")
    decision = models.CharField("quyết định", max_length=120, blank=True)
    summary = models.CharField(max_length=400)
    details = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-effective_on", "-pk"]

    def __str__(self) -> str:
        return self.summary

    @property
    def told(self) -> str:
        """A sentence for whoever comes after it: by whom, when, what, from which day."""
        return (
            f"{self.made_by or 'Hệ thống'} đã ghi lúc {clock.in_words(self.made_at)}: {self.summary}, "
            f"hiệu lực từ {self.effective_on:%d/%m/%Y}."
        )
