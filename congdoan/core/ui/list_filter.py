"""The filter of a list by words and by state, kept in the address."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms


class ListFilter(forms.Form):
    """What is not understood is left out. `states` are codes with their names; "" is all."""

    states: ClassVar[Mapping[str, str]]
    what: ClassVar[str]
    hint: ClassVar[str]

    q = forms.CharField(required=False, max_length=200)
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].label = self.what
        self.fields["q"].widget.attrs["placeholder"] = self.hint
        self.fields["tinh_trang"].choices = list(self.states.items())  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {"words": self.cleaned_data.get("q", ""), "state": self.cleaned_data.get("tinh_trang", "")}

    def in_words(self) -> str:
        chosen = self.chosen()
        words = f"Có “{chosen['words']}”" if chosen["words"] else ""
        return "; ".join(part for part in (words, self.states[chosen["state"]]) if part)

    def is_narrowed(self) -> bool:
        return any(self.chosen().values())
