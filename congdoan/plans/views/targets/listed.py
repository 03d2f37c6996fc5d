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
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.targets.listed import TargetRow, not_measured, target_rows
from congdoan.plans.services.targets.rights import may_manage
from congdoan.plans.views.targets import cells

PER_PAGE = 50
COLUMNS = (
    Column("Chỉ tiêu", lambda row: row.target.name, width=60),
    Column("Đơn vị", lambda row: str(row.part.unit), width=30),
    Column("Đơn vị tính", lambda row: row.target.unit_words, width=14),
    Column("Số gốc", lambda row: row.target.base_value if row.part.parent_id is None else None, Kind.NUMBER, 14),
    Column("Mức phải đạt", lambda row: row.part.value, Kind.NUMBER, 14),
    Column("Mức đến nay", lambda row: row.expected, Kind.NUMBER, 14),
    Column("Đã đạt", lambda row: row.reached, Kind.NUMBER, 14),
    Column("So với mức (%)", lambda row: row.share, Kind.NUMBER, 14),
    Column("Tình hình", lambda row: row.standing.words, width=22),
    Column("Đã nhập kỳ gần nhất", lambda row: cells.given_words(row.latest), width=18),
)


def number(label: str) -> dict[str, dict[str, str]]:
    return {"th": {"class": "cd-num"}, "td": {"class": "cd-num", "label": label}}


class TargetTable(tables.Table):  # type: ignore[misc]
    name = tables.Column("Chỉ tiêu", accessor="target__name")
    level = tables.Column("Mức phải đạt", accessor="part__value", attrs=number("Mức phải đạt"))
    reached = tables.Column("Đã đạt", empty_values=(), attrs=number("Đã đạt"))
    share = tables.Column("So với mức", empty_values=(), attrs={"td": {"label": "So với mức"}})
    state = tables.Column("Tình hình", accessor="standing", orderable=False)
    given = tables.Column("Đã nhập", accessor="latest", orderable=False, attrs=number("Đơn vị đã nhập"))

    class Meta:
        attrs = {"what": "chỉ tiêu", "class": "cd-table-cards"}
        default = "–"

    def render_name(self, record: TargetRow, value: str) -> SafeString:
        place = "" if record.part.parent_id is None else f"Phần của {record.part.unit}"
        return format_html(
            '<a class="cd-cell-title" href="{}">{}</a><span class="cd-cell-sub">{}</span>',
            reverse("plans:measured-target", args=[record.target.pk]),
            value,
            place,
        )

    def render_level(self, record: TargetRow) -> str:
        return cells.with_unit(record.part.value, record.target)

    def render_reached(self, record: TargetRow) -> str:
        return cells.figure(record.reached, record.target)

    def render_share(self, record: TargetRow) -> SafeString | str:
        return cells.share_mark(record.standing)

    def render_state(self, record: TargetRow) -> SafeString:
        return cells.standing_mark(record.standing)

    def render_given(self, record: TargetRow) -> str:
        return cells.given_words(record.latest)


@require_GET
def plan_targets(request: HttpRequest, plan_id: int) -> HttpResponseBase:
    """The targets of a plan, and how far each one is."""
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    rows = target_rows(plan, user)
    title = f"Chỉ tiêu của {plan}"
    if sheet := export_if_asked(request, name="Chi tieu", columns=COLUMNS, rows=rows, title=title):
        return sheet
    table = TargetTable(rows)
    show_page(request, table, rows=PER_PAGE)
    manages = may_manage(user, plan)
    context: dict[str, Any] = {
        "plan": plan,
        "table": table,
        "may_manage": manages,
        "stated": not_measured(plan) if manages else [],
        "phone_back_url": reverse("plans:plan", args=[plan.pk]),
        "phone_back_label": "Kế hoạch",
    }
    return render(request, "plans/targets/list.html", context)
