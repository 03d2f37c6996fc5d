from typing import Any

from django import forms

from congdoan.core.ui.list_filter import ListFilter
from congdoan.worklist.models import NoticeChoice
from congdoan.worklist.notice_kinds import notice_kinds
from congdoan.worklist.queries.mails import STATES

_DAYS = [(0, "Không nhắc trước")] + [(n, f"{n} ngày làm việc") for n in (1, 2, 3, 5, 10)]


class ChoiceForm(forms.Form):
    """How I want to be told. Kinds are ticked when wanted and kept as those muted."""

    digest = forms.ChoiceField(label="Thư tóm tắt", choices=NoticeChoice.Digest.choices, widget=forms.RadioSelect)
    mail_now = forms.BooleanField(label="Gửi thư ngay khi có thông báo mới", required=False)
    days_before = forms.TypedChoiceField(label="Nhắc trước hạn", choices=_DAYS, coerce=int)
    wanted = forms.MultipleChoiceField(label="Thông báo muốn nhận", widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = [  # type: ignore[attr-defined]
            (name, kind.label) for name, kind in notice_kinds.items() if kind.may_mute
        ]

    @classmethod
    def of(cls, choice: NoticeChoice) -> "ChoiceForm":
        """The form filled with what was chosen."""
        wanted = [name for name, kind in notice_kinds.items() if kind.may_mute and name not in choice.muted_kinds]
        kept = {"digest": choice.digest, "mail_now": choice.mail_now, "days_before": choice.days_before}
        return cls(initial={**kept, "wanted": wanted})

    @property
    def muted(self) -> list[str]:
        wanted = set(self.cleaned_data["wanted"])
        return [name for name, kind in notice_kinds.items() if kind.may_mute and name not in wanted]


class FeedForm(forms.Form):
    """Whose due days a calendar shall show: a unit's, or without one my own."""

    unit = forms.IntegerField(required=False, min_value=1)


class MailFilter(ListFilter):
    states = STATES
    what, hint = "Tìm thư", "Tên, địa chỉ, tên thư"
