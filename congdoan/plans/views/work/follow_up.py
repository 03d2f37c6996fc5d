from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import may
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.plans.queries.work.follow_up.columns import Columns, columns_of
from congdoan.plans.queries.work.follow_up.counts import Counts, of_looks, together
from congdoan.plans.queries.work.follow_up.matrix import matrix
from congdoan.plans.queries.work.follow_up.overdue import overdue
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary, summary_of
from congdoan.plans.queries.work.follow_up.tasks import TaskRow, add_details, task_rows
from congdoan.plans.queries.work.follow_up.timeline import timeline
from congdoan.plans.services.work.urge import urge_overdue
from congdoan.plans.views.work import follow_up_filter as asked
from congdoan.plans.views.work.follow_up_table import COLUMNS, TaskTable
from congdoan.plans.views.work.large_sheet import parts_file
from congdoan.plans.views.work.own_plans import OWN_PLAN_COLUMNS, own_plan_rows

FEW_UNITS = 60


@require_GET
def follow_up_page(request: HttpRequest, plan_id: int) -> HttpResponseBase:
    """How far a plan is: figures, what is late, and the tasks as a matrix, on a line of time, or as a list."""
    follow_up = asked.follow_up_of(signed_in(request), plan_id, request.GET)
    if parts := parts_file(request, follow_up):
        return parts
    view = request.GET.get("dang") if request.GET.get("dang") in asked.VIEWS else "ma-tran"
    summary = summary_of(follow_up)
    rows = task_rows(follow_up, summary)
    if view not in ("ma-tran", "trien-khai") or "xuat" in request.GET:
        add_details(follow_up, rows)
    title = follow_up.plan.subject
    words = asked.in_words(follow_up)
    own_plans = own_plan_rows(follow_up, rows, summary) if view == "trien-khai" else None
    sheet = export_if_asked(
        request,
        name="Theo doi ke hoach",
        columns=COLUMNS if own_plans is None else OWN_PLAN_COLUMNS,
        rows=rows if own_plans is None else own_plans,
        title=title,
        filter_text=words,
    )
    if sheet is not None:
        return sheet
    most = max((part.total for row in rows for part in row.by_role.values()), default=0)
    page = whole_number(request.GET.get("trang")) or 1
    most = most if not follow_up.state else 0
    columns = columns_of(follow_up, at_least=most, page=page, summary=summary)
    context = _common(follow_up, rows, columns, str(view)) | {"own_plans": own_plans}
    if own_plans is None:
        context |= _of_view(request, follow_up, rows, columns, summary, str(view))
    return render(request, "plans/work/follow_up.html", context)


@require_POST
def urge_all(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Urge every unit that is late with the plan."""
    user = signed_in(request)
    count = urge_overdue(plan_id=plan_for(user, plan_id).pk, by=user)
    said = f"Đã đôn đốc {count} việc quá hạn." if count else "Các việc quá hạn đều đã được đôn đốc hôm nay."
    messages.success(request, said)
    return redirect("plans:follow-up", plan_id)


def _common(follow_up: FollowUp, rows: list[TaskRow], columns: Columns, view: str) -> dict[str, Any]:
    late = sum(part.late for row in rows for part in row.by_role.values())
    whole = _share(rows, columns)
    return {
        "follow_up": follow_up,
        "plan": follow_up.plan,
        "issued_words": asked.issued_words(follow_up.plan),
        "view": view,
        "views": [
            (key, label, asked.ICONS[key], asked.address(follow_up, dang=key)) for key, label in asked.VIEWS.items()
        ],
        "counts": whole,
        "counts_parts": columns.units > FEW_UNITS,
        "task_count": len(rows),
        "columns": columns,
        "late_count": late,
        "overdue": overdue(follow_up) if late else [],
        "may_urge": may(follow_up.user, "plans.coordinate", coordinating_unit(follow_up.plan)),
        "sections": asked.section_choices(follow_up, rows),
        "unit_choices": asked.unit_choices(follow_up, columns),
        "states": asked.state_choices(follow_up),
        "own_states": asked.own_plan_choices(follow_up),
        "filter_words": asked.in_words(follow_up),
        "address": asked.address(follow_up, dang=view),
        "phone_back_url": reverse("plans:list"),
        "phone_back_label": "Kế hoạch",
        "late_address": asked.address(follow_up, **{"dang": view, "trang-thai": "qua-han"}),
    }


def _share(rows: list[TaskRow], columns: Columns) -> Counts:
    """By task while there are few units, by the parts of all units where there are many."""
    if columns.units > FEW_UNITS:
        return together(part for row in rows for part in row.by_role.values())
    return of_looks([row.counts.look for row in rows])


def _of_view(
    request: HttpRequest,
    follow_up: FollowUp,
    rows: list[TaskRow],
    columns: Columns,
    summary: Summary | None,
    view: str,
) -> dict[str, Any]:
    if view == "ma-tran":
        return {"matrix": matrix(follow_up, columns, rows, summary), "groups": _groups(columns)}
    if view == "dong-thoi-gian":
        scale, sections = timeline(follow_up, rows)
        return {"scale": scale, "time_sections": sections}
    table = TaskTable(rows)
    show_page(request, table, rows=50)
    return {"table": table}


def _groups(columns: Columns) -> list[tuple[str, int]]:
    """Names over neighbouring columns, each with how many columns it spans."""
    groups: list[tuple[str, int]] = []
    for column in columns.columns:
        if groups and groups[-1][0] == column.group:
            groups[-1] = (column.group, groups[-1][1] + 1)
        else:
            groups.append((column.group, 1))
    return groups
