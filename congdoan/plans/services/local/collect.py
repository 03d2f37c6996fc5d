"""What the units below reported, as the beginning of the unit's own report to its superior."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.models.files import StoredFile
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, AssignmentState, PartyRole, ProgressReport, ReportState
from congdoan.plans.queries.local.parts import LocalWork, local_work
from congdoan.plans.services.work.evidence import MOST_FILES
from congdoan.plans.services.work.figures import keep_figures
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.save_draft import draft_of

_MOST_LINES: Final = 30
_LONGEST: Final = 250


@transaction.atomic
def collect_results(*, assignment_id: int, by: User) -> ProgressReport:
    """Put words and evidence of the accepted results below into the person's draft, as of finished work.

    Nothing is sent: the person looks through it first. Raises Invalid while the superior's rule is not met.
    """
    assignment = locked_assignment(assignment_id, by)
    require(by, "tasks.report", assignment.unit)
    if assignment.state != AssignmentState.DOING:
        raise assignment.refusal("Báo cáo kết quả")
    work = local_work(assignment)
    if not work.is_enough:
        raise Invalid(_too_little(work))
    reports = _accepted([task.pk for task in work.tasks])
    draft = draft_of(assignment, by) or ProgressReport(assignment=assignment, by=by, state=ReportState.DRAFT)
    found = f"{_reached(work)}\n{_words(reports)}".strip()
    draft.text = draft.text if found in draft.text else f"{draft.text}\n{found}".strip()
    draft.finishes, draft.on = True, clock.today()
    draft.save()
    if work.summed and work.summed.target_id:
        draft.figures.filter(target=work.summed.target_id).delete()
        keep_figures(draft, {work.summed.target_id: work.summed.reached})
    draft.files.add(*_files(reports, MOST_FILES - draft.files.count()))
    return draft


def _too_little(work: LocalWork) -> str:
    if work.summed is None:
        return f"Mới có {work.done}/{work.total} phần việc bên dưới xong, cần {work.needed}."
    if work.summed.goal is None:
        return "Chưa có con số phải đạt của nhiệm vụ. Đặt ở Nội dung đếm rồi lấy lại."
    return f"Các đơn vị bên dưới mới đạt {work.summed.reached_words}, cần {work.summed.goal_words}."


def _reached(work: LocalWork) -> str:
    done = f"{work.done}/{work.total} phần việc trong kế hoạch của đơn vị đã xong."
    if work.summed is None:
        return done
    return f"{done}\nCộng từ {work.summed.leaves} phần việc bên dưới: {work.summed.reached_words}."


def _accepted(task_ids: Iterable[int]) -> QuerySet[ProgressReport]:
    done = Assignment.objects.filter(task__in=task_ids, role=PartyRole.LEAD, state=AssignmentState.DONE)
    found = ProgressReport.objects.filter(assignment__in=done, state=ReportState.ACCEPTED)
    return found.select_related("assignment__unit", "assignment__task").order_by("assignment__task__order", "-pk")


def _words(reports: QuerySet[ProgressReport]) -> str:
    """A line for each; how many more there are when they are too many to read."""
    lines = [
        f"{one.assignment.unit}, mục {one.assignment.task.number}: {_short(one.text)}" for one in reports[:_MOST_LINES]
    ]
    more = reports.count() - len(lines)
    return "\n".join([*lines, *([f"Và {more} kết quả khác."] if more > 0 else [])])


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"


def _files(reports: QuerySet[ProgressReport], most: int) -> list[StoredFile]:
    through = ProgressReport.files.through.objects.filter(progressreport__in=reports.order_by()).order_by("-pk")
    ids = through.values_list("storedfile", flat=True)[: max(most, 0)]
    return list(StoredFile.objects.filter(pk__in=list(ids)))
