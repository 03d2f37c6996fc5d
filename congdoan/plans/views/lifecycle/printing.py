"""A plan on paper: PDF/A and Word in the layout of Decree 30, its task table as a sheet."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from congdoan.core import clock
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.mark import mark_of
from congdoan.core.exports.names import file_name
from congdoan.core.exports.xlsx import xlsx_response
from congdoan.core.printing.docx import to_docx
from congdoan.core.printing.pdf import to_pdf
from congdoan.core.web import signed_in
from congdoan.plans.exports.paper import plan_paper
from congdoan.plans.exports.task_rows import task_rows
from congdoan.plans.models import Plan
from congdoan.plans.queries.plans import plan_for

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_COLUMNS = (
    Column("Mục", lambda row: row.number, width=10),
    Column("Phần", lambda row: row.section, width=40),
    Column("Nhiệm vụ", lambda row: row.title, width=50),
    Column("Nội dung", lambda row: row.text, width=80),
    Column("Chủ trì", lambda row: row.lead, width=30),
    Column("Phối hợp", lambda row: row.cooperating, width=30),
    Column("Hạn", lambda row: row.day, Kind.DATE, 12),
    Column("Lặp lại, hạn như văn bản ghi", lambda row: row.often, width=20),
    Column("Sản phẩm", lambda row: row.product, width=30),
    Column("Làm sau khi xong", lambda row: row.after, width=16),
)


def plan_pdf(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_for(signed_in(request), plan_id)
    return _file(to_pdf(plan_paper(plan)), plan, "pdf", "application/pdf")


def plan_docx(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_for(signed_in(request), plan_id)
    return _file(to_docx(plan_paper(plan)), plan, "docx", _WORD)


def task_sheet(request: HttpRequest, plan_id: int) -> HttpResponseBase:
    plan = plan_for(signed_in(request), plan_id)
    title = f"Bảng nhiệm vụ {plan}"
    return xlsx_response(
        title, _COLUMNS, task_rows(plan), title=title, filter_text="", mark=mark_of(request), on=clock.today()
    )


def _file(content: bytes, plan: Plan, suffix: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{file_name(str(plan)[:80], clock.today(), suffix)}"'
    return response
