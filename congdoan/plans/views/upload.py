"""A paper comes in: dropped, pasted, chosen or photographed; then the reading is watched."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.models import JobRun
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.widgets import ManyFiles, ManyFilesField
from congdoan.core.ui.words import file_size
from congdoan.core.web import signed_in
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require_anywhere
from congdoan.plans.reading_stages import stages_of
from congdoan.plans.services.drafting.receive import receive_paper
from congdoan.plans.views.review.new import drafting_units

_ACCEPT = ".pdf,.docx,.doc,.odt,.rtf,.txt,.xlsx,.xls,.jpg,.jpeg,.png,.tif,.tiff"


class UploadForm(forms.Form):
    unit = forms.ModelChoiceField(label="Đơn vị ban hành", queryset=Unit.objects.none())
    papers = ManyFilesField(
        label="Văn bản", widget=ManyFiles(accept=_ACCEPT, kinds="PDF, Word, ảnh quét, ảnh chụp, bảng Excel")
    )


def upload(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    require_anywhere(user, "plans.draft")
    units = drafting_units(user)
    form = UploadForm(request.POST or None, request.FILES or None, initial={"unit": units.first()})
    form.fields["unit"].queryset = units  # type: ignore[attr-defined]
    if len(units) == 1:
        form.fields["unit"].widget = forms.HiddenInput()
    if request.method == "POST" and form.is_valid():
        files = [(file.name, file.file) for file in form.cleaned_data["papers"]]
        run = answered(form, lambda: receive_paper(files=files, unit=form.cleaned_data["unit"], by=user))
        if run:
            return redirect("plans:reading", run.pk)
    context = {"form": form, "limit": file_size(settings.UPLOAD_LIMIT)}
    return render(request, "plans/upload/upload.html", context, status=status_of(form))


@require_safe
def progress(request: HttpRequest, run_id: int) -> HttpResponse:
    """The stages of a reading, and at its end the way to the draft."""
    run = find(JobRun.objects.filter(kind="plans.read", started_by=signed_in(request)), run_id)
    if run is None:
        raise NotFound("Không có lần đọc này, hoặc người khác đã tải văn bản lên.")
    fragment = request.headers.get("HX-Request") == "true"
    if run.state == JobRun.State.DONE and run.result_url:
        if fragment:
            return HttpResponse(headers={"HX-Redirect": run.result_url})
        return redirect(run.result_url)
    context = {"job": run, "poll_url": request.path, "stages": stages_of(run)}
    template = "plans/upload/_progress.html" if fragment else "plans/upload/progress.html"
    return render(request, template, context)
