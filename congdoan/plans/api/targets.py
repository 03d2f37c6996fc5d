from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from congdoan.core.api.answers import answer
from congdoan.core.api.paging import MOST, Page, Paged, page
from congdoan.core.api.problems import OF_READING
from congdoan.core.web import signed_in
from congdoan.organisation.api.bearer import Bearer
from congdoan.organisation.api.shapes import UnitShape
from congdoan.plans.api.shapes import TargetLine, TargetPartShape, TargetShape, values_of
from congdoan.plans.models import MeasuredTarget
from congdoan.plans.queries.targets.listed import TargetRow, rows_of
from congdoan.plans.queries.targets.seen import seen_parts, seen_targets, target_seen

router = Router(tags=["Chỉ tiêu"])
_PLAIN = ("name", "measure", "direction", "periodicity", "source", "value", "starts_on", "ends_on")


class TargetQuery(Paged):
    plan: int | None = Field(None, ge=1)


@router.get(
    "targets",
    auth=Bearer("tasks.view"),
    response={200: Page[TargetLine], **OF_READING},
    url_name="targets",
    summary="Các chỉ tiêu được xem",
)
def list_targets(request: HttpRequest, query: Query[TargetQuery]) -> HttpResponse:
    found = seen_targets(signed_in(request))
    if query.plan:
        found = found.filter(plan=query.plan)
    return page(request, found, query, _lines, Page[TargetLine])


@router.get(
    "targets/{int:target_id}",
    auth=Bearer("tasks.view"),
    response={200: TargetShape, **OF_READING},
    url_name="target",
    summary="Một chỉ tiêu với phần của các đơn vị",
)
def one_target(request: HttpRequest, target_id: int) -> HttpResponse:
    user = signed_in(request)
    target = target_seen(user, target_id)
    parts = seen_parts(user).filter(target=target).order_by("depth", "unit__rank", "unit__sort_key", "pk")[:MOST]
    return answer(request, TargetShape(**_line(target).dict(), parts=[_part(row) for row in rows_of(list(parts))]))


def _lines(targets: Sequence[MeasuredTarget]) -> list[TargetLine]:
    return [_line(target) for target in targets]


def _line(target: MeasuredTarget) -> TargetLine:
    return TargetLine(id=target.pk, plan=target.plan_id, unit_text=target.unit_words, **values_of(target, *_PLAIN))


def _part(row: TargetRow) -> TargetPartShape:
    unit = UnitShape.of(row.part.unit)
    return TargetPartShape(unit=unit, value=row.part.value, reached=row.reached, state=row.standing.words)
