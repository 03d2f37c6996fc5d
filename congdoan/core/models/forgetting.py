from datetime import timedelta
from typing import ClassVar, Final

from django.db import models
from django.db.models.functions import Now

KEPT_AT_LEAST: Final = timedelta(days=90)


class Forgetting(models.Model):
    """Rows of a sealed source that went because a rule keeps them no longer: those from before `before`.

    Written by the function in the database that takes them away, and sealed itself. What is younger than
    `KEPT_AT_LEAST` never goes, whatever the rule says.
    """

    source = models.CharField(max_length=100)
    at = models.DateTimeField(db_default=Now())
    before = models.DateTimeField()
    rows = models.BigIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(
                    before__lte=models.ExpressionWrapper(
                        models.F("at") - models.Value(KEPT_AT_LEAST), output_field=models.DateTimeField()
                    )
                ),
                name="core_forgetting_kept_so_long",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.rows}"
