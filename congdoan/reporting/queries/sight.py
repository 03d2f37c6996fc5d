"""Which forms, requests and reports a person sees."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.prepared import prepared
from congdoan.organisation.rights import paths, scope
from congdoan.reporting.models import IssuedReport, Report, ReportForm, ReportRequest, ReportState

VIEW: Final = "reports.view"
NO_FORM: Final = "Không có mẫu báo cáo này, hoặc mẫu của đơn vị khác."
NO_REQUEST: Final = "Không có yêu cầu báo cáo này, hoặc yêu cầu của đơn vị khác."
NO_REPORT: Final = "Không có báo cáo này, hoặc báo cáo của đơn vị khác."
NOT_SENT: Final = "Đơn vị đang lập báo cáo này. Cấp trên đọc được từ lúc đơn vị ký gửi."


def visible_forms(user: User) -> QuerySet[ReportForm]:
    return ReportForm.objects.visible_to(user, VIEW)


def visible_requests(user: User) -> QuerySet[ReportRequest]:
    return ReportRequest.objects.visible_to(user, VIEW)


def visible_reports(user: User) -> QuerySet[Report]:
    """Those that the person sees in lists, with their state; what is in them only as `opened_reports`."""
    return Report.objects.visible_to(user, VIEW)


def opened_reports(user: User) -> QuerySet[Report]:
    """Those that the person may read: of the own organs as they are written, of units below once they were sent."""
    return _opened(paths(user, VIEW), tuple(sorted(own_organs(user))))


def find_reports(user: User, words: Iterable[str], limit: int) -> list[Report]:
    """Those that the person may read with each of the words in the name of the unit or the form; the latest first."""
    return _named(tuple(words), paths(user, VIEW), tuple(sorted(own_organs(user))), most=limit)


@prepared
def _named(words: tuple[str, ...], paths: tuple[str, ...], own: tuple[int, ...], *, most: int) -> QuerySet[Report]:
    found = _opened(paths, own).select_related("request__form", "unit")
    for word in words:
        found = found.filter(Q(unit__folded__contains=word) | Q(request__form__folded__contains=word))
    return found.order_by("-request__ends_on", "-pk")[:most]


def _opened(paths: tuple[str, ...], own: tuple[int, ...]) -> QuerySet[Report]:
    return Report.objects.within(paths).filter(Q(unit__in=own) | Q(sent_version__isnull=False))


def workable_reports(user: User) -> QuerySet[Report]:
    """Those with which something can be done: nobody but the own organ touches what is being written."""
    return visible_reports(user).filter(Q(unit__in=own_organs(user)) | Q(state=ReportState.SENT))


def read_papers(user: User) -> QuerySet[IssuedReport]:
    """Papers of the reports and requests that the person reads."""
    read = Q(report__in=opened_reports(user)) | Q(request__in=visible_requests(user))
    return IssuedReport.objects.filter(read).select_related("file__blob")


def own_organs(user: User) -> frozenset[int]:
    """The organs that the person's posts are in."""
    return scope(user, VIEW).unit_ids


def form_for(user: User, form_id: int) -> ReportForm:
    form = find(visible_forms(user).select_related("unit"), form_id)
    if form is None:
        raise NotFound(NO_FORM)
    return form


def request_for(user: User, request_id: int) -> ReportRequest:
    asked = find(visible_requests(user).select_related("unit__parent", "form", "follows"), request_id)
    if asked is None:
        raise NotFound(NO_REQUEST)
    return asked


def report_for(user: User, report_id: int) -> Report:
    reports = opened_reports(user).select_related("unit__parent", "request__form", "request__unit", "signer")
    report = find(reports, report_id)
    if report is None:
        raise not_found(user, report_id)
    return report


def followed_report(user: User, report_id: int) -> Report:
    """With its state and days, also while only the unit itself may read what is in it."""
    reports = visible_reports(user).select_related("unit", "request__form", "request__unit")
    report = find(reports, report_id)
    if report is None:
        raise NotFound(NO_REPORT)
    return report


def not_found(user: User, report_id: int) -> NotFound:
    """In words: whether it is there and was not sent, or is none of the person's."""
    return NotFound(NOT_SENT if visible_reports(user).filter(pk=report_id).exists() else NO_REPORT)


def shown_version(user: User, report: Report) -> int:
    """The unit itself sees what it is writing; who stands above it the newest that was sent."""
    return report.version if report.unit_id in own_organs(user) else report.sent_version or report.version


def version_asked(user: User, report: Report, asked: int | None) -> int:
    """One of those that the person may read, else the one that is shown by itself."""
    newest = shown_version(user, report)
    return asked if asked and 1 <= asked <= newest else newest
