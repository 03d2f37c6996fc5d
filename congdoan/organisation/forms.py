"""The forms of units, posts and people."""

from typing import Any

from django import forms
from django.urls import reverse_lazy

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import Combobox
from congdoan.organisation.kinds import LEVELS, ParentLink, UnitKind
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import ACTIONS, Role

UNITS = reverse_lazy("organisation:unit-suggestions")
PEOPLE = reverse_lazy("organisation:people-suggestions")
_FIND_UNIT = "Tên hoặc chữ viết tắt, không cần dấu"


def unit_field(label: str, **more: Any) -> forms.ModelChoiceField[Unit]:
    words = {"invalid_choice": "Chọn một đơn vị trong danh sách gợi ý."}
    units = Unit.objects.all()
    return forms.ModelChoiceField(units, label=label, widget=Combobox(UNITS, _FIND_UNIT), error_messages=words, **more)


def person_field(label: str, **more: Any) -> forms.ModelChoiceField[User]:
    people = User.objects.filter(is_active=True)
    words = {"invalid_choice": "Chọn một người trong danh sách gợi ý."}
    widget = Combobox(PEOPLE, "Họ và tên, không cần dấu")
    return forms.ModelChoiceField(people, label=label, widget=widget, error_messages=words, **more)


class DecisionForm(SeenForm):
    """What every dated command asks for; its own fields come before."""

    effective_on = VnDateField(label="Có hiệu lực từ ngày")
    decision = forms.CharField(label="Quyết định số", max_length=120, required=False, help_text="Ví dụ: 118/QĐ-LĐLĐ")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["effective_on"].initial = clock.today()
        self.order_fields(
            [*(name for name in self.fields if name not in DecisionForm.base_fields), *DecisionForm.base_fields]
        )


class EstablishForm(DecisionForm):
    kind = forms.ChoiceField(label="Loại đơn vị")
    name = forms.CharField(label="Tên đầy đủ", max_length=250)
    short_name = forms.CharField(label="Tên gọn", max_length=120, help_text="Ví dụ: CĐCS xã An Thủy")
    symbol = forms.CharField(label="Ký hiệu trên văn bản", max_length=40, required=False)
    place = forms.CharField(label="Địa danh trên văn bản", max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lower = [(k, UnitKind(k).label) for k, level in LEVELS.items() if level > LEVELS[self.unit.kind]]
        self.fields["kind"].choices = lower  # type: ignore[attr-defined]


class RenameForm(DecisionForm):
    name = forms.CharField(label="Tên đầy đủ mới", max_length=250)
    short_name = forms.CharField(label="Tên gọn mới", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"name": self.unit.name, "short_name": self.unit.short_name, **self.initial}


class MoveForm(DecisionForm):
    parent = unit_field("Chuyển về đơn vị")
    parent_link = forms.ChoiceField(label="Quan hệ với cấp trên", choices=ParentLink.choices)


class EndForm(DecisionForm):
    pass


class ContactsForm(SeenForm, forms.ModelForm[Unit]):
    class Meta:
        model = Unit
        fields = ["address", "phone", "email", "symbol", "place", "code"]


class PostFields(forms.Form):
    role = forms.ChoiceField(
        label="Vai trò",
        choices=[("", "Chọn vai trò"), *Role.choices],
        help_text="Vai trò cho quyền; chức vụ là tên gọi",
    )
    title = forms.CharField(label="Chức vụ", max_length=120, help_text="Ví dụ: Phó Chủ tịch")
    duty = forms.CharField(label="Phụ trách", max_length=200, required=False)
    starts_on = VnDateField(label="Từ ngày", initial=clock.today)
    decision = forms.CharField(label="Quyết định số", max_length=120, required=False)


class PostForm(PostFields):
    """Gives a post at a unit to somebody who has an account."""

    user = person_field("Người giữ chức vụ")
    ends_on = VnDateField(label="Đến hết ngày", required=False)
    field_order = ("user", "role", "title", "duty", "starts_on", "ends_on", "decision")


class InviteForm(PostFields):
    """Opens an account with its first post."""

    full_name = forms.CharField(label="Họ và tên", max_length=120)
    username = forms.CharField(label="Tên đăng nhập", max_length=60)
    email = forms.EmailField(label="Thư điện tử", required=False, help_text="Lời mời được gửi đến đây")
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    unit = unit_field("Đơn vị")
    field_order = ("full_name", "username", "email", "phone", "unit", "role", "title", "duty", "starts_on", "decision")


class EndPostForm(SeenForm):
    ends_on = VnDateField(label="Ngày cuối giữ chức vụ", initial=clock.today)


class DelegateForm(forms.Form):
    to = person_field("Ủy quyền cho")
    starts_on = VnDateField(label="Từ ngày", initial=clock.today)
    ends_on = VnDateField(label="Đến hết ngày")
    decision = forms.CharField(label="Văn bản ủy quyền", max_length=120, required=False)


class WhyForm(forms.Form):
    """Who, what and where: asked by the address."""

    nguoi = person_field("Người")
    viec = forms.ChoiceField(label="Việc", choices=list(ACTIONS.items()))
    don_vi = unit_field("Tại đơn vị")


class PeopleFilter(forms.Form):
    STATES = (("", "Mọi tình trạng"), ("active", "Đang dùng"), ("invited", "Chờ đặt mật khẩu"), ("locked", "Đã khóa"))
    q = forms.CharField(label="Tìm theo tên", required=False, widget=forms.TextInput({"placeholder": "Tìm theo tên"}))
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False, choices=STATES)
    vai_tro = forms.ChoiceField(label="Vai trò", required=False, choices=[("", "Mọi vai trò"), *Role.choices])

    def in_words(self) -> str:
        """What was chosen: "Tên có “hân”; Đã khóa; Văn thư"; empty for everybody."""
        chosen = self.cleaned_data if self.is_valid() else {}
        name = f"Tên có “{words}”" if (words := chosen.get("q")) else ""
        state, role = dict(self.STATES)[chosen.get("tinh_trang", "")], dict(Role.choices).get(chosen.get("vai_tro", ""))
        return "; ".join(part for part in (name, state if chosen.get("tinh_trang") else "", role) if part)
