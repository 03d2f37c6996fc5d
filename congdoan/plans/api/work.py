from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from congdoan.accounts.answered import once
from congdoan.core.api.answers import answer, require_match
from congdoan.core.api.fields import NO_NUL, Figure, Key, Match, Moment
from congdoan.core.api.paging import Page, Paged, page
from congdoan.core.api.problems import OF_READING, OF_WRITING
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.web import signed_in
from congdoan.organisation.api.bearer import Bearer
from congdoan.organisation.api.shapes import UnitShape
from congdoan.plans.api.shapes import (
    AssignmentLine,
    AssignmentShape,
    CountShape,
    PartyShape,
    ProgressShape,
    TaskShape,
    values_of,
)
from congdoan.plans.models import Assignment, AssignmentState, ReportState, Task, TaskParty
from congdoan.plans.queries.listed import changed_since, seen_assignments, seen_tasks
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.report import report_progress

router = Router(tags=["Nhiệm vụ, phần việc"])
_NEWEST = 10


class TaskQuery(Paged):
    plan: int | None = Field(None, ge=1)
    due_from: date | None = None
    due_to: date | None = None


class AssignmentQuery(TaskQuery):
    unit: int | None = Field(None, ge=1, description="Đơn vị được giao")
    state: AssignmentState | None = None
    changed_since: Moment | None = Field(None, description="Giao, thay đổi hoặc có báo cáo từ thời điểm này")


class CountIn(Schema):
    id: int = Field(ge=1, description="Mã của nội dung đếm")
    reached: Figure = Field(description="Số cộng dồn đến nay")


class ProgressIn(Schema):
    text: str = Field(min_length=1, max_length=20_000, pattern=NO_NUL, description="Việc đã làm")
    finishes: bool = Field(False, description="Báo đã xong, đề nghị xác nhận")
    counts: list[CountIn] = Field([], max_length=100)
    sure: bool = Field(False, description="Số liệu khác thường nhưng đúng")


@router.get(
    "tasks",
    auth=Bearer("tasks.view"),
    response={200: Page[TaskShape], **OF_READING},
    url_name="tasks",
    summary="Nhiệm vụ của các văn bản đã ban hành",
)
def list_tasks(request: HttpRequest, query: Query[TaskQuery]) -> HttpResponse:
    found = seen_tasks(signed_in(request)).prefetch_related("parties__unit")
    if query.plan:
        found = found.filter(plan=query.plan)
    if query.due_from:
        found = found.filter(due__gte=query.due_from)
    if query.due_to:
        found = found.filter(due__lte=query.due_to)
    return page(request, found, query, _tasks, Page[TaskShape])


@router.get(
    "assignments",
    auth=Bearer("tasks.view"),
    response={200: Page[AssignmentLine], **OF_READING},
    url_name="assignments",
    summary="Phần việc của các đơn vị",
)
def list_assignments(request: HttpRequest, query: Query[AssignmentQuery]) -> HttpResponse:
    found = seen_assignments(signed_in(request))
    wanted = {
        "plan": query.plan,
        "unit": query.unit,
        "state": query.state,
        "due__gte": query.due_from,
        "due__lte": query.due_to,
    }
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    if query.changed_since:
        found = found.filter(changed_since(query.changed_since))
    return page(request, found, query, _assignments, Page[AssignmentLine])


@router.get(
    "assignments/{int:assignment_id}",
    auth=Bearer("tasks.view"),
    response={200: AssignmentShape, **OF_READING},
    url_name="assignment",
    summary="Một phần việc, nội dung đếm và các báo cáo gần nhất",
)
def one_assignment(request: HttpRequest, assignment_id: int) -> HttpResponse:
    found = find(seen_assignments(signed_in(request)), assignment_id)
    if found is None:
        raise NotFound("Không có nhiệm vụ này trong phạm vi được xem.")
    return answer(request, _whole(found))


@router.post(
    "assignments/{int:assignment_id}/progress",
    auth=Bearer("tasks.report"),
    response={201: AssignmentShape, **OF_WRITING},
    url_name="report-progress",
    summary="Báo cáo kết quả của phần việc",
)
def send_progress(
    request: HttpRequest, assignment_id: int, body: ProgressIn, key: Key, match: Match = None
) -> HttpResponse:
    return once(request, key, lambda: _report(request, assignment_id, body))


@transaction.atomic
def _report(request: HttpRequest, assignment_id: int, body: ProgressIn) -> HttpResponse:
    user = signed_in(request)
    assignment = locked_assignment(assignment_id, user)
    require_match(request, _whole(assignment), assignment.last_step())
    figures = _figures(body.counts)
    report_progress(
        assignment_id=assignment_id, by=user, text=body.text, finishes=body.finishes, figures=figures, sure=body.sure
    )
    return answer(request, _whole(locked_assignment(assignment_id, user)), status=201)


def _figures(counts: Sequence[CountIn]) -> dict[int, Decimal]:
    figures = {count.id: count.reached for count in counts}
    if len(figures) < len(counts):
        raise Invalid("Một nội dung đếm ghi hai lần. Ghi mỗi nội dung một số.", field="counts")
    return figures


def _tasks(tasks: Sequence[Task]) -> list[TaskShape]:
    names = ("number", "title", "text", "due", "due_text", "recurrence", "product")
    return [
        TaskShape(
            id=task.pk,
            plan=task.plan_id,
            after=task.after_id,
            parties=[_party(one) for one in task.parties.all()],
            **values_of(task, *names),
        )
        for task in tasks
    ]


def _party(party: TaskParty) -> PartyShape:
    return PartyShape(role=party.role, unit=UnitShape.of(party.unit) if party.unit else None, name=str(party))


def _assignments(found: Sequence[Assignment]) -> list[AssignmentLine]:
    return [_line(one) for one in found]


def _line(one: Assignment) -> AssignmentLine:
    days = ("due", "given_on", "taken_on", "done_on", "last_report_on")
    return AssignmentLine(
        id=one.pk,
        plan=one.plan_id,
        task=one.task_id,
        number=one.task.number,
        title=one.task.title,
        unit=UnitShape.of(one.unit),
        **values_of(one, "role", "state", "open_obstacles", *days),
    )


def _whole(one: Assignment) -> AssignmentShape:
    """Two queries more; drafts of reports are their writer's own."""
    counts = [
        CountShape(id=count.pk, **values_of(count, "name", "unit_text", "total", "reached"))
        for count in one.targets.all()
    ]
    reports = one.reports.exclude(state=ReportState.DRAFT)[:_NEWEST]
    told = [ProgressShape(id=report.pk, **values_of(report, "on", "text", "finishes", "state")) for report in reports]
    return AssignmentShape(**_line(one).dict(), counts=counts, reports=told)
