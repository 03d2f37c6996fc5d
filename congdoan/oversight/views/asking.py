"""A form on a page of its own, and for which unit somebody works."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from congdoan.core.errors import NotAllowed
from congdoan.core.ui.asking import status_of
from congdoan.organisation.current import current_unit
from congdoan.organisation.models import Unit, UnitKind
from congdoan.oversight.models import Inspection, Programme


def form_page(
    request: HttpRequest, form: forms.BaseForm, *, title: str, verb: str, back: str, back_label: str, **more: Any
) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, "back": back, "back_label": back_label}
    return render(request, "oversight/form.html", context | more, status=status_of(form))


def page_of(inspection: Inspection) -> dict[str, str]:
    """Where a form about an inspection leads back to."""
    return {"back": reverse("oversight:inspection", args=[inspection.pk]), "back_label": str(inspection)}


def page_of_programme(programme: Programme) -> dict[str, str]:
    return {"back": reverse("oversight:programme", args=[programme.pk]), "back_label": str(programme)}


def inspecting_unit(request: HttpRequest) -> Unit:
    """The committee in which the person works now, else the organ."""
    unit = current_unit(request)
    if unit is None:
        raise NotAllowed("Cần một chức vụ đang giữ để lập chương trình kiểm tra.")
    return unit if unit.kind == UnitKind.INSPECTION else unit.organ
