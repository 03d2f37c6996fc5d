from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotAllowed, NotFound
from congdoan.organisation.rights import may
from congdoan.plans.models import AssignmentState, ProgressReport, ReportState, StepKind
from congdoan.plans.models.report import SENT
from congdoan.plans.services.work.figures import count_again
from congdoan.plans.services.work.items import ACCEPT, CONFIRM, open_report
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import record
from congdoan.worklist.services.items import close_work


@transaction.atomic
def withdraw_report(*, report_id: int, by: User) -> ProgressReport:
    """Take a report back (Rút lại) as long as nobody decided on it and no later one counts on it.

    Figures return to what they were; a finishing report makes the work run again.
    """
    report = _locked_report(report_id, by)
    assignment = report.assignment
    if report.by_id != by.pk and not may(by, "tasks.confirm", assignment.unit):
        raise NotAllowed("Chỉ người gửi hoặc lãnh đạo đơn vị mới rút lại báo cáo.")
    _check_undecided(report)
    if report.finishes:
        assignment.move_to(AssignmentState.DOING)
    report.state = ReportState.WITHDRAWN
    report.save(update_fields=["state"])
    count_again(assignment)
    last = assignment.reports.filter(state__in=SENT).first()
    assignment.last_report_on = last.on if last else None
    assignment.save(update_fields=["state", "last_report_on"])
    record(assignment, StepKind.REPORT_WITHDRAWN, by)
    if report.finishes:
        close_work(CONFIRM, [assignment.pk], cancelled=True)
        close_work(ACCEPT, [assignment.pk], cancelled=True)
        open_report(assignment)
    return report


def _locked_report(report_id: int, by: User) -> ProgressReport:
    found = ProgressReport.objects.filter(pk=report_id).exclude(state=ReportState.DRAFT)
    assignment_id = found.values_list("assignment_id", flat=True).first()
    if assignment_id is None:
        raise NotFound("Không có báo cáo này.")
    assignment = locked_assignment(assignment_id, by)
    report = found.select_for_update(of=("self",)).select_related("decided_by").get()
    report.assignment = assignment
    return report


def _check_undecided(report: ProgressReport) -> None:
    if report.state not in (ReportState.NOTED, ReportState.TO_CONFIRM, ReportState.TO_ACCEPT):
        who = f", {report.decided_by}, {report.decided_on:%d/%m/%Y}" if report.decided_by and report.decided_on else ""
        raise Conflict(f"Báo cáo đang ở trạng thái “{report.get_state_display()}”{who}, không rút lại được.")
    later = report.assignment.reports.filter(pk__gt=report.pk, state__in=SENT).last()
    if later:
        raise Conflict(f"Đã có báo cáo sau, ngày {later.on:%d/%m/%Y}. Rút báo cáo đó trước.")
