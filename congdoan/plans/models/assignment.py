"""What a unit owes for a task: one row for each task and unit."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan
from congdoan.plans.models.task import PartyRole, Target, Task


class AssignmentState(models.TextChoices):
    NEW = "new", "Chưa nhận"
    DOING = "doing", "Đang thực hiện"
    TO_CONFIRM = "to_confirm", "Chờ đơn vị xác nhận"
    TO_ACCEPT = "to_accept", "Chờ nghiệm thu"
    DONE = "done", "Hoàn thành"
    PAUSED = "paused", "Tạm dừng"
    WITHDRAWN = "withdrawn", "Đã rút"


OPEN: tuple[str, ...] = (
    AssignmentState.NEW,
    AssignmentState.DOING,
    AssignmentState.TO_CONFIRM,
    AssignmentState.TO_ACCEPT,
)


class AssignmentQuerySet(ScopedQuerySet["Assignment"]):
    path_field = "unit__path"


@audited
class Assignment(AuditedModel, HasState):
    """State comes from results, never from a typed percentage. `open_obstacles` counts difficulties without answer."""

    TRANSITIONS = {
        AssignmentState.NEW: (
            AssignmentState.DOING,
            AssignmentState.TO_CONFIRM,
            AssignmentState.PAUSED,
            AssignmentState.WITHDRAWN,
        ),
        AssignmentState.DOING: (
            AssignmentState.TO_CONFIRM,
            AssignmentState.TO_ACCEPT,
            AssignmentState.PAUSED,
            AssignmentState.WITHDRAWN,
        ),
        AssignmentState.TO_CONFIRM: (AssignmentState.DOING, AssignmentState.TO_ACCEPT, AssignmentState.WITHDRAWN),
        AssignmentState.TO_ACCEPT: (AssignmentState.DOING, AssignmentState.DONE, AssignmentState.WITHDRAWN),
        AssignmentState.PAUSED: (AssignmentState.NEW, AssignmentState.DOING, AssignmentState.WITHDRAWN),
        AssignmentState.DONE: (AssignmentState.DOING,),
    }

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="assignments")
    task = models.ForeignKey(Task, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="assignments")
    role = models.CharField("vai trò", max_length=12, choices=PartyRole.choices)
    state = models.CharField("trạng thái", max_length=12, choices=AssignmentState.choices, default=AssignmentState.NEW)
    due = models.DateField("hạn", null=True)
    given_on = models.DateField("ngày giao")
    taken_on = models.DateField("ngày nhận", null=True)
    done_on = models.DateField("ngày hoàn thành", null=True)
    last_report_on = models.DateField("báo cáo gần nhất", null=True)
    open_obstacles = models.SmallIntegerField("vướng mắc chưa trả lời", default=0)

    objects: ClassVar[AssignmentQuerySet] = AssignmentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "unit"], name="plans_assignment_once")]
        indexes = [
            models.Index(fields=["plan", "unit"]),
            models.Index(fields=["unit", "state", "due"]),
            models.Index(
                fields=["plan", "due", "id"],
                condition=Q(state__in=["new", "doing", "to_confirm", "to_accept"]),
                name="plans_assignment_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} – {self.unit}"

    def last_step(self) -> str:
        step = self.steps.select_related("by").first()
        return f"{step.by}, {step.get_kind_display().lower()}, {step.when}" if step else ""


@audited
class AssignmentTarget(AuditedModel):
    """A figure that the unit counts for the task: `reached` of `total`; from the order, or set by the unit."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="targets")
    target = models.ForeignKey(Target, models.SET_NULL, null=True, related_name="+")
    name = models.CharField("nội dung đếm", max_length=200)
    unit_text = models.CharField("đơn vị tính", max_length=60, blank=True)
    total = models.DecimalField("tổng số phải đạt", max_digits=18, decimal_places=2)
    reached = models.DecimalField("đã đạt", max_digits=18, decimal_places=2, default=0)
    order = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@audited
class Executor(AuditedModel):
    """A person who carries out the unit's part, with an own day."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="executors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thực hiện")
    note = models.CharField("phần việc", max_length=300, blank=True)
    due = models.DateField("hạn nội bộ", null=True, blank=True)
    done_on = models.DateField(null=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "user"], name="plans_executor_once")]

    def __str__(self) -> str:
        return str(self.user)
