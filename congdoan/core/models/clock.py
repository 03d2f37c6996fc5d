from django.db import models


class ClockSetting(models.Model):
    """How far the business day is from the real one. At most one row."""

    offset = models.DurationField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="core_clock_one_row")]

    def __str__(self) -> str:
        return str(self.offset)
