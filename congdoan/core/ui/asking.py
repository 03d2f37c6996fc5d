"""What a form lets one pick, and how it says what a service refused: beside the words, which stay as typed."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core.errors import DomainError
from congdoan.core.failures import failure, wants_fragment

T = TypeVar("T")


class Telling(Protocol):
    """A form, or several of which one says what concerns them all."""

    fields: dict[str, forms.Field]

    def add_error(self, field: Any, error: Any) -> None: ...


def offer(form: forms.BaseForm, name: str, choices: QuerySet[Model]) -> None:
    """Only `choices` can be picked in the field, whatever a browser sends."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = choices


def answered(form: Telling, call: Callable[[], T]) -> T | None:
    """What `call` gives; None when it refused, and the form now says why at the field concerned.

    What is not there, or broken, is said by a page of its own, which keeps the words too.
    """
    try:
        return call()
    except DomainError as error:
        if error.status == 404 or error.status >= 500:
            raise
        told = ValidationError(error.message, code=str(error.status))
        form.add_error(error.field if error.field in form.fields else None, told)
        return None


def status_of(*asked: forms.BaseForm) -> int:
    """The HTTP answer of a page with these forms: of what a service refused, else 422 when one of them is wrong."""
    wrong = [one for form in asked for errors in form.errors.as_data().values() for one in errors]
    refused = [int(one.code) for one in wrong if one.code and one.code.isdecimal()]
    return max(refused, default=422 if wrong else 200)


def again(
    request: HttpRequest, form: forms.BaseForm, *, title: str, verb: str, back: str, back_label: str
) -> HttpResponse:
    """Once more a form that stands on the page `back`, now on a page of its own, with what is wrong in it.

    To htmx only what is wrong: there the form is still on the page, with its words and files.
    """
    status = status_of(form)
    if wants_fragment(request):
        return failure(request, status, str(next(iter(form.errors.values()))[0]))
    context = {"form": form, "title": title, "verb": verb, "back": back, "back_label": back_label}
    return render(request, "core/again.html", context, status=status)
