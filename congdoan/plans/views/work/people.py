from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.forms import VnDateField
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.plans.models import Assignment
from congdoan.plans.queries.work.assignment_page import visible_assignment
from congdoan.plans.queries.work.people import people_of_unit
from congdoan.plans.services.work.assign import assign_person, remove_person
from congdoan.plans.views.work.answers import to_task


class PersonForm(forms.Form):
    person = forms.TypedChoiceField(label="Người thực hiện", coerce=int)
    note = forms.CharField(label="Phần việc", max_length=300, required=False)
    due = VnDateField(label="Hạn nội bộ", required=False)

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = people_of_unit(assignment)
        person: Any = self.fields["person"]
        person.choices = [("", "Chọn người"), *((user.pk, f"{user}, {title}") for user, title in found)]


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Give a person of the unit a part of the work."""
    user = signed_in(request)
    assignment = visible_assignment(assignment_id, user)
    require(user, "tasks.assign", assignment.unit)
    form = PersonForm(request.POST or None, assignment=assignment)
    if request.method == "POST" and form.is_valid():
        person = User.objects.get(pk=form.cleaned_data["person"])
        given = {"person": person, "due": form.cleaned_data["due"], "note": form.cleaned_data["note"]}
        if answered(form, partial(assign_person, assignment_id=assignment_id, by=user, **given)):
            return to_task(request, assignment_id, f"Đã phân công {person}.")
    back = {
        "phone_back_url": reverse("plans:assignment", args=[assignment_id]),
        "phone_back_label": f"Nhiệm vụ {assignment.task.number}",
    }
    context = {"assignment": assignment, "form": form, **back}
    return render(request, "plans/work/assign.html", context, status=status_of(form))


@require_POST
def remove(request: HttpRequest, assignment_id: int, user_id: int) -> HttpResponse:
    person = find(User.objects, user_id)
    if person is None:
        raise NotFound("Không có người này.")
    remove_person(assignment_id=assignment_id, by=signed_in(request), person=person)
    return to_task(request, assignment_id, f"Đã thôi phân công {person}.")
