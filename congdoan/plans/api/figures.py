from collections.abc import Sequence

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from congdoan.accounts.answered import once
from congdoan.core.api.answers import answer, require_match
from congdoan.core.api.fields import Figure, Key, Match, Moment, Text
from congdoan.core.api.paging import Page, Paged, page
from congdoan.core.api.problems import OF_READING, OF_WRITING
from congdoan.core.audit.latest import latest_change
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.web import signed_in
from congdoan.organisation.api.bearer import Bearer
from congdoan.organisation.api.shapes import UnitShape
from congdoan.plans.api.shapes import FigureShape, PeriodShape, values_of
from congdoan.plans.models import TargetValue
from congdoan.plans.queries.targets.seen import seen_values
from congdoan.plans.services.targets.type_value import locked_value, type_value

router = Router(tags=["Số liệu chỉ tiêu"])
_WITH = ("part__unit", "part__target", "period")


class FigureQuery(Paged):
    plan: int | None = Field(None, ge=1)
    target: int | None = Field(None, ge=1)
    unit: int | None = Field(None, ge=1)
    missing: bool | None = Field(None, description="true: chưa nhập; false: đã nhập")
    changed_since: Moment | None = Field(None, description="Nhập hoặc sửa từ thời điểm này")


class FigureIn(Schema):
    value: Figure
    note: Text = Field("", description="Căn cứ, thuyết minh")
    reason: Text = Field("", description="Vì sao số khác thường mà đúng")


@router.get(
    "figures",
    auth=Bearer("tasks.view"),
    response={200: Page[FigureShape], **OF_READING},
    url_name="figures",
    summary="Số liệu chỉ tiêu của các đơn vị, mỗi kỳ một dòng",
)
def list_figures(request: HttpRequest, query: Query[FigureQuery]) -> HttpResponse:
    found = seen_values(signed_in(request)).select_related(*_WITH)
    wanted = {
        "part__target__plan": query.plan,
        "part__target": query.target,
        "part__unit": query.unit,
        "value__isnull": query.missing,
        "at__gte": query.changed_since,
    }
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page(request, found, query, _lines, Page[FigureShape])


@router.get(
    "figures/{int:value_id}",
    auth=Bearer("tasks.view"),
    response={200: FigureShape, **OF_READING},
    url_name="figure",
    summary="Số liệu của một đơn vị trong một kỳ",
)
def one_figure(request: HttpRequest, value_id: int) -> HttpResponse:
    found = find(seen_values(signed_in(request)).select_related(*_WITH), value_id)
    if found is None:
        raise NotFound("Không có số liệu này trong phạm vi được xem.")
    return answer(request, _line(found))


@router.post(
    "figures/{int:value_id}/value",
    auth=Bearer("tasks.report"),
    response={200: FigureShape, **OF_WRITING},
    url_name="type-figure",
    summary="Nhập hoặc sửa số liệu",
)
def send_figure(request: HttpRequest, value_id: int, body: FigureIn, key: Key, match: Match = None) -> HttpResponse:
    return once(request, key, lambda: _type(request, value_id, body))


@transaction.atomic
def _type(request: HttpRequest, value_id: int, body: FigureIn) -> HttpResponse:
    user = signed_in(request)
    value = locked_value(value_id, user)
    require_match(request, _line(value), latest_change(value, "số liệu"))
    type_value(value_id=value_id, by=user, figure=body.value, note=body.note, reason=body.reason)
    return answer(request, _line(locked_value(value_id, user)))


def _lines(values: Sequence[TargetValue]) -> list[FigureShape]:
    return [_line(value) for value in values]


def _line(value: TargetValue) -> FigureShape:
    target = value.part.target
    period = PeriodShape(**values_of(value.period, "name", "starts_on", "ends_on", "due", "closed_on"))
    return FigureShape(
        id=value.pk,
        plan=target.plan_id,
        target=target.pk,
        name=target.name,
        unit_text=target.unit_words,
        unit=UnitShape.of(value.part.unit),
        period=period,
        **values_of(value, "value", "note", "reason", "at", "revision"),
    )
