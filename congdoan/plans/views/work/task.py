from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from congdoan.core import clock
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.ui.paging import show_page
from congdoan.plans.models import Assignment
from congdoan.plans.queries.work.looks import look_of_assignment
from congdoan.plans.queries.work.task_page import counts_of, parts_of, task_of
from congdoan.plans.views.work import follow_up_filter as asked
from congdoan.plans.views.work.follow_up_table import look_mark

PER_PAGE = 50
COLUMNS = (
    Column("Đơn vị", lambda row: row.unit.name, width=44),
    Column("Vai trò", lambda row: row.get_role_display(), width=12),
    Column("Hạn", lambda row: row.due, Kind.DATE, 12),
    Column("Trạng thái", lambda row: look_of_assignment(row, clock.today()).words, width=24),
    Column("Ngày nhận", lambda row: row.taken_on, Kind.DATE, 12),
    Column("Báo cáo gần nhất", lambda row: row.last_report_on, Kind.DATE, 16),
    Column("Ngày hoàn thành", lambda row: row.done_on, Kind.DATE, 16),
    Column("Vướng mắc", lambda row: row.open_obstacles or None, Kind.NUMBER, 12),
)


class PartTable(tables.Table):  # type: ignore[misc]
    unit = tables.Column("Đơn vị", order_by=("unit__rank", "unit__sort_key"))
    role = tables.Column("Vai trò", attrs={"td": {"class": "cd-muted"}})
    due = tables.Column("Hạn", attrs={"td": {"class": "cd-date", "label": "Hạn"}})
    state = tables.Column("Trạng thái")
    taken_on = tables.Column("Nhận việc", attrs={"td": {"class": "cd-date", "label": "Nhận việc"}})
    last_report_on = tables.Column("Báo cáo gần nhất", attrs={"td": {"class": "cd-date", "label": "Báo cáo"}})

    class Meta:
        attrs = {"what": "đơn vị", "class": "cd-table-cards"}
        default = "–"

    def render_unit(self, record: Assignment) -> SafeString:
        url = reverse("plans:assignment", args=[record.pk])
        return format_html('<a class="cd-cell-title" href="{}">{}</a>', url, record.unit)

    def render_role(self, record: Assignment) -> str:
        return str(record.get_role_display())

    def render_state(self, record: Assignment) -> SafeString:
        return look_mark(look_of_assignment(record, clock.today()))

    def render_due(self, value: Any) -> str:
        return str(date_vn(value))

    def render_taken_on(self, value: Any) -> str:
        return str(date_vn(value))

    def render_last_report_on(self, value: Any) -> str:
        return str(date_vn(value))


@require_GET
def task_page(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponseBase:
    """A task for those above: the order, and how far every unit is with it."""
    follow_up = asked.follow_up_of(request, plan_id)
    task = task_of(follow_up, task_id)
    parts = parts_of(follow_up, task)
    words = asked.in_words(follow_up)
    sheet = export_if_asked(
        request, name=f"Nhiem vu {task.number}", columns=COLUMNS, rows=parts, title=task.title, filter_text=words
    )
    if sheet is not None:
        return sheet
    counts = counts_of(follow_up, task)
    table = PartTable(parts)
    show_page(request, table, rows=PER_PAGE)
    context = {
        "follow_up": follow_up,
        "plan": follow_up.plan,
        "task": task,
        "counts": counts,
        "table": table,
        "states": asked.state_choices(follow_up),
        "unit_choices": asked.unit_choices(follow_up, None),
        "filter_words": words,
        "address": asked.address(follow_up),
        "phone_back_url": reverse("plans:follow-up", args=[plan_id]),
        "phone_back_label": "Theo dõi kế hoạch",
    }
    return render(request, "plans/work/task.html", context)
