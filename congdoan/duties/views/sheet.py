"""Nhập từ tệp: a sheet of duties is read and checked first, then taken in as a whole."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.exports.xlsx import CONTENT_TYPE
from congdoan.core.files.store import open_stored, store
from congdoan.core.finding import find
from congdoan.core.models.files import StoredFile
from congdoan.core.sheets.marked import marked_workbook
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.duties.forms import SheetForm
from congdoan.duties.models import Part
from congdoan.duties.queries.sight import organ_for
from congdoan.duties.services.duties import MANAGE
from congdoan.duties.services.import_sheet import import_matrix
from congdoan.duties.services.read_sheet import read_matrix
from congdoan.organisation.models import Unit
from congdoan.organisation.queries.unit_page import day_asked
from congdoan.organisation.rights import require

_SHOWN = 200


def upload(request: HttpRequest, unit_id: int) -> HttpResponse:
    user = signed_in(request)
    organ = _organ(user, unit_id)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        kept = answered(form, lambda: _keep(asked["file"], organ, asked["on"], user))
        if kept:
            query = urlencode({"ngay": f"{asked['on']:%d/%m/%Y}"} | ({"thay": "1"} if asked["replace"] else {}))
            return redirect(f"{reverse('duties:sheet', args=[organ.pk, kept.pk])}?{query}")
    return render(request, "duties/upload.html", {"organ": organ, "form": form}, status=status_of(form))


def preview(request: HttpRequest, unit_id: int, file_id: int) -> HttpResponse:
    user = signed_in(request)
    file = find(StoredFile.objects.select_related("blob").filter(uploaded_by=user), file_id)
    if file is None:
        raise NotFound("Tệp này không còn. Tải lên lại.")
    organ = _organ(user, unit_id)
    on, replace = day_asked(request.GET.get("ngay", "")), "thay" in request.GET
    with open_stored(file) as opened:
        content = opened.read()
    if request.method == "POST":
        count = import_matrix(content=content, organ=organ, by=user, on=on, replace=replace)
        messages.success(request, f"Đã nhập {count} nhiệm vụ, áp dụng từ {on:%d/%m/%Y}.")
        return redirect("duties:matrix", organ.pk)
    rows, draft = read_matrix(content, organ=organ, on=on)
    if "danh_dau" in request.GET:
        answer = HttpResponse(marked_workbook(rows, draft.errors), content_type=CONTENT_TYPE)
        answer["Content-Disposition"] = 'attachment; filename="tep-co-danh-dau-loi.xlsx"'
        return answer
    context = {
        "organ": organ,
        "file": file,
        "on": on,
        "replace": replace,
        "draft": draft,
        "errors": draft.errors[:_SHOWN],
        "parts": [(part.label, sum(share.part == part for share in draft.shares)) for part in Part],
        "duties": draft.duties[:_SHOWN],
    }
    return render(request, "duties/sheet.html", context)


def _keep(file: "StoredFile", organ: Unit, on: date, user: User) -> StoredFile:
    """Keep the upload, once it has been read as a sheet of this form."""
    read_matrix(file.read(), organ=organ, on=on)  # type: ignore[attr-defined]
    return store(file, name=file.name, by_id=user.pk)  # type: ignore[arg-type]


def _organ(user: User, unit_id: int) -> Unit:
    organ = organ_for(user, unit_id)
    require(user, MANAGE, organ)
    return organ
