from django.db import models


class Counter(models.Model):
    """The last number given in a series of a unit in a year."""

    unit_id = models.BigIntegerField()
    series = models.CharField(max_length=40)
    year = models.SmallIntegerField()
    last = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit_id", "series", "year"], name="core_counter_once")]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"
