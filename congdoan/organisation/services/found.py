"""The first organisation and its first administrator, on an installation that has nobody yet."""

import secrets

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from congdoan.accounts.models import User
from congdoan.accounts.services import free_username
from congdoan.config.data_folder import setup_key
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotAllowed
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from congdoan.organisation.services.establish import establish_unit
from congdoan.organisation.services.posts import give_post
from congdoan.organisation.services.tree import lock_tree


def check_setup_key(key: str) -> None:
    """Raises NotAllowed unless it is the key kept in the data folder: who begins can read that folder."""
    if not secrets.compare_digest(key.strip(), setup_key(settings.DATA)):
        raise NotAllowed(
            "Mã thiết lập chưa đúng. Mã in ra khi khởi động, và có trong tệp setup-key của thư mục dữ liệu.",
            field="key",
        )


@transaction.atomic
def found_organisation(
    *,
    key: str,
    kind: str,
    name: str,
    short_name: str,
    symbol: str,
    place: str,
    username: str,
    full_name: str,
    email: str,
    password: str,
) -> User:
    """The root unit, and its administrator, who opens everything else.

    Raises NotAllowed without the setup key, Conflict when somebody has an account already.
    """
    check_setup_key(key)
    lock_tree()
    if User.objects.exists() or Unit.objects.exists():
        raise Conflict("Hệ thống đã có người dùng. Đăng nhập để tiếp tục.")
    root = establish_unit(
        by=None,
        parent=None,
        kind=kind,
        name=name,
        short_name=short_name,
        symbol=symbol,
        place=place,
        effective_on=clock.today(),
    )
    return make_administrator(unit=root, username=username, full_name=full_name, email=email, password=password)


@transaction.atomic
def make_administrator(*, unit: Unit, username: str, full_name: str, email: str, password: str | None) -> User:
    """A new account with the post of system administrator, made by the operator."""
    name = free_username(username)
    user = User(username=name, full_name=full_name, email=email)
    if password is not None:
        check_password(password, user)
    made = User.objects.create_user(name, password, full_name=full_name, email=email)
    give_post(
        by=None,
        user=made,
        unit=unit,
        role=Role.SYSTEM_ADMINISTRATOR,
        title="Quản trị hệ thống",
        starts_on=max(clock.today(), unit.starts_on),
    )
    return made


def check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid(" ".join(error.messages), field="password") from None
