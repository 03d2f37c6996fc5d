from django.contrib.postgres.fields import ArrayField
from django.db import models


class Failure(models.Model):
    """An error that nobody expected, kept for whoever looks into it: no value of anything that people typed.

    `number` is what the person was shown: that of the request, or "viec-12" for background work 12.
    """

    number = models.CharField(max_length=24, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    page = models.CharField(max_length=200)
    method = models.CharField(max_length=10, blank=True)
    user_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=200)
    detail = models.CharField(max_length=400, blank=True)
    places = models.TextField()

    def __str__(self) -> str:
        return self.number


class PageTimes(models.Model):
    """How many answers of a page took how long in an hour. `counts` follows the bounds of `core/seeing/slow.py`."""

    page = models.CharField(max_length=200)
    hour = models.DateTimeField()
    counts = ArrayField(models.IntegerField())
    failed = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "page"], name="core_page_times_once")]

    def __str__(self) -> str:
        return f"{self.page} {self.hour:%d/%m/%Y %H}"
