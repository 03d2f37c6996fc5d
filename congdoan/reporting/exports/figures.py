"""The figures of every unit as a sheet: a row for each unit, a column for each figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from congdoan.core.exports.columns import Column, Kind
from congdoan.reporting.models import FormItem, ItemKind, ReportRequest, ReportValue
from congdoan.reporting.queries.report_page import figures_of

_AT_ONCE: Final = 1_000
"""How many units' values are held at once."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    unit: str
    state: str
    sent_on: date | None
    figures: dict[str, Decimal | None]


def figure_columns(request: ReportRequest) -> list[Column]:
    """A request has its form's figures in their order, those of formulas too."""
    columns = [
        Column("Đơn vị", lambda row: row.unit, width=44),
        Column("Trạng thái", lambda row: row.state, width=16),
        Column("Ngày gửi", lambda row: row.sent_on, Kind.DATE, 12),
    ]
    return columns + [_column(item) for item in request.form.items.filter(kind=ItemKind.FIGURE)]


def figure_rows(request: ReportRequest) -> Iterator[UnitRow]:
    """In the order of the units; who has sent nothing has no figures."""
    items = list(request.form.items.filter(kind=ItemKind.FIGURE))
    reports = list(request.reports.select_related("unit").order_by("unit__rank", "unit__sort_key"))
    for start in range(0, len(reports), _AT_ONCE):
        part = reports[start : start + _AT_ONCE]
        values: dict[int, dict[int, Decimal | None]] = {}
        found = ReportValue.objects.filter(report__in=part, item__in=items).values_list(
            "report", "version", "item", "figure"
        )
        sent = {report.pk: report.sent_version for report in part}
        for report_id, version, item_id, figure in found:
            if version == sent[report_id]:
                values.setdefault(report_id, {})[item_id] = figure
        for report in part:
            figures = figures_of(items, values.get(report.pk, {}))[0] if report.sent_version else {}
            yield UnitRow(report.unit.name, report.get_state_display(), report.sent_on, figures)


def _column(item: FormItem) -> Column:
    unit = f" ({item.unit_text})" if item.unit_text else ""
    return Column(f"{item.code}. {item.label}{unit}", lambda row: row.figures.get(item.code), Kind.NUMBER, 18)
