"""How the list of papers is narrowed."""

import django_filters
from django.db.models import QuerySet

from congdoan.core.ui.forms import VnDateField
from congdoan.documents.models import Document, DocumentType
from congdoan.documents.queries.store import with_words


class DayFilter(django_filters.Filter):  # type: ignore[misc]
    """A day written as dd/mm/yyyy."""

    field_class = VnDateField


class DocumentFilter(django_filters.FilterSet):  # type: ignore[misc]
    q = django_filters.CharFilter(method="by_words", label="Số, ký hiệu, trích yếu, nơi ban hành")
    type = django_filters.ChoiceFilter(choices=DocumentType.choices, label="Loại", empty_label="Mọi loại")
    issuer = django_filters.CharFilter(lookup_expr="icontains", label="Nơi ban hành")
    validity = django_filters.ChoiceFilter(
        choices=Document.Validity.choices, label="Hiệu lực", empty_label="Mọi hiệu lực"
    )
    tu = DayFilter(field_name="issued_on", lookup_expr="gte", label="Từ ngày")
    den = DayFilter(field_name="issued_on", lookup_expr="lte", label="Đến ngày")

    class Meta:
        model = Document
        fields = ["q", "type", "issuer", "validity", "tu", "den"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, words in (("q", "Số, ký hiệu, trích yếu"), ("issuer", "Nơi ban hành")):
            self.form.fields[name].widget.attrs |= {"placeholder": words, "class": "cd-filter-text"}
        for name, words in (("tu", "Từ ngày"), ("den", "Đến ngày")):
            self.form.fields[name].widget.attrs["placeholder"] = words

    def by_words(self, papers: "QuerySet[Document]", name: str, value: str) -> "QuerySet[Document]":
        return with_words(papers, value)
