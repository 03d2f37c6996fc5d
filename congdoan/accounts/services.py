"""What people do to accounts, their own ones; opening and locking accounts of others needs a right (organisation)."""

from typing import Final

from allauth.usersessions.models import UserSession
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.leaving import end
from congdoan.accounts.models import User
from congdoan.accounts.telling import tell_of_account
from congdoan.core.errors import Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise

_NOT_ME: Final = "Nếu không phải bạn làm, đổi mật khẩu ngay và báo quản trị viên."


def free_username(asked: str) -> str:
    """The name as it is kept. Raises Invalid when it cannot be a user name or somebody has it."""
    name = normalise(asked).lower()
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        raise Invalid("Tên đăng nhập chỉ gồm chữ, số và các dấu . _ - @ +", field="username") from None
    if User.objects.filter(username=name).exists():
        raise Invalid("Tên đăng nhập này đã có người dùng. Chọn tên khác.", field="username")
    return name


@transaction.atomic
def edit_own_account(*, user_id: int, full_name: str, email: str, phone: str) -> User:
    """Name and addresses; the user name stays, for papers and history show it."""
    user = User.objects.select_for_update().get(pk=user_id)
    if user.email and user.email != email.strip():
        text = f"Địa chỉ thư của tài khoản {user.username} vừa đổi thành {email.strip() or 'không có'}. {_NOT_ME}"
        tell_of_account(user, subject="Đổi địa chỉ thư", text=text, url=reverse("accounts:me"))
    user.full_name, user.email, user.phone = normalise(full_name), email.strip(), normalise(phone)
    user.save(update_fields=["full_name", "email", "phone"])
    return user


@transaction.atomic
def end_session(own: "QuerySet[UserSession]", session_id: int) -> None:
    """End one of the given sessions. Raises NotFound when it is none of them."""
    session = find(own, session_id)
    if session is None:
        raise NotFound("Phiên đăng nhập này đã kết thúc.")
    end([session])
