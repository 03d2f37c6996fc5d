"""The list of a plan's tasks, as a table and as a sheet."""

from datetime import date

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import date_vn, marked
from congdoan.core.ui.states import STATES, Tone
from congdoan.plans.queries.work.follow_up.tasks import TaskRow
from congdoan.plans.queries.work.looks import Look


class TaskTable(tables.Table):  # type: ignore[misc]
    number = tables.Column("Mục", accessor="task__number", attrs={"td": {"class": "cd-muted cd-nowrap"}})
    title = tables.Column("Nhiệm vụ", accessor="task__title")
    lead_text = tables.Column("Chủ trì", attrs={"td": {"label": "Chủ trì"}})
    cooperating_text = tables.Column("Phối hợp", attrs={"td": {"label": "Phối hợp", "class": "cd-muted"}})
    due = tables.Column(
        "Hạn", accessor="task__due", order_by=("due_key",), attrs={"td": {"class": "cd-date", "label": "Hạn"}}
    )
    result = tables.Column("Kết quả", orderable=False, attrs={"td": {"label": "Kết quả"}})
    look = tables.Column("Trạng thái", order_by=("look_key",))
    last_report = tables.Column("Cập nhật", attrs={"td": {"class": "cd-muted cd-nowrap", "label": "Cập nhật"}})

    class Meta:
        attrs = {"what": "nhiệm vụ", "class": "cd-table-cards"}
        order_by = "due"
        default = "–"

    def render_title(self, record: TaskRow, value: str) -> SafeString:
        url = reverse("plans:task", args=[record.task.plan_id, record.task.pk])
        return format_html('<a class="cd-cell-title" href="{}">{}</a>', url, value)

    def render_due(self, value: date) -> str:
        return str(date_vn(value))

    def render_last_report(self, value: date) -> str:
        return f"{value:%d/%m}"

    def render_look(self, value: Look) -> SafeString:
        return look_mark(value)


def look_mark(look: Look) -> SafeString:
    """Glyph and words of a look: "Quá hạn 9 ngày"."""
    glyph = STATES[look.code].glyph
    tone: Tone = STATES[look.code].tone
    return marked(glyph, look.words, tone, chip=False)


COLUMNS = (
    Column("Mục", lambda row: row.task.number, width=12),
    Column("Phần", lambda row: row.section and (row.section.short_title or row.section.title), width=32),
    Column("Nhiệm vụ", lambda row: row.task.title, width=60),
    Column("Chủ trì", lambda row: row.lead_text, width=26),
    Column("Phối hợp", lambda row: row.cooperating_text, width=26),
    Column("Hạn", lambda row: row.task.due, Kind.DATE, 12),
    Column("Kết quả", lambda row: row.result, width=24),
    Column("Số đơn vị", lambda row: row.counts.total, Kind.NUMBER, 12),
    Column("Hoàn thành", lambda row: row.counts.done, Kind.NUMBER, 12),
    Column("Quá hạn", lambda row: row.counts.late, Kind.NUMBER, 12),
    Column("Trạng thái", lambda row: row.look.words, width=22),
    Column("Báo cáo gần nhất", lambda row: row.last_report, Kind.DATE, 16),
)
