"""Fills reports by themselves: for each item one statement, for all units that write a report."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db import connection

from congdoan.core import clock
from congdoan.reporting.models import FormItem, ReportRequest, ReportState
from congdoan.reporting.services.reach import as_array, organs_under, with_below
from congdoan.reporting.sources import FigureSource, Source, TableSource, TextSource, source_of

# What somebody typed stays; beside it stands what the records say now. What was found is put to the drafts' ids as
# values ("offset 0": before their table is looked at): of rows just made the planner knows nothing, and would look
# through all that was found once for each of them.
_FILL: Final = """
    insert into reporting_reportvalue as held
        (report_id, item_id, version, figure, source_figure, text, source_text, rows, is_own, note)
    select report.id, %(item)s, report.version, {figure}, {figure}, {text}, {text}, {rows}, false, ''
      from (select asked.id as report_id, found.*
              from unnest(%(reports)s::bigint[], %(reporters)s::bigint[]) asked (id, unit_id)
              left join ({select}) found on found.unit_id = asked.unit_id offset 0) found
      join reporting_report report on report.id = found.report_id and report.state = 'draft'
    on conflict (report_id, item_id, version) do update set
        source_figure = excluded.source_figure, source_text = excluded.source_text,
        figure = case when held.is_own then held.figure else excluded.figure end,
        text = case when held.is_own then held.text else excluded.text end,
        rows = case when held.is_own then held.rows else excluded.rows end
     where (held.source_figure, held.source_text) is distinct from (excluded.source_figure, excluded.source_text)
        or (not held.is_own and held.rows <> excluded.rows)
"""


def fill(request: ReportRequest, *, unit_ids: list[int] | None = None) -> int:
    """Take figures and texts anew into the drafts (of these units, else of all); returns how many values changed.

    Nothing is taken of what lies after the period, so a period that is over gives the same on any later day, as long as
    its records stay as they are.
    """
    items = FormItem.objects.filter(form=request.form_id).exclude(source="")
    drafts = request.reports.filter(state=ReportState.DRAFT)
    if unit_ids is not None:
        drafts = drafts.filter(unit__in=unit_ids)
    reports = dict(drafts.order_by().values_list("pk", "unit_id"))
    changed = sum(_fill_item(request, item, reports) for item in items) if reports else 0
    if unit_ids is None:
        ReportRequest.objects.filter(pk=request.pk).update(filled_on=clock.today())
    return changed


def _fill_item(request: ReportRequest, item: FormItem, reports: Mapping[int, int]) -> int:
    """`reports`: by the id of each draft that of its unit."""
    source = source_of(item.kind, item.source)
    if source is None:  # a package that is no longer there
        return 0
    parts, empty = _columns(source)
    units = list(reports.values())
    select = with_below(source) if item.reaches_below else source.select
    given: dict[str, Any] = {
        "item": item.pk,
        "reports": as_array(reports),
        "reporters": as_array(units),
        "units": as_array(organs_under(units) if item.reaches_below else units),
        "empty": empty,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FILL.format(select=select, **parts), given | period_of(request))
        return int(cursor.rowcount)


def period_of(request: ReportRequest) -> dict[str, date]:
    """The parameters of sources that say the period."""
    return {"starts": request.starts_on, "ends": request.ends_on, "today": clock.today()}


def _columns(source: Source) -> tuple[dict[str, str], Any]:
    """What of `found` goes into which column, and what stands where it has no row."""
    nothing = {"figure": "null::numeric", "text": "''", "rows": "'[]'::jsonb"}
    match source:
        case FigureSource():
            return nothing | {"figure": "coalesce(found.value, %(empty)s::numeric)"}, source.empty
        case TextSource():
            return nothing | {"text": "coalesce(found.text, %(empty)s::text)"}, source.empty
        case TableSource():
            return nothing | {"rows": "coalesce(found.rows, '[]'::jsonb)"}, None
