"""Official papers: those of our own units, those received, and those that others cite."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Func, Q, Value

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.core.text import fold
from congdoan.documents.readers import read_by
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import ScopedQuerySet, under_paths

if TYPE_CHECKING:
    from congdoan.accounts.models import User


class DocumentType(models.TextChoices):
    """Kinds of papers by their abbreviation (Decree 30/2020/NĐ-CP, with laws and decrees that papers cite)."""

    RESOLUTION = "NQ", "Nghị quyết"
    DECISION = "QĐ", "Quyết định"
    DIRECTIVE = "CT", "Chỉ thị"
    REGULATION = "QC", "Quy chế"
    RULE = "QyĐ", "Quy định"
    NOTICE = "TB", "Thông báo"
    GUIDANCE = "HD", "Hướng dẫn"
    PROGRAMME = "CTr", "Chương trình"
    PLAN = "KH", "Kế hoạch"
    SCHEME = "PA", "Phương án"
    PROJECT = "ĐA", "Đề án"
    REPORT = "BC", "Báo cáo"
    PROPOSAL = "TTr", "Tờ trình"
    CONCLUSION = "KL", "Kết luận"
    LETTER = "CV", "Công văn"
    LAW = "Luật", "Luật"
    DECREE = "NĐ", "Nghị định"
    CIRCULAR = "TT", "Thông tư"
    OTHER = "khác", "Văn bản khác"


def found_in() -> Any:
    """What words are looked for in: the parts of a symbol are words of their own, "12/KH-LĐLĐ" is 12, kh, ldld."""
    apart = Func("folded", Value("/-"), Value("  "), function="translate", output_field=models.TextField())
    return SearchVector(apart, config="simple")


class DocumentQuerySet(ScopedQuerySet["Document"]):
    path_field = "unit__path"

    def visible_to(self, user: "User", action: str) -> Self:
        """Those of units where the person has the right, and those that name the person's side as their readers."""
        return self.filter(Q(readers="") & under_paths(self.path_field, scope(user, action).paths) | read_by(user))


@audited
class Document(AuditedModel):
    """One paper. `unit` keeps it; `file` is the paper itself when there is one.

    `readers` names who alone may read it, see `documents.readers`; empty: whoever sees the papers of `unit`.
    """

    class Validity(models.TextChoices):
        DRAFT = "draft", "Bản nháp"
        IN_FORCE = "in_force", "Còn hiệu lực"
        AMENDED = "amended", "Đã sửa đổi"
        REPLACED = "replaced", "Đã bị thay thế"
        EXPIRED = "expired", "Hết hiệu lực"

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="documents", verbose_name="đơn vị lưu")
    type = models.CharField("loại", max_length=8, choices=DocumentType.choices, default=DocumentType.OTHER)
    symbol = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=250, blank=True)
    subject = models.CharField("trích yếu", max_length=1000)
    validity = models.CharField("hiệu lực", max_length=10, choices=Validity.choices, default=Validity.IN_FORCE)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaces")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    readers = models.CharField("ai được đọc", max_length=20, blank=True, default="", db_default="", editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    folded = models.TextField(editable=False)

    objects: ClassVar[DocumentQuerySet] = DocumentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "văn bản"
        indexes = [
            models.Index(fields=["unit", "-issued_on"]),
            models.Index(fields=["symbol", "issued_on"], condition=~Q(symbol=""), name="documents_symbol"),
            GinIndex(found_in(), name="documents_words_apart"),
        ]

    def __str__(self) -> str:
        return self.symbol or self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.get_type_display()} {self.symbol} {self.issuer} {self.subject}")
        super().save(*args, **kwargs)
