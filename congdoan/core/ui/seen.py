"""Two people in the same form: whoever saves second is told what the first did before it is written over."""

from typing import Any

from django import forms


class SeenForm(forms.Form):
    """Remembers how the object was when the form was opened."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def has_seen(self, state: object) -> None:
        """From now on the person knows this state, and sending the form once more is meant."""
        sent: Any = self.data
        data = sent.copy()
        data["seen"] = str(state)
        self.data = data
