from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from congdoan.core import clock
from congdoan.core.api.answers import answer
from congdoan.core.api.fields import Moment
from congdoan.core.api.paging import Page, Paged, page
from congdoan.core.api.problems import OF_READING
from congdoan.core.web import signed_in
from congdoan.organisation.api.bearer import Bearer
from congdoan.organisation.api.shapes import UnitShape
from congdoan.plans.api.shapes import PlanLine, PlanShape, values_of
from congdoan.plans.models import Plan, PlanState
from congdoan.plans.queries.plans import figures_of, plan_for, visible_plans

router = Router(tags=["Kế hoạch"])


class PlanQuery(Paged):
    unit: int | None = Field(None, ge=1, description="Đơn vị ban hành")
    state: PlanState | None = None
    issued_from: date | None = None
    issued_to: date | None = None
    changed_since: Moment | None = None


@router.get(
    "plans",
    auth=Bearer("plans.view"),
    response={200: Page[PlanLine], **OF_READING},
    url_name="plans",
    summary="Các văn bản giao việc được xem",
)
def list_plans(request: HttpRequest, query: Query[PlanQuery]) -> HttpResponse:
    found = visible_plans(signed_in(request)).select_related("unit")
    if query.unit:
        found = found.filter(unit=query.unit)
    if query.state:
        found = found.filter(state=query.state)
    if query.issued_from:
        found = found.filter(issued_on__gte=query.issued_from)
    if query.issued_to:
        found = found.filter(issued_on__lte=query.issued_to)
    if query.changed_since:
        found = found.filter(updated_at__gte=query.changed_since)
    return page(request, found, query, _lines, Page[PlanLine])


@router.get(
    "plans/{int:plan_id}",
    auth=Bearer("plans.view"),
    response={200: PlanShape, **OF_READING},
    url_name="plan",
    summary="Một văn bản giao việc",
)
def one_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    figures = figures_of([plan], user, on=clock.today())[plan.pk]
    coordinator = UnitShape.of(plan.coordinator) if plan.coordinator else None
    counted = values_of(figures, "parts", "done", "late")
    return answer(request, PlanShape(**line(plan).dict(), coordinator=coordinator, **counted))


def line(plan: Plan) -> PlanLine:
    plain = values_of(plan, "symbol", "subject", "state", "issued_on", "until", "version")
    unit = UnitShape.of(plan.unit)
    return PlanLine(id=plan.pk, unit=unit, kind=plan.kind_name, changed_at=plan.updated_at, **plain)


def _lines(plans: Sequence[Plan]) -> list[PlanLine]:
    return [line(plan) for plan in plans]
