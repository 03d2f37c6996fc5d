"""The way of a report: handed in to be signed, signed and sent, given back, corrected as a new version."""

from typing import Final

from django.db import connection, transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import posts_of, require
from congdoan.reporting.models import Report, ReportState, ReportStep, StepKind
from congdoan.reporting.queries.report_page import filled
from congdoan.reporting.services.ask import SIGN as SIGN_WORK
from congdoan.reporting.services.ask import WRITE
from congdoan.reporting.services.lookup import ASK, FILL, SIGN, locked_as_read, locked_report, require_open
from congdoan.reporting.services.tell import tell_returned, tell_sent
from congdoan.worklist.services.items import NewWork, close_work, open_work
from congdoan.worklist.services.webhooks import announce

REPORT_SENT: Final = "report.sent"
_NEXT_VERSION: Final = """
    insert into reporting_reportvalue
        (report_id, item_id, version, figure, text, rows, source_figure, source_text, is_own, note,
         composed_from_id)
    select report_id, item_id, %(next)s, figure, text, rows, source_figure, source_text, is_own, note,
           composed_from_id
      from reporting_reportvalue where report_id = %(report)s and version = %(version)s
"""


@transaction.atomic
def hand_in(*, report_id: int, by: User) -> Report:
    """Give the report to those who may sign. Raises Invalid while something is missing or cannot be right."""
    report = locked_report(report_id, by)
    require(by, FILL, report.unit)
    require_open(report)
    report.move_to(ReportState.TO_SIGN)
    _require_right(report)
    report.save(update_fields=["state"])
    _note(report, StepKind.HANDED_IN, by)
    close_work(WRITE, [report.pk])
    _open(report, SIGN_WORK, SIGN, f"Ký gửi: {report.request}")
    return report


@transaction.atomic
def sign_and_send(*, report_id: int, by: User) -> Report:
    """Sign and send to the superior, from a draft too. Raises Invalid while something is missing or cannot be right."""
    report = locked_report(report_id, by)
    require(by, SIGN, report.unit)
    require_open(report)
    report.move_to(ReportState.SENT)
    _require_right(report)
    report.sent_version, report.sent_on, report.sent_at = report.version, clock.today(), clock.now()
    report.first_sent_on = report.first_sent_on or report.sent_on
    report.signer, report.signer_title = by, title_of(report.unit, by)
    report.save()
    _note(report, StepKind.SENT, by)
    close_work(WRITE, [report.pk])
    close_work(SIGN_WORK, [report.pk])
    about = {"report": report.pk, "unit": report.unit_id, "version": report.sent_version}
    announce(REPORT_SENT, paths=[report.unit.path], about=about | {"url": f"/api/v1/reports/{report.pk}"})
    if report.sent_version > 1:
        tell_sent(report)
    return report


@transaction.atomic
def send_back(*, report_id: int, by: User, note: str) -> Report:
    """Who should sign gives it back to those who wrote it, with words why."""
    report = locked_report(report_id, by)
    require(by, SIGN, report.unit)
    if report.state != ReportState.TO_SIGN:
        raise report.refusal("Trả lại người lập")
    return _write_again(report, StepKind.SENT_BACK, by, note)


@transaction.atomic
def return_report(*, report_id: int, by: User, note: str) -> Report:
    """The superior gives a sent report back, to be corrected as a new version; what was sent is still read."""
    report = locked_as_read(report_id, by)
    require(by, ASK, report.request.unit)
    require_open(report)
    if report.state != ReportState.SENT:
        raise report.refusal("Trả lại đơn vị")
    _begin_version(report)
    _write_again(report, StepKind.RETURNED, by, note)
    tell_returned(report, note)
    return report


@transaction.atomic
def correct(*, report_id: int, by: User, note: str) -> Report:
    """The unit corrects what it sent, as a new version, until the period is closed."""
    report = locked_report(report_id, by)
    require(by, FILL, report.unit)
    require_open(report)
    if report.state != ReportState.SENT:
        raise report.refusal("Đính chính")
    _begin_version(report)
    return _write_again(report, StepKind.CORRECTING, by, note)


def _begin_version(report: Report) -> None:
    with connection.cursor() as cursor:
        given = {"report": report.pk, "version": report.version, "next": report.version + 1}
        cursor.execute(_NEXT_VERSION, given)
    report.version += 1


def _write_again(report: Report, kind: StepKind, by: User, note: str) -> Report:
    report.move_to(ReportState.DRAFT)
    report.save(update_fields=["state", "version"])
    _note(report, kind, by, note)
    close_work(SIGN_WORK, [report.pk])
    _open(report, WRITE, FILL, str(report.request))
    return report


def _require_right(report: Report) -> None:
    if problems := filled(report).problems:
        more = f" Còn {len(problems) - 1} chỗ khác cần xem." if len(problems) > 1 else ""
        raise Invalid(f"Chưa gửi được. {problems[0].problem}{more}")


def _note(report: Report, kind: StepKind, by: User, note: str = "") -> None:
    ReportStep.objects.create(
        report=report, kind=kind, version=report.version, by=by, on=clock.today(), note=note.strip()
    )


def _open(report: Report, kind: str, action: str, title: str) -> None:
    asked = report.request
    open_work(
        [
            NewWork(
                kind=kind,
                object_id=report.pk,
                title=title,
                source=f"{asked.unit} yêu cầu, số liệu đến hết {asked.ends_on:%d/%m/%Y}",
                unit_id=report.unit_id,
                action=action,
                due=asked.due,
                given_by_unit_id=asked.unit_id,
            )
        ]
    )


def title_of(unit: Unit, by: User) -> str:
    """By which post somebody signs: the one at the unit, else the most important one that reaches it."""
    posts = [post for post in posts_of(by) if unit.path.startswith(post.unit.path)]
    at_unit = [post for post in posts if post.unit_id == unit.pk]
    found = at_unit or posts
    return found[0].title if found else ""
