"""Reports on paper: PDF/A and Word in the layout of Decree 30."""

from typing import Final

from django.http import HttpRequest, HttpResponse

from congdoan.core import clock
from congdoan.core.exports.names import file_name
from congdoan.core.printing.docx import to_docx
from congdoan.core.printing.paper import Paper
from congdoan.core.printing.pdf import to_pdf
from congdoan.core.web import signed_in, whole_number
from congdoan.reporting.exports.paper import composed_paper, report_paper
from congdoan.reporting.queries.sight import report_for, request_for, version_asked

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_pdf(request: HttpRequest, report_id: int) -> HttpResponse:
    return _pdf(_report(request, report_id))


def report_docx(request: HttpRequest, report_id: int) -> HttpResponse:
    return _docx(_report(request, report_id))


def request_pdf(request: HttpRequest, request_id: int) -> HttpResponse:
    return _pdf(composed_paper(request_for(signed_in(request), request_id)))


def request_docx(request: HttpRequest, request_id: int) -> HttpResponse:
    return _docx(composed_paper(request_for(signed_in(request), request_id)))


def _report(request: HttpRequest, report_id: int) -> Paper:
    user = signed_in(request)
    report = report_for(user, report_id)
    return report_paper(report, version_asked(user, report, whole_number(request.GET.get("lan"))))


def _pdf(paper: Paper) -> HttpResponse:
    return _file(to_pdf(paper), paper, "pdf", "application/pdf")


def _docx(paper: Paper) -> HttpResponse:
    return _file(to_docx(paper), paper, "docx", _WORD)


def _file(content: bytes, paper: Paper, suffix: str, kind: str) -> HttpResponse:
    name = file_name(f"Báo cáo {paper.subject}"[:80], clock.today(), suffix)
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
