"""The list of plans and of the other papers that carry tasks."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.core.templatetags.ui import date_vn
from congdoan.core.templatetags.ui import state as state_tag
from congdoan.plans.models import Plan
from congdoan.plans.queries.plans import PlanFigures


def _number(label: str) -> dict[str, dict[str, str]]:
    """A column of figures; on a phone, where there is no head, each has its label."""
    return {"th": {"class": "cd-num"}, "td": {"class": "cd-num", "label": label}}


class PlanTable(tables.Table):  # type: ignore[misc]
    """`figures` by plan id come beside the rows: the page asks for them once."""

    kind_name = tables.Column("Loại")
    symbol = tables.Column("Số, ký hiệu", attrs={"td": {"class": "cd-symbol"}})
    subject = tables.Column("Trích yếu")
    issued_on = tables.Column("Ngày", attrs={"td": {"class": "cd-date", "label": "Ngày"}})
    until = tables.Column("Thực hiện đến", attrs={"td": {"class": "cd-date", "label": "Đến"}})
    state = tables.Column("Trạng thái")
    done = tables.Column("Đã xong", orderable=False, empty_values=(), attrs=_number("Đã xong"))
    late = tables.Column("Quá hạn", orderable=False, empty_values=(), attrs=_number("Quá hạn"))

    class Meta:
        attrs = {"what": "văn bản", "class": "cd-table-cards"}
        order_by = "-issued_on"
        empty_text = ""

    def __init__(self, *args: Any, figures: dict[int, PlanFigures], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = figures

    def render_subject(self, record: Plan, value: str) -> SafeString:
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{}</span>',
            reverse("plans:plan", args=[record.pk]),
            value,
            record.unit,
        )

    def render_issued_on(self, value: Any) -> str:
        return str(date_vn(value))

    def render_until(self, value: Any) -> str:
        return str(date_vn(value))

    def render_state(self, record: Plan) -> Any:
        return state_tag(f"plan_{record.state}")

    def render_done(self, record: Plan) -> str:
        figures = self.figures.get(record.pk)
        return f"{figures.done}/{figures.parts}" if figures and figures.parts else "–"

    def render_late(self, record: Plan) -> Any:
        late = self.figures.get(record.pk, PlanFigures()).late
        return format_html('<span class="cd-late">{}</span>', late) if late else "–"
