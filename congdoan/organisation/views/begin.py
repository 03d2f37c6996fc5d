"""First page of an installation that has nobody yet: names the organisation and makes the first administrator."""

from typing import Final

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.accounts.signin.forms import HELP_ON_PASSWORDS
from congdoan.core.ui.asking import answered, status_of
from congdoan.organisation.kinds import LEVELS, UnitKind
from congdoan.organisation.services.found import found_organisation

_BACKEND: Final = "allauth.account.auth_backends.AuthenticationBackend"
_KINDS: Final = [(kind, UnitKind(kind).label) for kind, level in LEVELS.items() if level <= 4]


class BeginForm(forms.Form):
    key = forms.CharField(
        label="Mã thiết lập", help_text="In ra khi khởi động; có trong tệp setup-key của thư mục dữ liệu"
    )
    kind = forms.ChoiceField(label="Loại tổ chức", choices=_KINDS, initial=UnitKind.PROVINCE)
    name = forms.CharField(label="Tên đầy đủ", max_length=250, help_text="Ví dụ: Liên đoàn Lao động tỉnh Bến Tre")
    short_name = forms.CharField(label="Tên gọn", max_length=120, help_text="Ví dụ: LĐLĐ tỉnh Bến Tre")
    symbol = forms.CharField(label="Ký hiệu trên văn bản", max_length=40, help_text="Ví dụ: LĐLĐ")
    place = forms.CharField(label="Địa danh trên văn bản", max_length=80, help_text="Ví dụ: Bến Tre")
    full_name = forms.CharField(label="Họ và tên người quản trị", max_length=120)
    username = forms.CharField(
        label="Tên đăng nhập", max_length=60, widget=forms.TextInput({"autocomplete": "username"})
    )
    email = forms.EmailField(label="Thư điện tử", required=False)
    password = forms.CharField(
        label="Mật khẩu", widget=forms.PasswordInput({"autocomplete": "new-password"}), help_text=HELP_ON_PASSWORDS
    )


@login_not_required
def begin(request: HttpRequest) -> HttpResponse:
    if User.objects.exists():
        return redirect("/")
    form = BeginForm(request.POST or None, initial={"key": request.GET.get("key", "")})
    if form.is_valid() and (user := answered(form, lambda: found_organisation(**form.cleaned_data))):
        login(request, user, backend=_BACKEND)
        return redirect("/")
    return render(request, "organisation/begin.html", {"form": form}, status=status_of(form))
