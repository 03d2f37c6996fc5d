"""What a form lets one pick, and how it says what a service refused."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.db.models import Model, QuerySet

from congdoan.core.errors import DomainError, NotFound

T = TypeVar("T")


def offer(form: forms.BaseForm, name: str, choices: QuerySet[Model]) -> None:
    """Only `choices` can be picked in the field, whatever a browser sends."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = choices


def answered(form: forms.BaseForm, call: Callable[[], T]) -> T | None:
    """What `call` gives; None when it refused, and the form now says why at the field concerned."""
    try:
        return call()
    except NotFound:
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None
