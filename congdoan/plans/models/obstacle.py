from textwrap import shorten
from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.core.text import fold
from congdoan.organisation.models import Unit
from congdoan.plans.models.assignment import Assignment
from congdoan.plans.models.plan import Plan, Section
from congdoan.plans.models.step import StepKind


class ObstacleState(models.TextChoices):
    OPEN = "open", "Chờ trả lời"
    ESCALATED = "escalated", "Đã trình Ban Thường vụ"
    ANSWERED = "answered", "Đã trả lời"
    WITHDRAWN = "withdrawn", "Đã rút"


UNANSWERED = (ObstacleState.OPEN, ObstacleState.ESCALATED)
_OF_TASK = Q(assignment__isnull=False, unit__isnull=True, plan__isnull=True, section__isnull=True)
_ALONE = Q(assignment__isnull=True, unit__isnull=False)
_OF_PAPER = _ALONE & Q(plan__isnull=False)
_IN_GENERAL = _ALONE & Q(plan__isnull=True, section__isnull=True) & ~Q(subject="")
_STEPS = (StepKind.OBSTACLE_ANSWERED, StepKind.OBSTACLE_ESCALATED, StepKind.OBSTACLE_WITHDRAWN)


@audited
class Obstacle(AuditedModel, HasState):
    """A difficulty, with a clock: answered by the coordinating unit, or taken to the standing committee.

    It is with a task (`assignment`), or raised alone by `unit`: with a paper of which the unit has a part (`plan`,
    perhaps one `section`), or in general, about its `subject`.
    """

    TRANSITIONS = {
        ObstacleState.OPEN: (ObstacleState.ESCALATED, ObstacleState.ANSWERED, ObstacleState.WITHDRAWN),
        ObstacleState.ESCALATED: (ObstacleState.ANSWERED, ObstacleState.WITHDRAWN),
    }

    assignment = models.ForeignKey(Assignment, models.CASCADE, null=True, blank=True, related_name="obstacles")
    unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị nêu"
    )
    plan = models.ForeignKey(
        Plan, models.CASCADE, null=True, blank=True, related_name="obstacles", verbose_name="văn bản"
    )
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="mục của văn bản"
    )
    subject = models.CharField("về việc", max_length=200, blank=True, default="")
    text = models.TextField("vướng mắc")
    state = models.CharField(max_length=12, choices=ObstacleState.choices, default=ObstacleState.OPEN)
    routed_to = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+")
    due = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    raised_on = models.DateField()
    escalation_note = models.TextField(blank=True)
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    shared = models.ForeignKey(
        "plans.SharedAnswer",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="obstacles",
        verbose_name="câu trả lời chung",
    )
    folded = models.TextField(editable=False, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "vướng mắc"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=_OF_TASK | _OF_PAPER | _IN_GENERAL, name="plans_obstacle_about")
        ]
        indexes = [
            GinIndex(SearchVector("folded", config="simple"), name="plans_obstacle_words"),
            models.Index(
                fields=["routed_to", "due"], name="plans_obstacle_to_answer", condition=Q(state__in=UNANSWERED)
            ),
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.subject} {self.text} {self.answer}")
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    @property
    def asker(self) -> Unit:
        """The unit that asks."""
        unit = self.assignment.unit if self.assignment else self.unit
        assert unit is not None
        return unit

    @property
    def paper(self) -> Plan | None:
        return self.assignment.plan if self.assignment else self.plan

    @property
    def about(self) -> str:
        """What it is with, by name: the task, the section or paper, or what its writer called it."""
        if self.assignment:
            return self.assignment.task.title
        if self.subject or self.plan is None:
            return self.subject
        return (self.section.short_title or self.section.title) if self.section else self.plan.subject

    @property
    def place(self) -> str:
        """Where that stands: "Nhiệm vụ III.2.c, Kế hoạch 34/KH-LĐLĐ", "Mục II, Nghị quyết 05/NQ-LĐLĐ"."""
        if self.assignment:
            return f"Nhiệm vụ {self.assignment.task.number}, {self.assignment.plan}"
        if self.plan is None:
            return "Khó khăn, vướng mắc chung"
        return f"Mục {self.section.number}, {self.plan}" if self.section and self.section.number else str(self.plan)

    def last_step(self) -> str:
        if self.assignment is None:
            return f"{self.answered_by}, trả lời, ngày {self.answered_on:%d/%m/%Y}" if self.answered_on else ""
        step = self.assignment.steps.filter(kind__in=_STEPS).select_related("by").first()
        return f"{step.by}, {step.get_kind_display().lower()}, {step.when}" if step else ""
