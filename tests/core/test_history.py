import pytest
from django.apps import apps

from congdoan.core.audit.field_names import field_name
from congdoan.core.audit.history import HIDDEN, origin_words
from congdoan.core.models.base import AuditedModel


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("/don-vi/7/lien-he/", "/don-vi/7/lien-he/"),
        ("command:import_organisation", "lệnh import-organisation"),
        ("job:plans.issue", "việc chạy nền plans.issue"),
        ("", ""),
    ],
)
def test_the_place_a_change_came_from_is_said_in_words(origin: str, words: str) -> None:
    assert origin_words(origin) == words


def test_every_field_that_a_history_can_show_has_a_name_in_vietnamese() -> None:
    nameless = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if issubclass(model, AuditedModel)
        for field in model._meta.concrete_fields
        if field.name not in HIDDEN | {"id"} and field_name(field) == field.name.replace("_", " ")
    ]
    assert nameless == []
