"""What every command of the task page answers: the task's page, with a message when there is something to say."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from congdoan.core.ui.asking import again
from congdoan.plans.models import Assignment


def to_task(request: HttpRequest, assignment_id: int, said: str = "", *, place: str = "") -> HttpResponse:
    """Go to the task's page; an htmx form follows the same way, its errors stay beside it."""
    return go_with(request, reverse("plans:assignment", args=[assignment_id]) + place, said)


def go_with(request: HttpRequest, url: str, said: str) -> HttpResponse:
    if said:
        messages.success(request, said)
    return go_to(request, url)


def go_to(request: HttpRequest, url: str) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def on_task(request: HttpRequest, assignment: Assignment, form: BaseForm, verb: str) -> HttpResponse:
    """A form of the task's page that could not be taken, with its words."""
    back, label = reverse("plans:assignment", args=[assignment.pk]), assignment.task.title
    return again(request, form, title=verb, verb=verb, back=back, back_label=label)
