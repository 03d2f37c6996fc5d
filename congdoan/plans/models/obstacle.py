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
from congdoan.plans.models.assignment import Assignment
from congdoan.plans.models.step import StepKind


class ObstacleState(models.TextChoices):
    OPEN = "open", "Chờ trả lời"
    ESCALATED = "escalated", "Đã trình Ban Thường vụ"
    ANSWERED = "answered", "Đã trả lời"
    WITHDRAWN = "withdrawn", "Đã rút"


UNANSWERED = (ObstacleState.OPEN, ObstacleState.ESCALATED)
_STEPS = (StepKind.OBSTACLE_ANSWERED, StepKind.OBSTACLE_ESCALATED, StepKind.OBSTACLE_WITHDRAWN)


@audited
class Obstacle(AuditedModel, HasState):
    """A difficulty with a task, with a clock: answered by the coordinating unit, or taken to the standing committee."""

    TRANSITIONS = {
        ObstacleState.OPEN: (ObstacleState.ESCALATED, ObstacleState.ANSWERED, ObstacleState.WITHDRAWN),
        ObstacleState.ESCALATED: (ObstacleState.ANSWERED, ObstacleState.WITHDRAWN),
    }

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="obstacles")
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
        indexes = [
            GinIndex(SearchVector("folded", config="simple"), name="plans_obstacle_words"),
            models.Index(
                fields=["routed_to", "due"], name="plans_obstacle_to_answer", condition=Q(state__in=UNANSWERED)
            ),
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.text} {self.answer}")
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    def last_step(self) -> str:
        step = self.assignment.steps.filter(kind__in=_STEPS).select_related("by").first()
        return f"{step.by}, {step.get_kind_display().lower()}, {step.when}" if step else ""
