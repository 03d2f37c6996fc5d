from dataclasses import dataclass
from typing import Any

from django import forms

from congdoan.core.ui.list_filter import ListFilter
from congdoan.worklist.models import NoticeChoice
from congdoan.worklist.notice_kinds import notice_kinds
from congdoan.worklist.queries.mails import STATES

_DAYS = [(0, "Không nhắc trước")] + [(n, f"{n} ngày làm việc") for n in (1, 2, 3, 5, 10)]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of notice and where it goes; one that is not `may_mute` always stands in the application."""

    name: str
    label: str
    may_mute: bool
    wanted: bool
    on_device: bool


class ChoiceForm(forms.Form):
    """How I want to be told. Kinds are ticked when wanted and kept as those muted."""

    digest = forms.ChoiceField(label="Thư tóm tắt", choices=NoticeChoice.Digest.choices, widget=forms.RadioSelect)
    mail_now = forms.BooleanField(label="Gửi thư ngay khi có thông báo mới", required=False)
    days_before = forms.TypedChoiceField(label="Nhắc trước hạn", choices=_DAYS, coerce=int)
    wanted = forms.MultipleChoiceField(required=False)
    on_device = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = [(name, name) for name in _mutable()]  # type: ignore[attr-defined]
        self.fields["on_device"].choices = [(name, name) for name, _ in notice_kinds.items()]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, choice: NoticeChoice) -> "ChoiceForm":
        """The form filled with what was chosen."""
        wanted = [name for name in _mutable() if name not in choice.muted_kinds]
        on_device = [name for name, _ in notice_kinds.items() if name not in choice.device_muted]
        kept = {"digest": choice.digest, "mail_now": choice.mail_now, "days_before": choice.days_before}
        return cls(initial={**kept, "wanted": wanted, "on_device": on_device})

    @property
    def rows(self) -> list[KindRow]:
        wanted, on_device = set(self["wanted"].value() or ()), set(self["on_device"].value() or ())
        return [
            KindRow(name, kind.label, kind.may_mute, name in wanted or not kind.may_mute, name in on_device)
            for name, kind in notice_kinds.items()
        ]

    @property
    def muted(self) -> list[str]:
        wanted = set(self.cleaned_data["wanted"])
        return [name for name in _mutable() if name not in wanted]

    @property
    def device_muted(self) -> list[str]:
        on_device = set(self.cleaned_data["on_device"])
        return [name for name, _ in notice_kinds.items() if name not in on_device]


def _mutable() -> list[str]:
    return [name for name, kind in notice_kinds.items() if kind.may_mute]


class DeviceForm(forms.Form):
    """What a browser gives out when a person allows notices there. Filled in by devices.js, typed by nobody."""

    endpoint = forms.CharField(max_length=2000, widget=forms.HiddenInput)
    p256dh = forms.CharField(max_length=100, widget=forms.HiddenInput)
    auth = forms.CharField(max_length=40, widget=forms.HiddenInput)


class FeedForm(forms.Form):
    """Whose due days a calendar shall show: a unit's, or without one my own."""

    unit = forms.IntegerField(required=False, min_value=1)


class MailFilter(ListFilter):
    states = STATES
    what, hint = "Tìm thư", "Tên, địa chỉ, tên thư"
