from typing import ClassVar

from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan
from congdoan.plans.models.task import Task


class ContinuationQuerySet(ScopedQuerySet["Continuation"]):
    path_field = "plan__unit__path"


@audited
class Continuation(AuditedModel):
    """A task of a running paper that `plan` takes over when it is issued: its work goes on under the task `into`.

    Without `into` it ends then. While the plan is a draft nothing has changed for anybody.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="continues", verbose_name="văn bản gộp")
    old = models.ForeignKey(Task, models.CASCADE, related_name="continued", verbose_name="nhiệm vụ cũ")
    into = models.ForeignKey(
        Task, models.SET_NULL, null=True, blank=True, related_name="takes_over", verbose_name="nhiệm vụ mới"
    )

    objects: ClassVar[ContinuationQuerySet] = ContinuationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "nhiệm vụ được gộp"
        constraints = [models.UniqueConstraint(fields=["plan", "old"], name="plans_continuation_once")]

    def __str__(self) -> str:
        return f"{self.old} → {self.into or '–'}"
