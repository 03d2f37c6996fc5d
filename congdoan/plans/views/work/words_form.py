from typing import Any

from django import forms


class WordsForm(forms.Form):
    """Words typed beside a button of the task page."""

    words = forms.CharField(max_length=10_000, required=False, widget=forms.Textarea({"rows": 5}))

    def __init__(self, *args: Any, label: str, required: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].required = label, required
