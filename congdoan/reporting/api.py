"""Reports and their values, for programs."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from congdoan.accounts.answered import once
from congdoan.core.api.answers import answer, require_match
from congdoan.core.api.fields import NO_NUL, Figure, Key, Match, Text
from congdoan.core.api.paging import Page, Paged, page
from congdoan.core.api.problems import OF_READING, OF_WRITING
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.web import signed_in
from congdoan.organisation.api.bearer import Bearer
from congdoan.organisation.api.shapes import UnitShape
from congdoan.reporting.models import MOST_LINES, ItemKind, Report, ReportState
from congdoan.reporting.queries.report_page import Field as ReportField
from congdoan.reporting.queries.report_page import filled
from congdoan.reporting.queries.sight import VIEW, report_for, shown_version, visible_reports
from congdoan.reporting.services.lookup import FILL, locked_report
from congdoan.reporting.services.write import save_value

router = Router(tags=["Báo cáo"])


class ReportLine(Schema):
    id: int
    name: str = Field(description="Tên báo cáo, kể cả kỳ")
    unit: UnitShape = Field(description="Đơn vị lập")
    asked_by: UnitShape = Field(description="Đơn vị yêu cầu")
    starts_on: date
    ends_on: date = Field(description="Ngày chốt số liệu")
    due: date
    state: str
    version: int
    sent_version: int | None
    sent_at: datetime | None


class ValueShape(Schema):
    code: str
    label: str
    kind: str
    unit_text: str
    figure: Decimal | None = Field(description="Số liệu, kể cả số do công thức tính")
    text: str
    rows: list[list[str]]
    source: str = Field(description="Nguồn tự điền; rỗng khi đơn vị nhập")
    reach: str = Field(description="Nguồn tính cho: own là cơ quan đơn vị, below là đơn vị và mọi cấp dưới")
    source_figure: Decimal | None = Field(description="Số của hệ thống")
    source_text: str
    is_own: bool = Field(description="Đơn vị nhập khác số liệu hệ thống")
    note: str
    problem: str = Field(description="Điều còn thiếu hoặc chưa đúng; rỗng khi không có")


class ReportShape(ReportLine):
    shown_version: int
    values: list[ValueShape]


class ReportQuery(Paged):
    unit: int | None = Field(None, ge=1, description="Đơn vị lập")
    state: ReportState | None = None
    due_from: date | None = None
    due_to: date | None = None


class ValueIn(Schema):
    """One of the three, by the kind of the item. Empty: what the records of the office say."""

    figure: Figure | None = None
    text: Text = ""
    rows: list[list[Text]] = Field([], max_length=MOST_LINES)
    note: str = Field("", max_length=300, pattern=NO_NUL, description="Lý do nhập khác số liệu hệ thống")


@router.get(
    "reports",
    auth=Bearer(VIEW),
    response={200: Page[ReportLine], **OF_READING},
    url_name="reports",
    summary="Các báo cáo được xem",
)
def list_reports(request: HttpRequest, query: Query[ReportQuery]) -> HttpResponse:
    found = visible_reports(signed_in(request)).select_related("request__form", "request__unit", "unit")
    wanted = {
        "unit": query.unit,
        "state": query.state,
        "request__due__gte": query.due_from,
        "request__due__lte": query.due_to,
    }
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page(request, found, query, _lines, Page[ReportLine])


@router.get(
    "reports/{int:report_id}",
    auth=Bearer(VIEW),
    response={200: ReportShape, **OF_READING},
    url_name="report",
    summary="Một báo cáo với số liệu và nguồn của chúng",
)
def one_report(request: HttpRequest, report_id: int) -> HttpResponse:
    user = signed_in(request)
    report = report_for(user, report_id)
    return answer(request, _shape(report, shown_version(user, report)))


@router.post(
    "reports/{int:report_id}/values/{code}",
    auth=Bearer(FILL),
    response={200: ReportShape, **OF_WRITING},
    url_name="fill-value",
    summary="Ghi một nội dung của báo cáo đang lập",
)
def fill_value(
    request: HttpRequest, report_id: int, code: str, body: ValueIn, key: Key, match: Match = None
) -> HttpResponse:
    return once(request, key, lambda: _save(request, report_id, code, body))


@transaction.atomic
def _save(request: HttpRequest, report_id: int, code: str, body: ValueIn) -> HttpResponse:
    user = signed_in(request)
    report = locked_report(report_id, user)
    whole = filled(report)
    require_match(request, _shape(report), report.last_step())
    field = next((one for one in whole.fields if one.item.code == code), None)
    if field is None:
        raise NotFound("Báo cáo không có nội dung này.")
    _require_kind(field, body)
    said = {"figure": body.figure, "text": body.text, "rows": body.rows, "note": body.note}
    save_value(report_id=report_id, item_id=field.item.pk, by=user, **said)  # type: ignore[arg-type]
    return answer(request, _shape(report))


def _require_kind(field: ReportField, body: ValueIn) -> None:
    kind = field.item.kind
    for name, given, right in (
        ("figure", body.figure is not None, ItemKind.FIGURE),
        ("text", bool(body.text), ItemKind.TEXT),
        ("rows", bool(body.rows), ItemKind.TABLE),
    ):
        if given and kind != right:
            raise Invalid(f"Nội dung {field.item.code} là {field.item.get_kind_display().lower()}.", field=name)
    if any(len(row) != len(field.item.columns) for row in body.rows):
        raise Invalid(f"Mỗi dòng có đúng {len(field.item.columns)} ô.", field="rows")


def _lines(reports: Sequence[Report]) -> list[ReportLine]:
    return [_line(report) for report in reports]


def _line(report: Report) -> ReportLine:
    asked = report.request
    return ReportLine(
        id=report.pk,
        name=str(asked),
        unit=UnitShape.of(report.unit),
        asked_by=UnitShape.of(asked.unit),
        starts_on=asked.starts_on,
        ends_on=asked.ends_on,
        due=asked.due,
        state=report.state,
        version=report.version,
        sent_version=report.sent_version,
        sent_at=report.sent_at,
    )


def _shape(report: Report, version: int | None = None) -> ReportShape:
    shown = filled(report, version)
    values = [_value(field) for field in shown.fields if field.item.kind != ItemKind.CHECK]
    return ReportShape(**_line(report).dict(), shown_version=shown.version, values=values)


def _value(field: ReportField) -> ValueShape:
    item, value = field.item, field.value
    return ValueShape(
        code=item.code,
        label=item.label,
        kind=item.kind,
        unit_text=item.unit_text,
        figure=field.figure,
        text=field.text,
        rows=field.rows,
        source=field.source.label if field.source else "",
        reach=item.reach,
        source_figure=value.source_figure if value else None,
        source_text=value.source_text if value else "",
        is_own=field.is_own,
        note=value.note if value else "",
        problem=field.problem,
    )
