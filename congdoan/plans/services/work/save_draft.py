from collections.abc import Sequence

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, ProgressReport, ReportState
from congdoan.plans.services.work.evidence import Upload, keep_files
from congdoan.plans.services.work.figures import Figures, keep_figures
from congdoan.plans.services.work.lookup import locked_assignment


@transaction.atomic
def save_report_draft(
    *,
    assignment_id: int,
    by: User,
    text: str = "",
    finishes: bool = False,
    figures: Figures | None = None,
    files: Sequence[Upload] = (),
    dropped: Sequence[int] = (),
) -> ProgressReport:
    """Keep what is typed so far (Lưu nháp) for this person; nothing is sent. `dropped`: ids of files to leave out."""
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.report", assignment.unit)
    draft = draft_of(assignment, by) or ProgressReport(assignment=assignment, by=by, state=ReportState.DRAFT)
    draft.text, draft.finishes, draft.on = text.strip(), finishes, clock.today()
    draft.save()
    draft.figures.all().delete()
    keep_figures(draft, {key: value for key, value in (figures or {}).items() if key in _targets(assignment)})
    draft.files.remove(*dropped)
    draft.files.add(*keep_files(files, by))
    return draft


def draft_of(assignment: Assignment, by: User) -> ProgressReport | None:
    return ProgressReport.objects.filter(assignment=assignment, by=by, state=ReportState.DRAFT).first()


def _targets(assignment: Assignment) -> set[int]:
    return set(assignment.targets.values_list("pk", flat=True))
