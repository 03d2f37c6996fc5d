from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.roles import Role
from congdoan.organisation.scoping import ScopedQuerySet


class PostQuerySet(ScopedQuerySet["Post"]):
    path_field = "unit__path"

    def held(self, on: date) -> Self:
        """Posts in force on the day."""
        return self.filter(starts_on__lte=on).filter(Q(ends_on=None) | Q(ends_on__gte=on))


@audited
class Post(AuditedModel):
    """A person in a role at a unit for a period; `ends_on` is its last day. A delegation is a dated copy of a post."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name="người giữ")
    unit = models.ForeignKey("Unit", models.PROTECT, related_name="posts", verbose_name="đơn vị")
    role = models.CharField("vai trò", max_length=24, choices=Role.choices)
    title = models.CharField("chức vụ", max_length=120)
    duty = models.CharField("phụ trách", max_length=200, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)
    decision = models.CharField("quyết định", max_length=120, blank=True)
    rank = models.SmallIntegerField("thứ tự", default=50)
    delegated_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name="được ủy quyền từ"
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PostQuerySet] = PostQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "chức vụ"
        ordering = ["rank", "starts_on"]
        indexes = [models.Index(fields=["user", "starts_on"]), models.Index(fields=["unit", "role"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="organisation_post_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.unit}"
