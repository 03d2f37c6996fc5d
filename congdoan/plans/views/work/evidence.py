from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_GET

from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.finding import find
from congdoan.core.web import signed_in
from congdoan.plans.models import Assignment, ProgressReport, ReportState


@require_GET
def evidence(request: HttpRequest, report_id: int, file_id: int) -> FileResponse:
    """A file of a report, for those who may see the task; a draft's files for its writer alone."""
    user = signed_in(request)
    seen = Assignment.objects.visible_to(user, "tasks.view")
    report = find(ProgressReport.objects.filter(assignment__in=seen), report_id)
    if report is None or (report.state == ReportState.DRAFT and report.by_id != user.pk):
        raise NotFound("Không có tệp này trong phạm vi được xem.")
    file = find(report.files.select_related("blob"), file_id)
    if file is None:
        raise NotFound("Không có tệp này trong báo cáo.")
    return file_response(file, inline=True)
