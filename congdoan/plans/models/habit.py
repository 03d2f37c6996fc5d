"""What the papers of a federation taught: who leads sections on a topic, and from which papers each rule is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.organisation.models import UnitAlias
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.plan import Plan


class SectionHabitQuerySet(ScopedQuerySet["SectionHabit"]):
    path_field = "scope__path"


@audited
class SectionHabit(AuditedModel):
    """`unit` led sections on `topic` in papers of the organ `scope`; a rule only when `queries.rules.habits` says so.

    `topic` is the plain form of `title`, see `documents.reading.habits.topics`.
    """

    scope = models.ForeignKey("organisation.Unit", models.CASCADE, related_name="+")
    topic = models.CharField(max_length=200, editable=False)
    title = models.CharField("tên mục", max_length=300)
    unit = models.ForeignKey("organisation.Unit", models.CASCADE, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người bỏ"
    )

    objects: ClassVar[SectionHabitQuerySet] = SectionHabitQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "quy tắc theo mục"
        constraints = [models.UniqueConstraint(fields=["scope", "topic", "unit"], name="plans_habit_once")]

    def __str__(self) -> str:
        return f"Mục “{self.title}”: {self.unit} chủ trì"


class RuleSource(AuditedModel):
    """A plan whose reviewed paper confirms one rule: another name of a unit, or a habit."""

    alias = models.ForeignKey(UnitAlias, models.CASCADE, null=True, related_name="sources")
    habit = models.ForeignKey(SectionHabit, models.CASCADE, null=True, related_name="sources")
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(alias=None) & Q(habit__isnull=False) | Q(alias__isnull=False) & Q(habit=None),
                name="plans_source_of_one_rule",
            ),
            models.UniqueConstraint(fields=["alias", "plan"], name="plans_source_of_alias_once"),
            models.UniqueConstraint(fields=["habit", "plan"], name="plans_source_of_habit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} ({self.on:%d/%m/%Y})"
