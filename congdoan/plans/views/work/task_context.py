"""What the templates of the task page and of its forms get."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings

from congdoan.accounts.models import User
from congdoan.core.rules import rule_on
from congdoan.core.ui.words import file_size
from congdoan.plans.models import AssignmentTarget, PlanState
from congdoan.plans.queries.local.given import drafts_at
from congdoan.plans.queries.work.assignment_page import AssignmentPage
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.views.targets.cells import measured_line
from congdoan.plans.views.work.obstacle_view import obstacle_view
from congdoan.plans.views.work.report_form import ReportForm


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One figure to enter: what was reached last, what the draft says."""

    target: AssignmentTarget
    value: str
    last: str
    total: str

    @property
    def exact_last(self) -> str:
        """For the script of the page: 18.00."""
        return str(self.target.reached)

    @property
    def exact_total(self) -> str:
        return str(self.target.total)


def task_context(page: AssignmentPage, user: User) -> dict[str, Any]:
    assignment = page.assignment
    obstacles = [obstacle_view(one, user) for one in page.obstacles]
    return {
        "page": page,
        "assignment": assignment,
        "task": assignment.task,
        "plan": assignment.plan,
        "obstacles": obstacles,
        "figures": [_figure(page, target) for target in page.targets],
        "measured": [measured_line(row) for row in page.measured],
        "choices": ReportForm.base_fields["status"].choices,  # type: ignore[attr-defined]
        "reached": figure_text(page.progress.reached),
        "total": figure_text(page.progress.total),
        "cooperates": assignment.role == "cooperating",
        "first_choice": _first_choice(page),
        "coordinating_unit": coordinating_unit(assignment.plan),
        "answer_days": rule_on("plans.obstacle.days", page.today),
        "upload_limit": settings.UPLOAD_LIMIT,
        "upload_limit_words": file_size(settings.UPLOAD_LIMIT),
        "urge_css": "" if page.allowed.any_button or any(one.may_answer for one in obstacles) else "cd-button-main",
        **_own_plan(page, user),
        "phone_back_url": "/",
        "phone_back_label": "Việc của tôi",
    }


def _own_plan(page: AssignmentPage, user: User) -> dict[str, Any]:
    """The unit's own plan of the superior's, and whether the person writes there; nothing where none is expected."""
    if page.local is None:
        return {}
    here = drafts_at(user, page.assignment.unit)
    may_begin = here and page.own_plan is None and page.assignment.plan.state == PlanState.RUNNING
    return {"own_plan": page.own_plan, "drafts_here": here, "may_carry_out": may_begin}


def _first_choice(page: AssignmentPage) -> str:
    """As the draft says; a difficulty when nothing else can be reported."""
    if not page.allowed.report:
        return ReportForm.OBSTACLE
    return ReportForm.DONE if page.draft and page.draft.report.finishes else ReportForm.DOING


def _figure(page: AssignmentPage, target: AssignmentTarget) -> FigureInput:
    drafted = page.draft.values.get(target.pk) if page.draft else None
    value: Decimal = target.reached if drafted is None else drafted
    return FigureInput(target, figure_text(value), figure_text(target.reached), figure_text(target.total))
