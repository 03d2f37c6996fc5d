"""Rules by date: rows with the period in which they hold and their source. Code asks for the rule of a day."""

from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.rule_names import name_of, words_of


@audited
class Rule(AuditedModel):
    """A value that law or practice sets for a period.

    `certainty`: C read in a copy of the source, 1 one weak source, U unconfirmed.
    """

    code = models.CharField(max_length=80)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    value = models.JSONField()
    source = models.CharField(max_length=300)
    certainty = models.CharField(
        max_length=1, choices=[("C", "Đã đọc nguồn"), ("1", "Một nguồn"), ("U", "Chưa xác nhận")]
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="core_rule_once")]
        ordering = ["code", "valid_from"]

    def __str__(self) -> str:
        return f"{self.name} từ {self.valid_from:%d/%m/%Y}"

    @property
    def name(self) -> str:
        """What administrators call it; the code where no package has named it."""
        return name_of(self.code)

    @property
    def words(self) -> str:
        """The value in words."""
        return words_of(self.code, self.value)


@audited
class WorkdayException(AuditedModel):
    """A weekday that is off, or a Saturday or Sunday that is worked."""

    day = models.DateField(unique=True)
    is_worked = models.BooleanField()
    name = models.CharField(max_length=120)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"
