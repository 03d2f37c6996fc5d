"""The quarterly report of the districts: the last quarter of 2022 sent by all, the first of 2023 by some."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.demo.acting import acting
from congdoan.demo.people import People
from congdoan.demo.sheets import table
from congdoan.demo.units import PROVINCE, Units
from congdoan.reporting.models import ReportForm, ReportRequest
from congdoan.reporting.periods import data_period, due_of
from congdoan.reporting.services.ask import ask_for_report
from congdoan.reporting.services.forms import create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item
from congdoan.reporting.services.sections import name_section
from congdoan.reporting.services.send import sign_and_send
from congdoan.reporting.services.turn import turn_reports
from congdoan.reporting.services.write import save_value

_CLERK: Final = "vanthu"
_ASKED, _SENT = date(2022, 12, 7), date(2022, 12, 16)
_OPENED, _FILLED, _SENT_NEXT = date(2023, 3, 7), date(2023, 3, 15), date(2023, 3, 15)


def report_quarters(units: Units, people: People) -> None:
    """The second quarter opens by itself, as it does in an office."""
    sheet, clerk = table("report"), people[_CLERK]
    with acting(clerk, on=_ASKED):
        form = _form(sheet, units, clerk)
        quarter = data_period(form.every, _ASKED)
        first = ask_for_report(
            form_id=form.pk,
            by=clerk,
            name=quarter.name,
            starts_on=quarter.starts_on,
            ends_on=quarter.ends_on,
            due=due_of(quarter.ends_on, form.due_days),
            recurs=True,
        )
    _send(first, sheet, units, people, 0, on=_SENT)
    for day in (_OPENED, _FILLED):
        with acting(None, on=day):
            turn_reports(on=day)
    _send(ReportRequest.objects.get(follows=first), sheet, units, people, 1, on=_SENT_NEXT)


def _form(sheet: dict[str, Any], units: Units, by: User) -> ReportForm:
    head = {name: sheet[name] for name in ("name", "basis", "every", "filled_by", "due_days")}
    form = create_form(unit=units[PROVINCE], by=by, **head)
    for section, row in zip(form.sections.all(), sheet["sections"], strict=True):
        name_section(form_id=form.pk, section_id=section.pk, by=by, title=row["title"])
        for item in row["items"]:
            facts = {name: value for name, value in item.items() if name != "kind"}
            add_item(form_id=form.pk, section_id=section.pk, by=by, kind=item["kind"], facts=ItemFacts(**facts))
    return take_into_use(form_id=form.pk, by=by)


def _send(
    request: ReportRequest, sheet: dict[str, Any], units: Units, people: People, quarter: int, *, on: date
) -> None:
    """Each district types the one figure that nobody else knows, and its chair signs."""
    typed = request.form.items.get(label__startswith="Cán bộ công đoàn được tập huấn")
    for key, trained in sheet["trained"].items():
        if quarter < len(trained):
            chair, report = people[key], request.reports.get(unit=units[key])
            with acting(chair, on=on):
                save_value(report_id=report.pk, item_id=typed.pk, by=chair, figure=Decimal(trained[quarter]))
                sign_and_send(report_id=report.pk, by=chair)
