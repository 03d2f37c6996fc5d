from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may
from congdoan.plans.models import Handover
from congdoan.plans.queries.handovers.listed import WAYS, handovers_of
from congdoan.plans.queries.work.unit_tasks import unit_seen
from congdoan.plans.views.work.follow_up_filter import Choice

PER_PAGE = 50
NOBODY = "Thôi giao"
COLUMNS = (
    Column("Ngày", lambda row: row.on, Kind.DATE, 12),
    Column("Theo văn bản", lambda row: str(row.assignment.plan), width=30),
    Column("Nhiệm vụ", lambda row: f"{row.assignment.task.number} {row.assignment.task.title}", width=60),
    Column("Từ", lambda row: str(row.from_unit), width=30),
    Column("Sang", lambda row: str(row.to_unit or NOBODY), width=30),
    Column("Khi bàn giao", lambda row: row.get_state_display(), width=20),
    Column("Quyết định", lambda row: row.reorganisation.decision, width=20),
    Column("Sắp xếp", lambda row: row.reorganisation.summary, width=40),
)


class HandoverTable(tables.Table):  # type: ignore[misc]
    task = tables.Column("Nhiệm vụ", empty_values=(), orderable=False)
    from_unit = tables.Column("Từ", attrs={"td": {"label": "Từ"}}, orderable=False)
    to_unit = tables.Column("Sang", empty_values=(), attrs={"td": {"label": "Sang"}}, orderable=False)
    state = tables.Column("Khi bàn giao", attrs={"td": {"label": "Khi bàn giao"}}, orderable=False)
    on = tables.Column("Ngày", attrs={"td": {"class": "cd-date", "label": "Ngày"}})
    reorganisation = tables.Column("Sắp xếp", orderable=False)

    class Meta:
        attrs = {"what": "lần bàn giao", "class": "cd-table-cards"}
        default = "–"

    def render_task(self, record: Handover) -> SafeString:
        """To where the work goes on; one that was added to another's leads there only for those who see it."""
        one = record.assignment
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{} · Nhiệm vụ {}</span>',
            reverse("plans:assignment", args=[one.pk]),
            one.task.title,
            one.plan,
            one.task.number,
        )

    def render_to_unit(self, record: Handover) -> SafeString | str:
        if record.to_unit is None:
            return NOBODY
        return format_html("{}{}", record.to_unit, ", gộp vào phần việc cùng loại" if record.into_id else "")

    def render_on(self, value: Any) -> str:
        return str(date_vn(value))

    def render_reorganisation(self, record: Handover) -> SafeString:
        done = record.reorganisation
        return format_html('{}<span class="cd-cell-sub">{}</span>', done.summary, done.decision)


@require_GET
def handovers(request: HttpRequest, unit_id: int) -> HttpResponseBase:
    """What a unit took over and handed over when units were reorganised."""
    user = signed_in(request)
    unit = unit_seen(unit_id, user)
    way = request.GET.get("chieu", "")
    way = way if way in WAYS else ""
    rows = handovers_of(unit, way)
    sheet = export_if_asked(
        request,
        name=f"Ban giao {unit}",
        columns=COLUMNS,
        rows=rows,
        title=f"Nhiệm vụ bàn giao của {unit}",
        filter_text=WAYS.get(way, ""),
    )
    if sheet is not None:
        return sheet
    table = HandoverTable(rows)
    show_page(request, table, rows=PER_PAGE)
    ways = [Choice(key, label, key == way) for key, label in WAYS.items()]
    context = {"unit": unit, "table": table, "ways": ways, "way": way, "filter_words": WAYS.get(way, "")}
    context["sees_unit"] = may(user, "units.view", unit)
    return render(request, "plans/work/handovers.html", context)
