from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET
from django_tables2.data import TableData

from congdoan.accounts.models import User
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import may
from congdoan.plans.models import PlanState, TargetPart, TargetPeriod
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.targets.listed import TargetRow
from congdoan.plans.queries.targets.sources import target_sources
from congdoan.plans.queries.targets.target_page import PeriodLine, TargetPage, shown_periods
from congdoan.plans.queries.targets.target_page import target_page as read_page
from congdoan.plans.queries.targets.units_below import UnitsBelow
from congdoan.plans.services.targets.rights import may_manage, may_set_level, may_split
from congdoan.plans.views.targets import cells
from congdoan.plans.views.targets.listed import number

PER_PAGE = 50


class UnitTable(tables.Table):  # type: ignore[misc]
    """Units of one kind; a column for each period that is shown."""

    unit = tables.Column(
        "Đơn vị",
        accessor="part__unit",
        attrs={"th": {"class": "cd-w-180"}},
    )
    level = tables.Column("Mức giao", accessor="part__value", attrs=number("Mức giao"))
    reached = tables.Column("Đã đạt", empty_values=(), attrs=number("Đã đạt"))
    share = tables.Column("So với mức", empty_values=(), attrs={"td": {"label": "So với mức"}})
    state = tables.Column("Tình hình", accessor="standing", orderable=False)

    class Meta:
        attrs = {"what": "đơn vị", "class": "cd-table-cards"}
        default = "–"

    def __init__(self, rows: "_SomeUnits", *, periods: Sequence[TargetPeriod], **kwargs: Any) -> None:
        columns = [(f"p{period.pk}", _PeriodColumn(period)) for period in periods]
        order = ("unit", "level", *(name for name, _ in columns), "reached", "share", "state")
        super().__init__(rows, extra_columns=columns, sequence=order, **kwargs)

    def render_unit(self, record: TargetRow) -> SafeString:
        url = reverse("plans:measured-target", args=[record.target.pk])
        return format_html('<a class="cd-cell-title" href="{}?phan={}">{}</a>', url, record.part.pk, record.part.unit)

    def render_level(self, record: TargetRow) -> str:
        return cells.figure(record.part.value, record.target)

    def render_reached(self, record: TargetRow) -> str:
        return cells.figure(record.reached, record.target)

    def render_share(self, record: TargetRow) -> SafeString | str:
        return cells.share_mark(record.standing)

    def render_state(self, record: TargetRow) -> SafeString:
        return cells.standing_mark(record.standing)


class _SomeUnits(TableData):  # type: ignore[misc]
    """Of all the units only those that the page shows are ever looked at."""

    data: UnitsBelow
    order = "unit"

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, key: slice) -> list[TargetRow]:
        return self.data.some(self.order, key)

    def order_by(self, aliases: Sequence[str]) -> None:
        self.order = str(aliases[0]) if aliases else "unit"


class _PeriodColumn(tables.Column):  # type: ignore[misc]
    """The figure of the period, below its level; how many units have given it where a unit has units below."""

    def __init__(self, period: TargetPeriod) -> None:
        super().__init__(period.name, empty_values=(), orderable=False, attrs=number(period.name))
        self.period = period

    def render(self, record: TargetRow) -> SafeString:
        figure, level = record.rolled.of(self.period), record.level_of(self.period)
        given = f" · {cells.given_words(figure)} đơn vị" if figure.units > 1 else ""
        return format_html(
            '{}<span class="cd-cell-sub">{} {}{}</span>',
            cells.figure(figure.value, record.target),
            "mức riêng" if self.period.pk in record.own else "mức",
            cells.figure(level, record.target),
            given,
        )


def columns_of(periods: Sequence[TargetPeriod]) -> list[Column]:
    """The sheet has every period, with level and figure."""
    found = [
        Column("Đơn vị", lambda row: row.part.unit.name, width=44),
        Column("Loại đơn vị", lambda row: row.part.unit.get_kind_display(), width=24),
        Column("Mức giao", lambda row: row.part.value, Kind.NUMBER, 14),
    ]
    for period in periods:
        found += [
            Column(f"{period.name}: mức", partial(_level, period), Kind.NUMBER, 16),
            Column(period.name, partial(_value, period), Kind.NUMBER, 16),
        ]
    return [
        *found,
        Column("Đã đạt", lambda row: row.reached, Kind.NUMBER, 14),
        Column("So với mức (%)", lambda row: row.share, Kind.NUMBER, 14),
        Column("Tình hình", lambda row: row.standing.words, width=22),
    ]


