"""Finds what a service changes, locked, and only where the person may see it."""

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.reporting.models import FormItem, FormSection, Report, ReportForm, ReportRequest
from congdoan.reporting.queries.sight import NO_FORM, NO_REQUEST, VIEW, not_found, opened_reports, workable_reports

ASK, FILL, SIGN = "reports.ask", "reports.fill", "reports.sign"


def locked_form(form_id: int, by: User) -> ReportForm:
    """Raises NotFound when out of sight, NotAllowed without the right."""
    seen = ReportForm.objects.visible_to(by, VIEW)
    form = find(seen.select_for_update(of=("self",)).select_related("unit"), form_id)
    if form is None:
        raise NotFound(NO_FORM)
    require(by, ASK, form.unit)
    return form


def editable_form(form_id: int, by: User) -> ReportForm:
    """Raises Conflict when it is in use: then it is changed as a new version."""
    form = locked_form(form_id, by)
    if not form.is_editable:
        raise Conflict(f"Mẫu “{form}” đang ở trạng thái “{form.get_state_display()}”. Mở trang mẫu, bấm Sửa mẫu.")
    return form


def section_of(form: ReportForm, section_id: int) -> FormSection:
    section = find(form.sections, section_id)
    if section is None:
        raise NotFound("Mẫu không có phần này, hoặc phần đã bị xóa.")
    return section


def item_of(form: ReportForm, item_id: int) -> FormItem:
    item = find(form.items.select_related("section"), item_id)
    if item is None:
        raise NotFound("Mẫu không có nội dung này, hoặc nội dung đã bị xóa.")
    return item


def locked_request(request_id: int, by: User) -> ReportRequest:
    asked = seen_request(request_id, by)
    require(by, ASK, asked.unit)
    return asked


def seen_request(request_id: int, by: User) -> ReportRequest:
    """Locked, for whoever sees it."""
    seen = ReportRequest.objects.visible_to(by, VIEW)
    asked = find(seen.select_for_update(of=("self",)).select_related("unit__parent", "form"), request_id)
    if asked is None:
        raise NotFound(NO_REQUEST)
    return asked


def locked_report(report_id: int, by: User) -> Report:
    """The report, which nobody else changes meanwhile, with its request as it is now.

    Raises NotFound also where a unit below is still writing it.
    """
    return _locked(workable_reports(by), report_id, by)


def locked_as_read(report_id: int, by: User) -> Report:
    """The same for whoever may read it: a superior finds it also while it is corrected, and learns who is at it."""
    return _locked(opened_reports(by), report_id, by)


def _locked(seen: QuerySet[Report], report_id: int, by: User) -> Report:
    rows = seen.select_for_update(of=("self",)).select_related(
        "unit__parent", "request__form", "request__unit", "signer"
    )
    report = find(rows, report_id)
    if report is None:
        raise not_found(by, report_id)
    return report


def require_open(report: Report) -> None:
    """Raises Conflict when the superior has closed the period."""
    if not report.request.is_open:
        raise Conflict(f"{report.request.unit} đã khóa kỳ {report.request.name}. Đề nghị mở lại kỳ nếu cần sửa.")
