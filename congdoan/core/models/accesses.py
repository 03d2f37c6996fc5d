"""Who looked at which personal record: rows are added and never altered; old ones go by a rule."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q


class RecordAccess(models.Model):
    """One look at a personal record, or at a list or file of many (`record` is empty then).

    `kind` names the sort of record, registered in `core/record_access.py`. `unit` is whose list it was, where it was
    one unit's; `rows` how many records a list or file held, `filter` its choice in words. `page` is the pattern of the
    address, `request` the number of the request, `address` that of the browser.
    """

    class What(models.TextChoices):
        VIEW = "view", "Xem"
        LIST = "list", "Xem danh sách"
        EXPORT = "export", "Xuất ra tệp"
        PRINT = "print", "In"

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    record = models.BigIntegerField(null=True)
    what = models.CharField(max_length=6, choices=What.choices)
    unit = models.BigIntegerField(null=True)
    rows = models.IntegerField(null=True)
    filter = models.CharField(max_length=200, blank=True)
    page = models.CharField(max_length=120)
    request = models.CharField(max_length=24)
    address = models.CharField(max_length=45)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "record", "at"], name="core_access_of_record"),
            models.Index(fields=["by", "at"], name="core_access_by"),
            models.Index(
                fields=["unit", "at"], condition=Q(record=None, unit__isnull=False), name="core_access_of_unit"
            ),
            BrinIndex(fields=["at"], name="core_access_at", autosummarize=True),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [pgtrigger.Protect(name="only_added", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.kind} {self.record or ''}".strip()
