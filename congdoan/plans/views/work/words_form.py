from typing import Any

from django import forms


class WordsForm(forms.Form):
    """Words typed beside a button of the task page. Whether they may be missing is for the service to say."""

    words = forms.CharField(max_length=10_000, required=False, widget=forms.Textarea({"rows": 5}))

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
