"""The list of papers."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.core.templatetags.ui import date_vn
from congdoan.core.templatetags.ui import state as state_tag
from congdoan.documents.models import Document


class DocumentTable(tables.Table):  # type: ignore[misc]
    symbol = tables.Column("Số, ký hiệu", attrs={"td": {"class": "cd-symbol"}}, empty_values=())
    subject = tables.Column("Tên loại và trích yếu")
    issuer = tables.Column("Nơi ban hành", default="–")
    issued_on = tables.Column("Ngày", default="–", attrs={"td": {"class": "cd-date"}})
    validity = tables.Column("Hiệu lực")

    class Meta:
        attrs = {"what": "văn bản", "class": "cd-table-cards"}
        order_by = "-issued_on"
        empty_text = ""

    def render_symbol(self, record: Document) -> str:
        return record.symbol or "–"

    def render_subject(self, record: Document, value: str) -> SafeString:
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{}</span>',
            reverse("documents:document", args=[record.pk]),
            value,
            record.get_type_display(),
        )

    def render_issued_on(self, value: Any) -> str:
        return str(date_vn(value))

    def render_validity(self, record: Document) -> Any:
        return state_tag(record.validity)
