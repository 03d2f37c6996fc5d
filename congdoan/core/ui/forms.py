"""The form renderer and the fields of the interface kit: `{{ form }}` renders in the kit's look by itself."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import DateField, Field
from django.forms.renderers import TemplatesSetting

from congdoan.core.ui import dates

CSS = {
    "textarea": "cd-area",
    "select": "cd-select",
    "checkbox": "cd-check",
    "radio": "cd-radio",
    "file": "cd-input",
}
OURS = {
    "django/forms/div.html": "core/_form.html",
    "django/forms/p.html": "core/_form.html",
    "django/forms/widgets/password.html": "core/widgets/password.html",
    "django/forms/widgets/radio.html": "core/widgets/choices.html",
    "django/forms/widgets/checkbox_select.html": "core/widgets/options.html",
}
UNSTYLED = ("hidden", "combobox", "upload", "choices", "options", "radio", "checkbox_select", "multiple", "split")


class Renderer(TemplatesSetting):
    """Forms and fields through the kit's templates; the kit's class on every plain widget."""

    form_template_name = "core/_form.html"
    field_template_name = "core/_field.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if widget := context.get("widget"):
            add_class(widget)
        return super().render(OURS.get(template_name, template_name), context, request)


def add_class(widget: dict[str, Any]) -> None:
    """Give the widget's input its class, kept beside those that the form names."""
    kind = widget["template_name"].rsplit("/", 1)[-1].removesuffix(".html")
    if kind.startswith(UNSTYLED):
        return
    attrs = widget["attrs"]
    css = CSS.get(kind, "cd-input")
    if css not in attrs.get("class", "").split():
        attrs["class"] = f"{css} {attrs.get('class', '')}".strip()


class VnDateInput(forms.DateInput):
    """A day typed as dd/mm/yyyy."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        usual = {"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off", "maxlength": "10"}
        super().__init__({"class": "cd-input-date", "data-date": True, **usual, **(attrs or {})}, format="%d/%m/%Y")


class VnDateField(forms.DateField):
    """A day; an impossible one is answered with what to type instead."""

    widget = VnDateInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return dates.parse_date(str(value))
        except dates.DateProblem as problem:
            raise ValidationError(str(problem), code="invalid") from problem


def vn_formfield(field: "Field[Any, Any]", **options: Any) -> forms.Field | None:
    """For `Meta.formfield_callback` of a model form: days become VnDateField."""
    if isinstance(field, DateField) and field.get_internal_type() == "DateField":
        options["form_class"] = VnDateField
    return field.formfield(**options)
