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


class PaperNumbers(models.Model):
    """Numbers of a series that were used before, on a register kept on paper: `first` to `last`, both included."""

    unit_id = models.BigIntegerField()
    series = models.CharField(max_length=40)
    year = models.SmallIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["unit_id", "series", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first__gte=1, last__gte=models.F("first")), name="core_paper_numbers_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.first}–{self.last}"
