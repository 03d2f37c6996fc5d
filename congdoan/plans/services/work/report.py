from collections.abc import Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.rights import may, require
from congdoan.plans.models import Assignment, AssignmentState, ProgressReport, ReportState, StepKind
from congdoan.plans.services.local.ready import ask_if_sum_enough
from congdoan.plans.services.outside import REPORTED, announce_work
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.plans.services.work.figures import Figures, check_figures, count_again, keep_figures
from congdoan.plans.services.work.items import EXECUTE, REPORT, open_accept, open_confirm
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.save_draft import draft_of
from congdoan.plans.services.work.steps import record, required
from congdoan.worklist.services.items import close_work


@transaction.atomic
def report_progress(
    *,
    assignment_id: int,
    by: User,
    text: str,
    finishes: bool = False,
    figures: Figures | None = None,
    files: Sequence[Upload] = (),
    dropped: Sequence[int] = (),
    sure: bool = False,
) -> ProgressReport:
    """Report what was done, with cumulative figures and evidence; files of the person's draft go along, less `dropped`.

    A finishing report goes to the unit's head to confirm, or straight to the coordinator when `by` may confirm.
    Raises IllegalTransition unless the work is being done, Invalid for a figure that cannot be (see `check_figures`).
    """
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.report", assignment.unit)
    if assignment.state != AssignmentState.DOING:
        raise assignment.refusal("Báo cáo kết quả")
    figures = figures or {}
    check_figures(assignment.targets.all(), figures, finishes=finishes, sure=sure)
    report = ProgressReport.objects.create(
        assignment=assignment, by=by, on=clock.today(), text=required(text, "việc đã làm", "text"), finishes=finishes
    )
    keep_figures(report, figures)
    _take_over_draft(report, by, dropped)
    report.files.add(*keep_files(files, by))
    count_again(assignment)
    assignment.last_report_on = report.on
    assignment.save(update_fields=["last_report_on"])
    if figures:
        ask_if_sum_enough(assignment)
    if finishes:
        _finish(report, by)
    else:
        record(assignment, StepKind.REPORTED, by)
    announce_work(REPORTED, assignment)
    return report


def _take_over_draft(report: ProgressReport, by: User, dropped: Sequence[int]) -> None:
    if draft := draft_of(report.assignment, by):
        report.files.add(*draft.files.exclude(pk__in=dropped))
        draft.delete()


def _finish(report: ProgressReport, by: User) -> None:
    """Send the result on: to the head, or to the coordinator when the reporter confirms by reporting."""
    assignment = report.assignment
    confirmed = may(by, "tasks.confirm", assignment.unit)
    assignment.move_to(AssignmentState.TO_ACCEPT if confirmed else AssignmentState.TO_CONFIRM)
    assignment.save(update_fields=["state"])
    report.state = ReportState.TO_ACCEPT if confirmed else ReportState.TO_CONFIRM
    report.save(update_fields=["state"])
    record(assignment, StepKind.FINISHED, by)
    close_work(REPORT, [assignment.pk])
    close_work(EXECUTE, [assignment.pk])
    _open_next(assignment, confirmed=confirmed)


def _open_next(assignment: Assignment, *, confirmed: bool) -> None:
    if confirmed:
        open_accept(assignment)
    else:
        open_confirm(assignment)
