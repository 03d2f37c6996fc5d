from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.roles import ACTIONS
from congdoan.organisation.scoping import ScopedQuerySet


class WorkItemQuerySet(ScopedQuerySet["WorkItem"]):
    path_field = "unit__path"


@audited
class WorkItem(AuditedModel):
    """Whatever somebody must do by a date. Addressed to one person, or to all at `unit` whose posts give `action`.

    `kind` names what is to be done ("plans.report"); the package that owns it registers label and address.
    """

    class State(models.TextChoices):
        OPEN = "open", "Đang mở"
        DONE = "done", "Đã xong"
        CANCELLED = "cancelled", "Đã bỏ"

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+")
    action = models.CharField(max_length=24, choices=list(ACTIONS.items()))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_by_unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[WorkItemQuerySet] = WorkItemQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [
            models.Index(fields=["unit", "due", "id"], condition=Q(state="open"), name="worklist_open_of_unit"),
            models.Index(fields=["user", "due", "id"], condition=Q(state="open"), name="worklist_open_of_user"),
            models.Index(
                fields=["given_by_unit", "due", "id"],
                include=["unit"],
                condition=Q(state="open"),
                name="worklist_open_given",
            ),
            models.Index(fields=["due", "id"], condition=Q(state="open"), name="worklist_open_due"),
            models.Index(fields=["kind", "object_id"], name="worklist_object"),
            models.Index(fields=["unit", "closed_on"], condition=Q(state="done"), name="worklist_done_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title
