"""The kinds of papers that carry tasks, as rows by date: what each is called and what its rules are."""

from datetime import date
from typing import ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.documents.models import DocumentType
from congdoan.organisation.models import INSIDE, UnitKind

PLAN: Final = "KH"
DIRECTION: Final = "YK"
"""The kind of what a leader orders without a paper."""


class KindQuerySet(models.QuerySet["PlanKind"]):
    def on(self, day: date) -> "KindQuerySet":
        """The rows that hold on the day: at most one for each code."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


@audited
class PlanKind(AuditedModel):
    """What holds of one kind from a day on. `code` stays the same through all its rows.

    `symbol` stands in numbers ("NQ" in 05/NQ-LĐLĐ) and names their series; empty where papers bear no number. `type` is
    what the paper is in the store. `issuers` are the kinds of units that may issue it, all when empty. `committee` is
    printed above the signer's office; empty where the unit's own says it. `term_years` is how long one runs that names
    no day.
    """

    code = models.CharField("mã", max_length=12)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    name = models.CharField("tên loại", max_length=80)
    short_name = models.CharField("tên ngắn", max_length=30)
    symbol = models.CharField("chữ trong số, ký hiệu", max_length=12, blank=True)
    type = models.CharField("loại trong kho văn bản", max_length=8, choices=DocumentType.choices)
    issuers = ArrayField(
        models.CharField(max_length=20, choices=[one for one in UnitKind.choices if one[0] not in INSIDE]),
        verbose_name="cấp được ban hành",
        default=list,
        blank=True,
    )
    committee = models.CharField("thay mặt", max_length=120, blank=True)
    term_years = models.SmallIntegerField("thời hạn (năm)", null=True, blank=True)
    reviews_midway = models.BooleanField("sơ kết giữa kỳ", default=False)
    reviews_at_end = models.BooleanField("tổng kết cuối kỳ", default=False)
    is_direct = models.BooleanField("giao việc trực tiếp", default=False)
    order = models.SmallIntegerField("thứ tự", default=50)
    source = models.CharField("nguồn", max_length=300)

    objects: ClassVar[KindQuerySet] = KindQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "loại văn bản giao việc"
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="plans_kind_once")]
        ordering = ["order", "name", "-valid_from"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_numbered(self) -> bool:
        return bool(self.symbol)

    def may_be_issued_by(self, unit_kind: str) -> bool:
        return not self.issuers or unit_kind in self.issuers
