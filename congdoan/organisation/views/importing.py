"""Nhập từ tệp: upload, look at what it would make and what is wrong, then let it be done."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.exports.xlsx import CONTENT_TYPE
from congdoan.core.files.store import open_stored, store
from congdoan.core.finding import find
from congdoan.core.jobs import start_job
from congdoan.core.models.files import StoredFile
from congdoan.core.sheets.marked import marked_workbook
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.ui.widgets import DropZone
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.current import current_unit
from congdoan.organisation.forms import unit_field
from congdoan.organisation.importing.columns import template_workbook
from congdoan.organisation.jobs import import_stored_sheet
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require, require_anywhere
from congdoan.organisation.services.import_sheet import check_sheet, read_units_and_officers

_ERRORS_SHOWN = 200
_UNITS_SHOWN = 20


class ImportForm(forms.Form):
    unit = unit_field("Nhập vào dưới đơn vị")
    file = forms.FileField(label="Tệp Excel", widget=DropZone(accept=".xlsx", kinds="Excel (.xlsx)"))


def upload(request: HttpRequest) -> HttpResponse:
    user, unit = signed_in(request), current_unit(request)
    form = ImportForm(request.POST or None, request.FILES or None, initial={"unit": unit.organ_id if unit else None})
    require_anywhere(user, "units.manage")
    offer(form, "unit", Unit.objects.visible_to(user, "units.manage"))
    if request.method == "POST" and form.is_valid():
        file, within = form.cleaned_data["file"], form.cleaned_data["unit"]
        kept = answered(form, lambda: _keep(file, user))
        if kept:
            return redirect(f"{reverse('organisation:import-preview', args=[kept.pk])}?don_vi={within.pk}")
    return render(request, "organisation/import.html", {"form": form}, status=status_of(form))


def preview(request: HttpRequest, file_id: int) -> HttpResponse:
    user = signed_in(request)
    file, within = _asked(request, user, file_id)
    if request.method == "POST":
        run = start_job(
            import_stored_sheet,
            kind="organisation.import",
            title=f"Nhập {file.name}",
            by_id=user.pk,
            file_id=file.pk,
            unit_id=within.pk,
            user_id=user.pk,
        )
        return redirect("core:job", run.pk)
    with open_stored(file) as content:
        rows = read_units_and_officers(content.read())
    draft = check_sheet(rows, within=within, by=user)
    if "danh_dau" in request.GET:
        answer = HttpResponse(marked_workbook(rows, draft.errors), content_type=CONTENT_TYPE)
        answer["Content-Disposition"] = 'attachment; filename="tep-co-danh_dau-loi.xlsx"'
        return answer
    context = {"file": file, "within": within, "draft": draft, "errors": draft.errors[:_ERRORS_SHOWN]}
    return render(request, "organisation/import_preview.html", context | {"units": draft.units[:_UNITS_SHOWN]})


def template(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(template_workbook(), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = 'attachment; filename="mau-don-vi-can-bo.xlsx"'
    return answer


def _keep(file: "forms.FileField", user: User) -> StoredFile:
    """Keep the upload, once it has been read as a sheet of this form."""
    read_units_and_officers(file.read())  # type: ignore[attr-defined]
    return store(file, name=file.name, by_id=user.pk)  # type: ignore[attr-defined,arg-type]


def _asked(request: HttpRequest, user: User, file_id: int) -> tuple[StoredFile, Unit]:
    file = find(StoredFile.objects.select_related("blob").filter(uploaded_by=user), file_id)
    within = find(Unit.objects, whole_number(request.GET.get("don_vi")) or 0)
    if file is None or within is None:
        raise NotFound("Tệp này không còn. Tải lên lại.")
    require(user, "units.manage", within)
    return file, within
