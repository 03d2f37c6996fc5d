"""The unit tree with history.

`Unit` is what holds today; `UnitVersion` has every period, so that any past day can be asked for.
"""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.text import fold
from congdoan.organisation.kinds import INSIDE, RANKS, ParentLink, UnitKind
from congdoan.organisation.naming import order_key, search_words
from congdoan.organisation.scoping import ScopedQuerySet


class UnitQuerySet(ScopedQuerySet["Unit"]):
    path_field = "path"

    def under(self, unit: "Unit", *, itself: bool = True) -> "UnitQuerySet":
        found = self.filter(path__startswith=unit.path)
        return found if itself else found.exclude(pk=unit.pk)

    def existing(self, on: date) -> "UnitQuerySet":
        return self.filter(starts_on__lte=on).filter(Q(ends_on=None) | Q(ends_on__gt=on))

    def organs(self) -> "UnitQuerySet":
        """Units of their own, not departments or inspection committees."""
        return self.exclude(kind__in=INSIDE)


class UnitFields(models.Model):
    """What a unit's row and each of its versions have."""

    name = models.CharField("tên", max_length=250)
    short_name = models.CharField("tên gọn", max_length=120)
    kind = models.CharField("loại", max_length=20, choices=UnitKind.choices)
    parent_link = models.CharField(
        "quan hệ với cấp trên", max_length=10, choices=ParentLink.choices, default=ParentLink.DIRECT
    )
    path = models.CharField(max_length=400, editable=False)

    class Meta:
        abstract = True


@audited
class Unit(AuditedModel, UnitFields):
    """An organ, department or body. `path` is the ids from the root to itself: "/1/24/311/". Never deleted.

    `ends_on` is the first day on which it no longer exists.
    """

    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children", verbose_name="cấp trên")
    depth = models.SmallIntegerField(editable=False)
    starts_on = models.DateField("có từ ngày")
    ends_on = models.DateField("đến ngày", null=True, blank=True)
    symbol = models.CharField("ký hiệu trên văn bản", max_length=40, blank=True, help_text="Ví dụ: LĐLĐ")
    place = models.CharField("địa danh trên văn bản", max_length=80, blank=True)
    code = models.CharField("mã định danh", max_length=40, blank=True)
    address = models.CharField("địa chỉ", max_length=250, blank=True)
    phone = models.CharField("điện thoại", max_length=40, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    rank = models.SmallIntegerField(default=100, editable=False)
    sort_key = models.CharField(max_length=600, editable=False)
    folded = models.CharField(max_length=400, editable=False)
    words = models.TextField(default="", editable=False)

    objects: ClassVar[UnitQuerySet] = UnitQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "đơn vị"
        ordering = ["rank", "sort_key"]
        indexes = [
            models.Index(fields=["path"], opclasses=["text_pattern_ops"], name="organisation_unit_path"),
            models.Index(fields=["parent", "rank", "sort_key"]),
            models.Index(fields=["folded"], opclasses=["text_pattern_ops"], name="organisation_unit_folded"),
            GinIndex(SearchVector("words", config="simple"), name="organisation_unit_words"),
        ]

    def __str__(self) -> str:
        return self.short_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "rank", "sort_key", "folded", "words"}
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Set what follows from kind and names: order and the words by which it is found."""
        self.rank = RANKS[self.kind]
        self.sort_key, self.folded = order_key(self.short_name), fold(f"{self.short_name} {self.name}")
        self.words = search_words(self.short_name, self.name)

    @property
    def is_inside(self) -> bool:
        return self.kind in INSIDE

    @property
    def organ(self) -> "Unit":
        """The organ that it is, or is a part of."""
        return self.parent if self.is_inside and self.parent else self

    @property
    def organ_path(self) -> str:
        """The path of the organ that it is, or is a part of."""
        return self.path if not self.is_inside else self.path[: self.path.rstrip("/").rfind("/") + 1]

    @property
    def organ_id(self) -> int:
        return int(self.organ_path.rstrip("/").rsplit("/", 1)[1])

    def exists_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


class UnitVersion(UnitFields):
    """A unit as it was from `valid_from` until before `valid_to`."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    reorganisation = models.ForeignKey("Reorganisation", models.PROTECT, null=True, related_name="versions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "valid_from"], name="organisation_version_once")]
        indexes = [
            models.Index(
                fields=["path", "valid_from"],
                opclasses=["text_pattern_ops", "date_ops"],
                name="organisation_version_path",
            ),
            models.Index(fields=["parent", "valid_from"]),
        ]

    def __str__(self) -> str:
        return f"{self.short_name} từ {self.valid_from:%d/%m/%Y}"


class UnitAliasQuerySet(ScopedQuerySet["UnitAlias"]):
    path_field = "scope__path"

    def holding(self) -> Self:
        """Those that nobody has revoked."""
        return self.filter(revoked_at=None)


@audited
class UnitAlias(AuditedModel):
    """Another way to write a unit's name, seen in papers and confirmed by a person; holds inside `scope`'s subtree.

    A revoked one is kept: it holds no more, and is not confirmed again by itself.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    scope = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    text = models.CharField("cách viết", max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    confirmed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người bỏ"
    )

    objects: ClassVar[UnitAliasQuerySet] = UnitAliasQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "tên gọi khác"
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "folded"], condition=Q(revoked_at=None), name="organisation_alias_once"
            ),
            models.UniqueConstraint(fields=["scope", "folded", "unit"], name="organisation_alias_of_unit_once"),
        ]

    def __str__(self) -> str:
        return self.text
