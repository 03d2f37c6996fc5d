"""Passwords: long ones, nothing that others guess first, taken exactly as typed."""

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from congdoan.accounts.models import User
from congdoan.accounts.signin import passwords
from congdoan.accounts.signin.passwords import common_words
from congdoan.config import settings as product_settings
from tests.security.signing import PASSWORD, SIGN_IN, is_in, sign_in
from tests.world import Federation

CHANGE = "/tai-khoan/mat-khau/doi/"


@pytest.mark.parametrize(
    "password",
    [
        "ngan9kytu",
        "1234567890",
        "qwertyuiop",
        "MatKhau@2024",
        "Mật khẩu 2024",
        "m@tkh4u2024",
        "congdoan123",
        "CongDoanSo!2025",
        "BếnTre!!2025",
        "liendoanlaodong",
        "LĐLĐ tỉnh Bến Tre",
        "anhyeuem1990",
        "vanthu@bentre",
        "nguyenhoang1988",
        "01/05/1985",
        "0913 555 123",
        "nguyenhuunghia",
    ],
)
def test_a_password_that_is_guessed_first_is_refused(federation: Federation, password: str) -> None:
    assert _is_refused(password, federation["batri"])


@pytest.mark.parametrize(
    "password",
    [
        "conmeonammovang",
        "ghế xanh cạnh cửa sổ",
        "khongviethoakhongso",
        "KHONGVIETTHUONGNAO",
        "4821907365518273",
        "xk7-wq9-zt2-mb",
        "!@#$%^&*()_+|~",
        "mèo congdoan trèo cau",
        "x" * 20 + "đường ray xe lửa",
    ],
)
def test_any_composition_of_signs_will_do(federation: Federation, password: str) -> None:
    assert not _is_refused(password, federation["batri"])


def test_more_than_three_thousand_common_passwords_of_ten_signs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_words_here", set)  # refused wherever it is, and asked of no database
    listed = {word for word in CommonPasswordValidator().passwords if len(word) >= 10}
    ends = ("123456", "@2024", "12345678", "@123456", "!!2025", "888888", "19901990")
    made = {word + end for word in common_words() if len(word) >= 4 for end in ends if len(word + end) >= 10}
    assert len(listed | made) > 3000
    assert [word for word in sorted(listed | made) if not _is_refused(word)] == []


@pytest.mark.parametrize("password", ["  hai đầu có khoảng trắng  ", "Ghế Xanh" * 16, "🐘 voi đi qua cầu treo"])
def test_a_password_counts_exactly_as_typed_however_long(client: Client, federation: Federation, password: str) -> None:
    sign_in(client, "batri")
    client.post(CHANGE, {"oldpassword": PASSWORD, "password1": password, "password2": password})
    user = federation["batri"]
    assert user.check_password(password)
    for other in (password.strip(), password + " ", password[:64], password.lower()):
        assert other == password or not user.check_password(other)
    client.post("/tai-khoan/dang-xuat/")
    client.post(SIGN_IN, {"login": "batri", "password": password})
    assert is_in(client)


def test_the_present_password_is_needed_for_another(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    new = "ghế xanh cạnh cửa sổ"
    answer = client.post(CHANGE, {"oldpassword": "không phải", "password1": new, "password2": new})
    assert "Mật khẩu hiện nay chưa đúng" in answer.content.decode()
    assert federation["batri"].check_password(PASSWORD)


def test_password_fields_hide_can_be_shown_and_take_what_is_pasted(client: Client, federation: Federation) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert 'type="password"' in page and "data-reveal" in page
    assert 'autocomplete="current-password"' in page
    sign_in(client, "batri")
    change = client.get(CHANGE).content.decode()
    assert change.count('type="password"') == change.count("data-reveal") == 3
    assert change.count('autocomplete="new-password"') == 2
    assert "onpaste" not in page + change and "maxlength" not in change


def test_passwords_are_kept_by_a_slow_hash() -> None:
    assert global_settings.PASSWORD_HASHERS[0].endswith("PBKDF2PasswordHasher")
    assert "PASSWORD_HASHERS" not in vars(product_settings)
    assert PBKDF2PasswordHasher.iterations >= 600_000


def test_no_password_ends_by_itself() -> None:
    assert not [field.name for field in User._meta.get_fields() if "expire" in field.name or "changed" in field.name]


def _is_refused(password: str, user: User | None = None) -> bool:
    try:
        validate_password(password, user)
    except ValidationError:
        return True
    return False
