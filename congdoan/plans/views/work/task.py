from typing import Any

import django_tables2 as tables
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from congdoan.core import clock
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may
from congdoan.plans.models import Assignment, Plan
from congdoan.plans.queries.local.coverage import STATES as OWN_PLANS
from congdoan.plans.queries.local.coverage import OwnWork, may_plan, own_work, with_own_state
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import summary_of
from congdoan.plans.queries.work.looks import look_of_assignment
from congdoan.plans.queries.work.task_page import changes_for_some, counts_of, coverage_of, parts_of, task_of
from congdoan.plans.services.local.remind import remind_to_plan
from congdoan.plans.views.work import follow_up_filter as asked
from congdoan.plans.views.work.follow_up_table import look_mark
from congdoan.plans.views.work.own_plans import own_work_mark

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
    Column("Kế hoạch của đơn vị", lambda row: OWN_PLANS.get(row.own_state, ""), width=24),
)


class PartTable(tables.Table):  # type: ignore[misc]
    unit = tables.Column("Đơn vị", order_by=("unit__rank", "unit__sort_key"))
    role = tables.Column("Vai trò", attrs={"td": {"class": "cd-muted"}})
    due = tables.Column("Hạn", attrs={"td": {"class": "cd-date", "label": "Hạn"}})
    state = tables.Column("Trạng thái")
    taken_on = tables.Column("Nhận việc", attrs={"td": {"class": "cd-date", "label": "Nhận việc"}})
    last_report_on = tables.Column("Báo cáo gần nhất", attrs={"td": {"class": "cd-date", "label": "Báo cáo"}})
    own = tables.Column("Kế hoạch của đơn vị", empty_values=(), orderable=False, attrs={"td": {"label": "Kế hoạch"}})

    class Meta:
        attrs = {"what": "đơn vị", "class": "cd-table-cards"}
        default = "–"

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        """`work` by assignment id comes beside the rows of the page: they are asked for once."""
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.work: dict[int, OwnWork] = {}

    def render_own(self, record: Assignment) -> SafeString | str:
        return own_work_mark(self.work.get(record.pk), expects=may_plan(record, self.plan))

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
    follow_up = asked.follow_up_of(signed_in(request), plan_id, request.GET)
    task = task_of(follow_up, task_id)
    parts = parts_of(follow_up, task)
    words = asked.in_words(follow_up)
    sheet = export_if_asked(
        request,
        name=f"Nhiem vu {task.number}",
        columns=COLUMNS,
        rows=with_own_state(parts, follow_up.plan) if "xuat" in request.GET else parts,
        title=task.title,
        filter_text=words,
    )
    if sheet is not None:
        return sheet
    summary = summary_of(follow_up)
    counts = counts_of(follow_up, task, summary)
    whole = coverage_of(follow_up, task, summary)
    table = PartTable(parts, plan=follow_up.plan, exclude=() if whole.units else ("own",))
    show_page(request, table, rows=PER_PAGE)
    table.work = own_work([row.record for row in table.page])
    context = {
        "follow_up": follow_up,
        "plan": follow_up.plan,
        "task": task,
        "counts": counts,
        "apart": changes_for_some(follow_up, task),
        "table": table,
        "states": asked.state_choices(follow_up),
        "coverage": whole,
        "own_states": asked.own_plan_choices(follow_up) if whole.units else [],
        "may_urge": may(follow_up.user, "plans.coordinate", coordinating_unit(follow_up.plan)),
        "unit_choices": asked.unit_choices(follow_up, None),
        "filter_words": words,
        "address": asked.address(follow_up),
        "phone_back_url": reverse("plans:follow-up", args=[plan_id]),
        "phone_back_label": f"Theo dõi {follow_up.plan.noun}",
    }
    return render(request, "plans/work/task.html", context)


@require_POST
def remind_plans(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Remind the units whose own plans do not have the task yet."""
    user = signed_in(request)
    follow_up = FollowUp.of(plan_for(user, plan_id), user)
    count = remind_to_plan(task_id=task_of(follow_up, task_id).pk, by=user)
    said = f"Đã nhắc {count} đơn vị." if count else "Các đơn vị chưa có kế hoạch đều đã được nhắc hôm nay."
    messages.success(request, said)
    return redirect("plans:task", plan_id, task_id)
