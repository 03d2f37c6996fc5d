"""The form of a token."""

from typing import Any

from django import forms

from congdoan.accounts.models import User
from congdoan.organisation.api.scopes import scopes_for
from congdoan.organisation.queries.tokens import units_for_token


class TokenForm(forms.Form):
    name = forms.CharField(label="Dùng cho", max_length=80, help_text="Ví dụ: Bảng điều hành của huyện")
    scopes = forms.MultipleChoiceField(label="Quyền", widget=forms.CheckboxSelectMultiple)
    unit = forms.TypedChoiceField(label="Phạm vi", coerce=int, empty_value=None, required=False)
    days = forms.IntegerField(label="Dùng trong (ngày)", min_value=1)

    def __init__(self, *args: Any, user: User, most_days: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [(unit.pk, f"Chỉ trong {unit}") for unit in units_for_token(user)]
        self.fields["scopes"].choices = scopes_for(user)  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", "Mọi nơi tôi có quyền"), *units]  # type: ignore[attr-defined]
        self.fields["days"].initial = min(90, most_days)
        self.fields["days"].help_text = f"Nhiều nhất {most_days} ngày."
