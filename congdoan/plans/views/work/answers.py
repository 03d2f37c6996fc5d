"""What every command of the task page answers: the task's page, with a message when there is something to say."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from congdoan.core.errors import Invalid

if TYPE_CHECKING:
    from django.forms import BaseForm


def to_task(request: HttpRequest, assignment_id: int, said: str = "", *, place: str = "") -> HttpResponse:
    """Go to the task's page; an htmx form follows the same way, its errors stay beside it."""
    if said:
        messages.success(request, said)
    return go_to(request, reverse("plans:assignment", args=[assignment_id]) + place)


def go_to(request: HttpRequest, url: str) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def checked(form: "BaseForm") -> "BaseForm":
    """The form, valid. Raises Invalid with its first error, so that what was typed stays on the page."""
    for field, errors in form.errors.items():
        raise Invalid(str(errors[0]), field=field)
    return form
