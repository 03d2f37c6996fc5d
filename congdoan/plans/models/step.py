from django.conf import settings
from django.db import models

from congdoan.core import clock
from congdoan.core.models.base import AuditedModel
from congdoan.plans.models.assignment import Assignment


class StepKind(models.TextChoices):
    TAKEN = "taken", "Nhận việc"
    PERSON_GIVEN = "person_given", "Phân công"
    PERSON_REMOVED = "person_removed", "Thôi phân công"
    PART_DONE = "part_done", "Xong phần việc được phân công"
    TARGETS_SET = "targets_set", "Đặt nội dung đếm"
    REPORTED = "reported", "Gửi báo cáo"
    FINISHED = "finished", "Báo đã xong, đề nghị xác nhận"
    REPORT_WITHDRAWN = "report_withdrawn", "Rút lại báo cáo"
    CONFIRMED = "confirmed", "Xác nhận kết quả"
    RETURNED = "returned", "Trả lại báo cáo"
    ACCEPTED = "accepted", "Nghiệm thu kết quả"
    ASKED_MORE = "asked_more", "Yêu cầu làm thêm"
    PAUSED = "paused", "Tạm dừng"
    RESUMED = "resumed", "Tiếp tục thực hiện"
    OBSTACLE_RAISED = "obstacle_raised", "Nêu vướng mắc"
    OBSTACLE_ANSWERED = "obstacle_answered", "Trả lời vướng mắc"
    OBSTACLE_ESCALATED = "obstacle_escalated", "Trình vướng mắc lên Ban Thường vụ"
    OBSTACLE_WITHDRAWN = "obstacle_withdrawn", "Rút vướng mắc"
    URGED = "urged", "Đôn đốc"
    HANDED_OVER = "handed_over", "Bàn giao sang đơn vị khác"
    MOVED = "moved", "Chuyển sang văn bản mới"
    PLAN_WANTED = "plan_wanted", "Nhắc lập kế hoạch của đơn vị"


class AssignmentStep(AuditedModel):
    """One thing that somebody did with an assignment: what, by whom, on which day, with what words. Never changed."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20, choices=StepKind.choices)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["assignment", "-id"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%d/%m/%Y}"

    @property
    def when(self) -> str:
        """When it was written down, which may be after `on`: "09:41 ngày 15/03/2023"."""
        return clock.in_words(self.at)
