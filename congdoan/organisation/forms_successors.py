"""The forms of merging and splitting: who takes over."""

from typing import Any, Final

from django import forms

from congdoan.organisation.forms import DecisionForm, unit_field
from congdoan.organisation.models import Unit

_SAME_SUPERIOR: Final = "Cùng cấp trên với đơn vị này. Chưa có thì thành lập trước."
GOES_ON, ENDS = "tach", "chia"


class MergeForm(DecisionForm):
    into = unit_field("Sáp nhập vào đơn vị", help_text=_SAME_SUPERIOR)


class SplitForm(DecisionForm):
    how = forms.ChoiceField(
        label="Cách làm",
        choices=[
            (GOES_ON, "Tách: đơn vị vẫn hoạt động, giao một phần việc cho đơn vị nhận"),
            (ENDS, "Chia: đơn vị kết thúc, giao hết việc cho các đơn vị nhận"),
        ],
        initial=GOES_ON,
        widget=forms.RadioSelect,
    )
    first = unit_field("Đơn vị nhận", help_text=_SAME_SUPERIOR)
    second = unit_field("Đơn vị nhận thứ hai", required=False)
    third = unit_field("Đơn vị nhận thứ ba", required=False)

    @property
    def goes_on(self) -> bool:
        return bool(self.cleaned_data["how"] == GOES_ON)

    @property
    def successors(self) -> list[Unit]:
        chosen: list[Any] = [self.cleaned_data.get(name) for name in ("first", "second", "third")]
        return [unit for unit in chosen if unit is not None]
