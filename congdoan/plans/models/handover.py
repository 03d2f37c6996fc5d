from typing import ClassVar

from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.assignment import Assignment, AssignmentState


class HandoverQuerySet(ScopedQuerySet["Handover"]):
    path_field = "assignment__unit__path"


@audited
class Handover(AuditedModel):
    """Work in hand that changed units because of a reorganisation, and how it stood then. Never changed.

    The assignment itself goes on at `to_unit`, with its history; where that unit had the same task already, that
    assignment (`into`) goes on and this one is closed. Without `to_unit` nobody took it: it came to an end.
    """

    reorganisation = models.ForeignKey("organisation.Reorganisation", models.PROTECT, related_name="+")
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="handovers", verbose_name="phần việc")
    from_unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị giao")
    to_unit = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị nhận"
    )
    into = models.ForeignKey(
        Assignment, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="gộp vào"
    )
    state = models.CharField("trạng thái khi bàn giao", max_length=12, choices=AssignmentState.choices)
    on = models.DateField("ngày bàn giao")

    objects: ClassVar[HandoverQuerySet] = HandoverQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "bàn giao"
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["from_unit", "-on"], name="plans_handover_from"),
            models.Index(fields=["to_unit", "-on"], name="plans_handover_to"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment.task}: {self.from_unit} → {self.to_unit or 'thôi giao'}"