def _level(period: TargetPeriod, row: TargetRow) -> Decimal:
    return row.level_of(period)


def _value(period: TargetPeriod, row: TargetRow) -> Decimal | None:
    return row.rolled.of(period).value


@require_GET
def target_page(request: HttpRequest, target_id: int) -> HttpResponseBase:
    """One target: how far it is, by period, and the units below beside units of the same kind."""
    user, asked = signed_in(request), request.GET
    page = read_page(user, target_id, part_id=whole_number(asked.get("phan")), kind=asked.get("loai", ""))
    part, target = page.part, page.part.target
    sheet = export_if_asked(
        request,
        name="Chi tieu theo don vi",
        columns=columns_of(page.row.periods),
        rows=page.units if page.is_split else [page.row],
        title=target.name,
        filter_text=_kind_words(page),
    )
    if sheet is not None:
        return sheet
    table = None
    if page.is_split:
        table = UnitTable(_SomeUnits(page.units), periods=shown_periods(page.row.periods))
        show_page(request, table, rows=PER_PAGE)
    return render(request, "plans/targets/target.html", {"table": table, **_context(page, part, user)})


def _context(page: TargetPage, part: TargetPart, user: User) -> dict[str, Any]:
    target, row = part.target, page.row
    manages = may_manage(user, target.plan)
    sees_plan = visible_plans(user).filter(pk=target.plan_id).exists()
    back = reverse("plans:measured", args=[target.plan_id]) if sees_plan else reverse("worklist:list")
    return {
        "page": page,
        "part": part,
        "target": target,
        "plan": target.plan,
        "sees_plan": sees_plan,
        "source": target_sources[target.source].label,
        "standing": cells.standing_mark(row.standing),
        "reached": cells.with_unit(row.reached, target),
        "level": cells.with_unit(part.value, target),
        "share": row.share,
        "lines": [_line(line, page, user) for line in page.lines],
        "sets_level": may_set_level(user, part),
        "chart": [(_short(line), line.level, line.value) for line in page.lines if line.value is not None][-4:],
        "compared": [
            (one, cells.with_unit(one.value, target), cells.figure(abs(one.difference), target))
            for one in page.compared
            if one.difference is not None
        ],
        "may_manage": manages and part.parent_id is None,
        "may_split": may_split(user, part),
        "kind_words": _kind_words(page),
        "phone_back_url": back,
        "phone_back_label": "Chỉ tiêu",
    }


def _line(line: PeriodLine, page: TargetPage, user: User) -> dict[str, Any]:
    """A period as its row shows it; `types` is whether the person may type the unit's figure now."""
    target = page.part.target
    running = target.source == "typed" and target.plan.state == PlanState.RUNNING
    begun = line.period.starts_on <= page.row.today
    may_type = running and begun and not line.period.closed_on and may(user, "tasks.report", page.part.unit)
    return {
        "period": line.period,
        "own": line.own,
        "types": may_type and line.own is not None,
        "has_begun": begun,
        "level": cells.figure(line.level, target),
        "own_level": line.own_level,
        "value": cells.figure(line.value, target),
        "is_given": line.value is not None,
        "year_before": cells.figure(line.year_before, target),
        "given": f"{line.given}/{line.units}" if line.units else "–",
    }


def _short(line: PeriodLine) -> str:
    """The period's name where four stand side by side on a phone: "Đầu 2023" of "6 tháng đầu năm 2023"."""
    return line.period.name.replace("6 tháng đầu năm", "Đầu").replace("6 tháng cuối năm", "Cuối")


def _kind_words(page: TargetPage) -> str:
    return next((label for code, label, _ in page.kinds if code == page.kind), "")
