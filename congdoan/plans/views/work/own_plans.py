"""Which tasks of a plan are in the plans of the units that they were given to: as rows and as a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.templatetags.ui import marked
from congdoan.plans.models import Plan, Task
from congdoan.plans.models.plan import IN_FORCE
from congdoan.plans.queries.local.coverage import Coverage, OwnWork, coverage_by_task
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary
from congdoan.plans.queries.work.follow_up.tasks import TaskRow


@dataclass(frozen=True, slots=True)
class OwnPlanRow:
    task: Task
    coverage: Coverage


OWN_PLAN_COLUMNS = (
    Column("Mục", lambda row: row.task.number, width=12),
    Column("Nhiệm vụ", lambda row: row.task.title, width=60),
    Column("Hạn", lambda row: row.task.due, Kind.DATE, 12),
    Column("Đơn vị được giao", lambda row: row.coverage.units, Kind.NUMBER, 16),
    Column("Đã có kế hoạch", lambda row: row.coverage.in_force, Kind.NUMBER, 16),
    Column("Đang soạn", lambda row: row.coverage.drafting, Kind.NUMBER, 12),
    Column("Chưa có", lambda row: row.coverage.without, Kind.NUMBER, 12),
    Column("Có trong hai kế hoạch", lambda row: row.coverage.twice, Kind.NUMBER, 20),
)


def own_plan_rows(follow_up: FollowUp, rows: Iterable[TaskRow], summary: Summary | None = None) -> list[OwnPlanRow]:
    """Tasks that were given to units outside the plan's own organ, in the plan's order."""
    given = follow_up.without_state().assignments()
    found = summary.coverage if summary else coverage_by_task(given, follow_up.plan)
    return [OwnPlanRow(row.task, found[row.task.pk]) for row in rows if row.task.pk in found]


def own_work_mark(work: OwnWork | None, *, expects: bool) -> SafeString | str:
    """The unit's plans with how many parts are done; a draft is its own unit's matter, so it is not led to."""
    if work is None:
        return marked("late", "Chưa có", "soon", chip=False) if expects else "–"
    names = [_name(plan) for plan in work.plans if plan.state in IN_FORCE]
    drafts = len(work.plans) - len(names)
    words = [*names, *(["bản nháp"] if drafts else [])]
    done = f"{work.done}/{work.total} phần việc xong" if names else ""
    twice = format_html('<span class="cd-cell-sub cd-soon">Có trong {} kế hoạch</span>', len(work.plans))
    return format_html(
        '{}<span class="cd-cell-sub">{}</span>{}',
        format_html_join(", ", "{}", ((word,) for word in words)),
        done,
        twice if len(work.plans) > 1 else "",
    )


def _name(plan: Plan) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("plans:plan", args=[plan.pk]), plan.symbol or plan.subject)
