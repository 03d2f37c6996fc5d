from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congdoan.core.errors import Invalid
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment, AssignmentTarget
from congdoan.plans.queries.work.assignment_page import visible_assignment
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.work.set_targets import Counted, last_set, set_targets
from congdoan.plans.views.work.answers import to_task

EMPTY_LINES = 3


class CountedForm(forms.Form):
    """One line: what is counted, how many there are, in which unit. An emptied line goes."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label="Nội dung đếm", max_length=200, required=False)
    total = VnDecimalField(label="Tổng số phải đạt", required=False)
    unit_text = forms.CharField(label="Đơn vị tính", max_length=60, required=False)


CountedFormSet = forms.formset_factory(CountedForm, extra=EMPTY_LINES, max_num=20)


@require_http_methods(["GET", "POST"])
def count_targets(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """What the unit counts for the task; progress follows the first line."""
    user = signed_in(request)
    assignment = visible_assignment(assignment_id, user)
    require(user, "tasks.report", assignment.unit)
    data = request.POST or None
    lines = CountedFormSet(data, initial=[_initial(target) for target in assignment.targets.all()])
    whole = SeenForm(data, initial={"seen": last_set(assignment)})
    if whole.is_valid() and lines.is_valid():
        seen = whole_number(whole.cleaned_data["seen"])
        setting = partial(set_targets, assignment_id=assignment_id, by=user, seen=seen)
        if answered(whole, lambda: setting(counted=_counted(lines))) is not None:
            return to_task(request, assignment_id, "Đã lưu nội dung đếm.")
        whole.has_seen(last_set(assignment))
    context = {"assignment": assignment, "lines": lines, "whole": whole, **_back(assignment)}
    return render(request, "plans/work/targets.html", context, status=status_of(whole, *lines))


def _initial(target: AssignmentTarget) -> dict[str, object]:
    return {"id": target.pk, "name": target.name, "total": figure_text(target.total), "unit_text": target.unit_text}


def _counted(lines: "forms.BaseFormSet[CountedForm]") -> list[Counted]:
    entered = [line.cleaned_data for line in lines if line.cleaned_data.get("name")]
    for line in entered:
        if line["total"] is None:
            raise Invalid(f"Nhập tổng số phải đạt của “{line['name']}”.", field="total")
    return [
        Counted(name=line["name"], total=line["total"], unit_text=line["unit_text"], id=line["id"]) for line in entered
    ]


def _back(assignment: Assignment) -> dict[str, str]:
    url = reverse("plans:assignment", args=[assignment.pk])
    return {"phone_back_url": url, "phone_back_label": f"Nhiệm vụ {assignment.task.number}"}
