"""Widgets of the interface kit: a combobox that asks the server, and a drop zone for files."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise

from congdoan.core.ui.words import file_size
from congdoan.core.web import whole_number

PAPERS = ".pdf,.doc,.docx,.xls,.xlsx,.png,.jpg,.jpeg"


class Combobox(forms.Select):
    """One choice found by typing; for a ModelChoiceField, whose queryset is never listed whole.

    `endpoint` answers `?q=` with `core/_options.html`.
    """

    template_name = "core/widgets/combobox.html"
    multiple = False

    def __init__(self, endpoint: str | Promise, placeholder: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.endpoint = endpoint
        self.placeholder = placeholder

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        return []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        picked = [one for one in context["widget"]["value"] if one]
        context["widget"] |= {
            "endpoint": str(self.endpoint),
            "placeholder": self.placeholder,
            "multiple": self.multiple,
            "picked": self.labels(picked) if picked else [],
        }
        return context

    def labels(self, values: list[str]) -> list[tuple[str, str]]:
        """(value, label) of what is chosen; unknown values are left out."""
        queryset, field = getattr(self.choices, "queryset", None), getattr(self.choices, "field", None)
        if queryset is None or field is None:
            return [(str(code), str(label)) for code, label in self.choices if str(code) in values]
        key = field.to_field_name or "pk"
        known = [value for value in values if whole_number(value) is not None] if key == "pk" else values
        return [
            (str(field.prepare_value(row)), field.label_from_instance(row))
            for row in queryset.filter(**{f"{key}__in": known})
        ]


class MultipleCombobox(Combobox):
    """Several choices, shown as tokens; for a ModelMultipleChoiceField."""

    multiple = True
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []


class DropZone(forms.ClearableFileInput):
    """Files by dragging, pasting, choosing or the phone's camera; states the kinds and the limit."""

    template_name = "core/widgets/upload.html"

    def __init__(
        self,
        accept: str = PAPERS,
        kinds: str = "PDF, Word, Excel, ảnh",
        limit: int | None = None,
        attrs: dict[str, Any] | None = None,
    ) -> None:
        super().__init__({"accept": accept, **(attrs or {})})
        self.kinds = kinds
        self.limit = limit

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        limit = self.limit or settings.UPLOAD_LIMIT
        sent = value if isinstance(value, (list, tuple)) else [value]
        chosen = ", ".join(one.name for one in sent if isinstance(one, UploadedFile) and one.name)
        context["widget"] |= {"kinds": self.kinds, "limit": limit, "limit_words": file_size(limit), "chosen": chosen}
        return context


class ManyFiles(DropZone):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; `cleaned_data` holds a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [cleaned for one in files if (cleaned := super(ManyFilesField, self).clean(one, initial))]
