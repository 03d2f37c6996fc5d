"""The conclusion on paper, and the files of an inspection."""

from typing import Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.exports.names import file_name
from congdoan.core.files.serve import file_response
from congdoan.core.files.store import open_stored
from congdoan.core.printing.docx import to_docx
from congdoan.core.printing.pdf import to_pdf
from congdoan.core.web import signed_in
from congdoan.oversight.exports.paper import conclusion_paper
from congdoan.oversight.models import Inspection
from congdoan.oversight.queries.page import file_seen, inspection_page
from congdoan.oversight.queries.sight import inspection_for

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def pdf(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """What was signed, as it was; before that, the draft as it stands."""
    shown = _concluded(request, inspection_id)
    if shown.document and shown.document.file:
        with open_stored(shown.document.file) as signed:
            return _file(signed.read(), shown, "pdf", "application/pdf")
    return _file(to_pdf(conclusion_paper(shown)), shown, "pdf", "application/pdf")


@require_GET
def docx(request: HttpRequest, inspection_id: int) -> HttpResponse:
    shown = _concluded(request, inspection_id)
    return _file(to_docx(conclusion_paper(shown)), shown, "docx", _WORD)


@require_GET
def file(request: HttpRequest, inspection_id: int, file_id: int) -> FileResponse:
    """Evidence and explanations, for the side that may read them now."""
    user = signed_in(request)
    found = file_seen(inspection_page(inspection_for(user, inspection_id), user), file_id)
    if found is None:
        raise NotFound("Không có tệp này trong cuộc kiểm tra.")
    return file_response(found, inline=True)


def _concluded(request: HttpRequest, inspection_id: int) -> Inspection:
    """The unit reads the conclusion once it is signed."""
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    if not inspection_page(shown, user).sees_conclusion:
        raise NotFound("Chưa có kết luận kiểm tra.")
    return shown


def _file(content: bytes, shown: Inspection, suffix: str, kind: str) -> HttpResponse:
    name = file_name(f"Kết luận kiểm tra {shown.unit}"[:80], clock.today(), suffix)
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
