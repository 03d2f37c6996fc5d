"""Migrating an empty database in seconds: each step draws the models that it touches, not all that are connected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from django.db.migrations.state import ProjectState
from django.db.models import ForeignObjectRel, Model


@contextmanager
def few_models_drawn() -> Iterator[None]:
    """While it lasts, migrations draw a changed model and those that point to it.

    Django draws all that are connected with it by any chain, which here is nearly every one: nineteen twentieths of the
    time. The steps that need them all, those that run code, draw them then, as Django itself does after changes that
    it calls delayed. Both ways lead to the same tables (`tests/core/test_migrating.py`).
    """
    states: Any = ProjectState
    of_django, states._find_reload_model = states._find_reload_model, _models_to_draw
    try:
        yield
    finally:
        states._find_reload_model = of_django


Key: TypeAlias = tuple[str, str | None]
"""Of a model: its application and its name in small letters."""


def _models_to_draw(state: ProjectState, app_label: str, model_name: str, delay: bool = True) -> set[Key]:
    state.is_delayed = True
    itself: Key = (app_label, model_name)
    try:
        before = state.apps.get_model(app_label, model_name)
    except LookupError:
        return {itself}
    return {itself, *((model._meta.app_label, model._meta.model_name) for model in _models_that_use(before))}


def _models_that_use(model: type[Model]) -> Iterator[type[Model]]:
    yield from model.__subclasses__()
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, ForeignObjectRel):
            yield field.related_model
