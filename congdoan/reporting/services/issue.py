"""A report becomes an official paper: it gets its number, is printed as PDF/A and kept among the papers."""

from io import BytesIO

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.exports.names import file_name
from congdoan.core.files.store import store_made
from congdoan.core.numbering import next_number, reserve_through
from congdoan.core.printing.paper import Paper
from congdoan.core.printing.pdf import to_pdf
from congdoan.core.verify.numbers import bearer_of
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.reporting.exports.paper import composed_paper, report_paper, symbol_of
from congdoan.reporting.models import SERIES, IssuedReport, ReportState
from congdoan.reporting.papers import paper_keepers
from congdoan.reporting.queries.compose import standing
from congdoan.reporting.queries.sight import NO_REPORT, NO_REQUEST, own_organs
from congdoan.reporting.services.lookup import FILL, SIGN, locked_as_read, seen_request
from congdoan.reporting.services.send import title_of


@transaction.atomic
def issue_report(*, report_id: int, by: User, number: int | None = None) -> IssuedReport:
    """The version that was signed and sent. Raises IllegalTransition while one is being written, Conflict when it is
    a paper already, NotFound for people of other units: a unit's numbers are its own.
    """
    report = locked_as_read(report_id, by)
    if report.unit_id not in own_organs(by):
        raise NotFound(NO_REPORT)
    require(by, FILL, report.unit)
    if report.state != ReportState.SENT or report.sent_version is None or report.signer is None:
        raise report.refusal("Ban hành")
    before = report.papers.select_related("issued_by").first()
    if before and before.version == report.sent_version:
        raise Conflict(f"{before.told}.")
    paper = IssuedReport(unit=report.unit, report=report, version=report.sent_version, issued_by=by)
    paper.signer, paper.signer_title = report.signer, report.signer_title
    return _issue(paper, before, number)


@transaction.atomic
def issue_composed(*, request_id: int, by: User, number: int | None = None, seen: int = 0) -> IssuedReport:
    """What those below have sent, as the unit's own report, signed by `by`; again when more was sent or corrected.

    `seen` is how many papers it had become when the person looked. Raises Conflict when somebody issued one since, or
    nobody has sent yet; NotFound for people of other units.
    """
    asked = seen_request(request_id, by)
    if asked.unit_id not in own_organs(by):
        raise NotFound(NO_REQUEST)
    require(by, SIGN, asked.unit)
    before = asked.papers.select_related("issued_by").first()
    made = before.version if before else 0
    if before and made != seen:
        raise Conflict(f"{before.told}. Xem văn bản đó trước khi ban hành lần nữa.")
    if not standing(asked).sent:
        raise Conflict("Chưa đơn vị nào gửi báo cáo nên chưa có gì để ban hành.")
    paper = IssuedReport(unit=asked.unit, request=asked, version=made + 1, issued_by=by)
    paper.signer, paper.signer_title = by, title_of(asked.unit, by)
    return _issue(paper, before, number)


def _issue(paper: IssuedReport, before: IssuedReport | None, number: int | None) -> IssuedReport:
    """The number is taken before printing, for it is printed."""
    paper.issued_on = clock.today()
    paper.number = _number(paper.unit, paper.issued_on.year, number)
    paper.symbol = f"{paper.number}{symbol_of(paper.unit)}"
    printed = _printed(paper)
    paper.subject = printed.subject[:1000]
    name = file_name(f"Báo cáo {paper.subject}"[:80], paper.issued_on, "pdf")
    paper.file = store_made(
        BytesIO(to_pdf(printed)), name=name, content_type="application/pdf", by_id=paper.issued_by_id
    )
    paper.save()
    for keep in paper_keepers:
        keep(paper, before)
    return paper


def _number(unit: Unit, year: int, given: int | None) -> int:
    """`given` is one that the paper has from a register kept elsewhere; the series goes on after it."""
    if given is None:
        return next_number(unit_id=unit.pk, series=SERIES, year=year)
    reserve_through(unit_id=unit.pk, series=SERIES, year=year, number=given)
    if there := bearer_of(unit_id=unit.pk, series=SERIES, year=year, number=given):
        raise Invalid(f"Số {given} đã cấp trong năm {year}: {there}. Để trống để lấy số tiếp theo.", field="number")
    return given


def _printed(paper: IssuedReport) -> Paper:
    if paper.report is not None:
        return report_paper(paper.report, paper.version, issued=paper)
    assert paper.request is not None
    return composed_paper(paper.request, issued=paper)
