"""A report goes onward: units below are asked by the superior's form, and what they sent becomes the own answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.db.models import Count

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.reporting.models import (
    LONGEST_TEXT,
    MOST_LINES,
    FormItem,
    ItemKind,
    Report,
    ReportForm,
    ReportRequest,
    ReportState,
    ReportValue,
)
from congdoan.reporting.queries.compose import combined, standing
from congdoan.reporting.queries.item_page import values_of
from congdoan.reporting.queries.onward import answer_of, form_below
from congdoan.reporting.queries.sight import report_for, request_for
from congdoan.reporting.services.forms import copy_for_below
from congdoan.reporting.services.lookup import ASK, FILL, locked_report, require_open

_CUT: Final = "… Còn nữa, xem báo cáo của từng đơn vị."


@dataclass(frozen=True, slots=True)
class Composed:
    """`taken` items say now what the units below say; `kept` were typed by somebody and stay. `units` have sent."""

    report: Report
    units: int
    taken: int
    kept: int


@transaction.atomic
def pass_on(*, report_id: int, by: User) -> ReportForm:
    """A form of the unit's own by which units below are asked the same: made from the superior's, or there already.

    Raises NotAllowed unless `by` may ask for the unit, Invalid when nobody is below or the name is taken.
    """
    report = report_for(by, report_id)
    require(by, ASK, report.unit)
    Unit.objects.select_for_update().get(pk=report.unit_id)
    there = form_below(report)
    return there or copy_for_below(report.request.form, report.unit, _kind_below(report.unit), by)


@transaction.atomic
def compose_answer(*, request_id: int, by: User) -> Composed:
    """Put what units below have sent into the own report to the superior; what somebody typed there stays.

    Figures by the rule of the form, texts by unit, lines of tables after each other with their unit. Raises Conflict
    when there is no such report, when it is not being written, or when nobody has sent yet.
    """
    asked = request_for(by, request_id)
    owed = answer_of(asked)
    if owed is None:
        raise Conflict("Cấp trên không yêu cầu báo cáo này cho cùng kỳ.")
    report = locked_report(owed.pk, by)
    require(by, FILL, report.unit)
    require_open(report)
    if report.state != ReportState.DRAFT:
        raise report.refusal("Đang lập")
    now = standing(asked)
    if not now.sent:
        raise Conflict("Chưa đơn vị nào gửi báo cáo nên chưa có gì để tổng hợp.")
    taken, kept = _take(report, asked, now.sent)
    return Composed(report, now.sent, taken, kept)


def _take(report: Report, asked: ReportRequest, units: int) -> tuple[int, int]:
    """How many values were taken and how many stay as somebody typed them."""
    held = {value.item_id: value for value in report.values.filter(version=report.version)}
    below = {(item.code, item.kind): item for item in asked.form.items.all()}
    figures = {one.item.code: one.figure for one in combined(asked)}
    taken = kept = 0
    for item in report.request.form.items.all():
        source = below.get((item.code, item.kind))
        if source is None or not item.is_filled:
            continue
        value = held.get(item.pk) or ReportValue(report=report, item=item, version=report.version)
        if _is_typed(value, item):
            kept += 1
        elif _put(value, source, asked, figures.get(item.code)):
            value.composed_from, value.is_own = asked, bool(item.source)
            value.note = f"Tổng hợp {units} đơn vị đã gửi, {asked.name}" if item.source else ""
            value.save()
            taken += 1
    return taken, kept


def _is_typed(value: ReportValue, item: FormItem) -> bool:
    if value.pk is None or value.composed_from_id is not None:
        return False
    if item.source:
        return value.is_own
    return value.figure is not None or bool(value.text.strip() or value.rows)


def _put(value: ReportValue, source: FormItem, asked: ReportRequest, figure: Decimal | None) -> bool:
    """Whether there was anything to put."""
    if source.kind == ItemKind.FIGURE:
        value.figure = figure
        return figure is not None
    sent = values_of(asked, source)
    if source.kind == ItemKind.TEXT:
        value.text = _by_unit(f"{one.report.unit}:\n{one.text.strip()}" for one in sent)
        return bool(value.text)
    value.rows = [_of_unit(row, str(one.report.unit)) for one in sent for row in one.rows][:MOST_LINES]
    return bool(value.rows)


def _by_unit(parts: Iterable[str]) -> str:
    whole = "\n\n".join(parts)
    return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - len(_CUT)] + _CUT


def _of_unit(row: list[str], unit: str) -> list[str]:
    return [f"{row[0]} ({unit})", *row[1:]] if row else row


def _kind_below(unit: Unit) -> str:
    """The kind of most units right below, else of most anywhere below."""
    below = Unit.objects.under(unit, itself=False).organs().existing(clock.today())
    for units in (below.filter(parent=unit), below):
        most = units.order_by().values("kind").annotate(count=Count("pk")).order_by("-count", "kind").first()
        if most:
            return str(most["kind"])
    raise Invalid(f"{unit} không có đơn vị cấp dưới để hỏi.")
