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
from congdoan.core.web import signed_in
from congdoan.plans.models import Assignment
from congdoan.plans.queries.handovers.listed import has_handovers
from congdoan.plans.queries.targets.owed import owed_values
from congdoan.plans.queries.work.follow_up.scope import STATES, in_state
from congdoan.plans.queries.work.looks import look_of_assignment
from congdoan.plans.queries.work.unit_tasks import tasks_of_unit, unit_seen
from congdoan.plans.views.work.follow_up_filter import Choice
from congdoan.plans.views.work.follow_up_table import look_mark

PER_PAGE = 50
COLUMNS = (
    Column("Theo văn bản", lambda row: str(row.plan), width=30),
    Column("Mục", lambda row: row.task.number, width=12),
    Column("Nhiệm vụ", lambda row: row.task.title, width=60),
    Column("Đơn vị", lambda row: str(row.unit), width=30),
    Column("Vai trò", lambda row: row.get_role_display(), width=12),
    Column("Hạn", lambda row: row.due, Kind.DATE, 12),
    Column("Trạng thái", lambda row: look_of_assignment(row, clock.today()).words, width=24),
    Column("Báo cáo gần nhất", lambda row: row.last_report_on, Kind.DATE, 16),
)


class UnitTaskTable(tables.Table):  # type: ignore[misc]
    task = tables.Column("Nhiệm vụ", order_by=("task__title",))
    unit = tables.Column("Đơn vị", attrs={"td": {"label": "Đơn vị"}}, orderable=False)
    role = tables.Column("Vai trò", attrs={"td": {"class": "cd-muted"}})
    due = tables.Column("Hạn", attrs={"td": {"class": "cd-date", "label": "Hạn"}})
    state = tables.Column("Trạng thái")
    last_report_on = tables.Column("Báo cáo gần nhất", attrs={"td": {"class": "cd-date", "label": "Báo cáo"}})

    class Meta:
        attrs = {"what": "nhiệm vụ", "class": "cd-table-cards"}
        default = "–"

    def render_task(self, record: Assignment) -> SafeString:
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{} · Nhiệm vụ {}</span>',
            reverse("plans:assignment", args=[record.pk]),
            record.task.title,
            record.plan,
            record.task.number,
        )

    def render_role(self, record: Assignment) -> str:
        return str(record.get_role_display())

    def render_state(self, record: Assignment) -> SafeString:
        return look_mark(look_of_assignment(record, clock.today()))

    def render_due(self, value: Any) -> str:
        return str(date_vn(value))

    def render_last_report_on(self, value: Any) -> str:
        return str(date_vn(value))


@require_GET
def unit_tasks(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    """What a unit owes over all plans, with its departments."""
    unit, today = unit_seen(unit_id, signed_in(request)), clock.today()
    state = request.GET.get("trang-thai", "")
    state = state if state in STATES else ""
    rows = tasks_of_unit(unit).filter(in_state(state, today))
    sheet = export_if_asked(
        request,
        name=f"Nhiem vu {unit}",
        columns=COLUMNS,
        rows=rows,
        title=f"Nhiệm vụ của {unit}",
        filter_text=STATES.get(state, ""),
    )
    if sheet is not None:
        return sheet
    table = UnitTaskTable(rows)
    show_page(request, table, rows=PER_PAGE)
    states = [Choice(key, label, key == state) for key, label in STATES.items()]
    context = {"unit": unit, "table": table, "states": states, "state": state, "filter_words": STATES.get(state, "")}
    context["has_handovers"] = has_handovers(unit)
    context["owed"] = owed_values(unit, today)
    return render(request, "plans/work/unit_tasks.html", context)
