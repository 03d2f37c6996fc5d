"""Writing a report: what is typed is kept as one goes, figures are taken anew."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.audit.latest import require_unchanged, state_of
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.rights import require
from congdoan.reporting.models import FormItem, ItemKind, Report, ReportState, ReportValue
from congdoan.reporting.queries.report_page import shown
from congdoan.reporting.services.fill import fill
from congdoan.reporting.services.lookup import FILL, locked_report, require_open

TYPED = ("figure", "text", "rows", "is_own", "note")


@transaction.atomic
def save_value(
    *,
    report_id: int,
    item_id: int,
    by: User,
    figure: Decimal | None = None,
    text: str = "",
    rows: Sequence[Sequence[str]] = (),
    note: str = "",
    seen: str = "",
) -> ReportValue:
    """Keep what was typed for an item of a report that is being written.

    Nothing typed where a source says something means: what the source says. Raises Conflict unless the value is as
    `seen`, Invalid when it is outside the limits of the form.
    """
    report = writable(report_id, by)
    item = _item(report, item_id)
    value = value_of(report, item)
    _require_as_seen(value, seen)
    _require_within(item, figure)
    value.figure, value.text, value.note = figure, text.strip(), normalise(note)
    value.composed_from = None
    value.rows = [[normalise(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if item.source:
        _beside_source(value, item)
    value.save()
    if item.source and not value.is_own:
        fill(report.request, unit_ids=[report.unit_id])
        value.refresh_from_db()
    return value


@transaction.atomic
def refill(*, report_id: int, by: User) -> int:
    """Take the figures of one report anew; what somebody typed stays. Returns how many values changed."""
    report = writable(report_id, by)
    return fill(report.request, unit_ids=[report.unit_id])


def writable(report_id: int, by: User) -> Report:
    """Raises Conflict when it is not being written any more, or its period is closed."""
    report = locked_report(report_id, by)
    require(by, FILL, report.unit)
    require_open(report)
    if report.state != ReportState.DRAFT:
        raise report.refusal("Đang lập")
    return report


def value_of(report: Report, item: FormItem) -> ReportValue:
    """The value of the version that is being written; a new one when nothing was typed yet."""
    found = ReportValue.objects.filter(report=report, item=item, version=report.version).first()
    return found or ReportValue(report=report, item=item, version=report.version)


def state_of_value(value: ReportValue | None) -> str:
    """What a form remembers of the value it was opened with."""
    return state_of(value if value and value.pk else None, TYPED)


def _item(report: Report, item_id: int) -> FormItem:
    item = find(FormItem.objects.filter(form=report.request.form_id), item_id)
    if item is None or not item.is_filled:
        raise NotFound("Báo cáo không có nội dung này.")
    return item


def _require_as_seen(value: ReportValue, seen: str) -> None:
    """Where nothing was kept before, nobody was first."""
    if value.pk is not None:
        require_unchanged(value, seen, TYPED, "nội dung này")


def _require_within(item: FormItem, figure: Decimal | None) -> None:
    if figure is None:
        return
    if item.least is not None and figure < item.least:
        raise Invalid(f"{shown(figure)} nhỏ hơn mức thấp nhất {shown(item.least)}.", field="figure")
    if item.most is not None and figure > item.most:
        raise Invalid(f"{shown(figure)} lớn hơn mức cao nhất {shown(item.most)}.", field="figure")


def _beside_source(value: ReportValue, item: FormItem) -> None:
    """Whether it is something else than the source says; emptied, it says again what the source says."""
    match item.kind:
        case ItemKind.FIGURE:
            if value.figure is None:
                value.figure = value.source_figure
            value.is_own = value.figure != value.source_figure
        case ItemKind.TEXT:
            value.text = value.text or value.source_text
            value.is_own = value.text != value.source_text
        case ItemKind.TABLE:
            value.is_own = bool(value.rows)
    if not value.is_own:
        value.note = ""
