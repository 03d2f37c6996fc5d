"""The forms of duties."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from congdoan.core import clock
from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import DropZone
from congdoan.duties.models import Part
from congdoan.organisation.forms import unit_field
from congdoan.organisation.models import Unit


class DutyWords(forms.Form):
    """What a duty is."""

    group = forms.CharField(label="Lĩnh vực", max_length=200, required=False, help_text="Ví dụ: Tổ chức, cán bộ")
    number = forms.CharField(label="Số", max_length=20, required=False, help_text="Ví dụ: 2.1")
    text = forms.CharField(label="Nhiệm vụ", max_length=600, widget=forms.Textarea({"rows": 3}))
    source = forms.CharField(
        label="Căn cứ", max_length=250, required=False, help_text="Văn bản quy định chức năng, nhiệm vụ"
    )


class WordsForm(SeenForm, DutyWords):
    """Other words for a duty that is there."""


class DutyForm(DutyWords):
    starts_on = VnDateField(label="Từ ngày", initial=clock.today)


class EndDutyForm(SeenForm):
    ends_on = VnDateField(label="Ngày cuối", initial=clock.today)


class PartsForm(SeenForm):
    """One choice for each of `units`, one more unit, and the day from which it holds."""

    more = unit_field("Thêm đơn vị khác", required=False)
    more_part = forms.ChoiceField(label="Vai trò của đơn vị thêm", required=False, choices=[("", "–"), *Part.choices])
    on = VnDateField(label="Áp dụng từ ngày", initial=clock.today)

    def __init__(self, *args: Any, units: Sequence[Unit], parts: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        for unit in units:
            self.fields[f"part_{unit.pk}"] = forms.ChoiceField(
                label=unit.short_name,
                required=False,
                choices=[("", "–"), *Part.choices],
                initial=parts.get(unit.pk, ""),
            )

    def rows(self) -> list[BoundField]:
        return [self[f"part_{unit.pk}"] for unit in self.units]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("more") and not data.get("more_part"):
            self.add_error("more_part", "Chọn vai trò của đơn vị này.")
        if data.get("more_part") and not data.get("more") and "more" not in self.errors:
            self.add_error("more", "Chọn đơn vị có vai trò này.")
        return data

    def asked(self) -> dict[str, Any]:
        """What the service wants to know."""
        parts = {unit.pk: self.cleaned_data[f"part_{unit.pk}"] for unit in self.units}
        if more := self.cleaned_data["more"]:
            parts[more.pk] = self.cleaned_data["more_part"]
        return {"parts": parts, "on": self.cleaned_data["on"], "seen": self.cleaned_data["seen"]}


class SheetForm(forms.Form):
    file = forms.FileField(label="Tệp Excel", widget=DropZone(accept=".xlsx", kinds="Excel (.xlsx)"))
    on = VnDateField(label="Áp dụng từ ngày", initial=clock.today)
    replace = forms.BooleanField(
        label="Thay bảng cũ",
        required=False,
        help_text="Các nhiệm vụ đang có kết thúc vào ngày hôm trước, vẫn tra lại được",
    )
