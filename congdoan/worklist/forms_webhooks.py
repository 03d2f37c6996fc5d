from typing import Any

from django import forms

from congdoan.accounts.models import User
from congdoan.core.ui.asking import offer
from congdoan.core.ui.seen import SeenForm
from congdoan.organisation.forms import unit_field
from congdoan.worklist.queries.webhooks import units_to_tell_of
from congdoan.worklist.webhooks.calling import LONGEST_URL
from congdoan.worklist.webhooks.events import webhook_events


class ChangeForm(SeenForm):
    name = forms.CharField(label="Hệ thống nhận", max_length=80, help_text="Ví dụ: Trục liên thông của tỉnh")
    url = forms.CharField(label="Địa chỉ", max_length=LONGEST_URL, help_text="Bắt đầu bằng https://")
    events = forms.MultipleChoiceField(label="Báo khi", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["events"].choices = list(webhook_events.items())  # type: ignore[attr-defined]


class WebhookForm(ChangeForm):
    unit = unit_field("Sự kiện của đơn vị", help_text="Kể cả các đơn vị trực thuộc.")
    field_order = ("name", "unit", "url", "events")
    seen = None  # type: ignore[assignment]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units_to_tell_of(user))
