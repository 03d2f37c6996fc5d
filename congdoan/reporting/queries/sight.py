"""Which forms, requests and reports a person sees."""

from typing import Final

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.organisation.rights import may
from congdoan.reporting.models import Report, ReportForm, ReportRequest

VIEW: Final = "reports.view"
NO_FORM: Final = "Không có mẫu báo cáo này, hoặc mẫu của đơn vị khác."
NO_REQUEST: Final = "Không có yêu cầu báo cáo này, hoặc yêu cầu của đơn vị khác."
NO_REPORT: Final = "Không có báo cáo này, hoặc báo cáo của đơn vị khác."


def visible_forms(user: User) -> QuerySet[ReportForm]:
    return ReportForm.objects.visible_to(user, VIEW)


def visible_requests(user: User) -> QuerySet[ReportRequest]:
    return ReportRequest.objects.visible_to(user, VIEW)


def visible_reports(user: User) -> QuerySet[Report]:
    return Report.objects.visible_to(user, VIEW)


def form_for(user: User, form_id: int) -> ReportForm:
    form = visible_forms(user).select_related("unit").filter(pk=form_id).first()
    if form is None:
        raise NotFound(NO_FORM)
    return form


def request_for(user: User, request_id: int) -> ReportRequest:
    asked = visible_requests(user).select_related("unit__parent", "form", "follows").filter(pk=request_id).first()
    if asked is None:
        raise NotFound(NO_REQUEST)
    return asked


def report_for(user: User, report_id: int) -> Report:
    reports = visible_reports(user).select_related("unit__parent", "request__form", "request__unit", "signer")
    report = reports.filter(pk=report_id).first()
    if report is None:
        raise NotFound(NO_REPORT)
    return report


def shown_version(user: User, report: Report) -> int:
    """The superior reads what was sent; the unit itself what it is writing."""
    if report.sent_version and may(user, "reports.ask", report.request.unit):
        return report.sent_version
    own = may(user, "reports.fill", report.unit) or may(user, "reports.sign", report.unit)
    return report.version if own else report.sent_version or report.version
