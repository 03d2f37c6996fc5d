"""A decision on a finishing report: what all four have in common."""

from typing import Final

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.plans.models import Assignment, AssignmentState, ProgressReport, ReportState, StepKind
from congdoan.plans.services.outside import ACCEPTED, RETURNED, announce_work
from congdoan.plans.services.work.close_periods import close_period
from congdoan.plans.services.work.figures import count_again
from congdoan.plans.services.work.notify import tell_decision
from congdoan.plans.services.work.steps import record

_TOLD: Final[dict[str, str]] = {ReportState.ACCEPTED: ACCEPTED, ReportState.RETURNED: RETURNED}


def waiting_report(assignment: Assignment) -> ProgressReport | None:
    """The finishing report on which a decision is due, locked."""
    waiting = (ReportState.TO_CONFIRM, ReportState.TO_ACCEPT)
    return assignment.reports.select_for_update(of=("self",)).select_related("by").filter(state__in=waiting).first()


def decide(
    assignment: Assignment, by: User, *, to: AssignmentState, report_to: ReportState, step: StepKind, note: str = ""
) -> None:
    """Move a locked assignment and its waiting report on, and write down who decided what."""
    assignment.move_to(to)
    if to == AssignmentState.DONE:
        assignment.done_on = clock.today()
        close_period(assignment)
    assignment.save(update_fields=["state", "done_on"])
    step_taken = record(assignment, step, by, note)
    if report := waiting_report(assignment):
        report.state, report.decided_by, report.decided_on, report.decision_note = report_to, by, clock.today(), note
        report.save(update_fields=["state", "decided_by", "decided_on", "decision_note"])
        if report_to == ReportState.RETURNED:
            count_again(assignment)
        tell_decision(step_taken, report.by)
        if report_to in _TOLD:
            announce_work(_TOLD[report_to], assignment)
