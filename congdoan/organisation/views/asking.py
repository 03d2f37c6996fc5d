"""Gives what a service refuses back to the form that asked for it."""

from collections.abc import Callable
from typing import TypeVar

from django import forms

from congdoan.core.errors import DomainError, NotFound

T = TypeVar("T")


def answered(form: forms.BaseForm, call: Callable[[], T]) -> T | None:
    """What `call` gives; None when it refused, and the form now says why at the field concerned."""
    try:
        return call()
    except NotFound:
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None
