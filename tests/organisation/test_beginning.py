from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from congdoan.accounts.models import User
from congdoan.config.data_folder import setup_key
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from tests.world import Federation, make_user

BEGIN = "/tai-khoan/bat-dau/"


def answers(**more: str) -> dict[str, str]:
    return {
        "key": setup_key(settings.DATA),
        "kind": "province",
        "name": "Liên đoàn Lao động tỉnh Bến Tre",
        "short_name": "LĐLĐ tỉnh Bến Tre",
        "symbol": "LĐLĐ",
        "place": "Bến Tre",
        "full_name": "Quản Trị",
        "username": "quantri",
        "email": "",
        "password": "mot-mat-khau-dai",
        **more,
    }


def test_an_empty_installation_leads_to_its_beginning(client: Client, db: None) -> None:
    page = client.get("/", follow=True)
    assert page.request["PATH_INFO"] == BEGIN


def test_the_first_administrator_names_the_organisation_and_is_signed_in(client: Client, db: None) -> None:
    client.post(BEGIN, answers())
    root, user = Unit.objects.get(), User.objects.get()
    assert root.name == "Liên đoàn Lao động tỉnh Bến Tre"
    assert may(user, "settings.manage", root)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_without_the_key_nobody_begins(client: Client, db: None) -> None:
    page = client.post(BEGIN, answers(key="doan-mo"))
    assert "Mã thiết lập chưa đúng" in page.content.decode()
    assert not User.objects.exists()
    assert not Unit.objects.exists()


def test_a_weak_password_is_refused_and_nothing_is_left_behind(client: Client, db: None) -> None:
    page = client.post(BEGIN, answers(password="12345678"))
    assert page.status_code == 422
    assert not Unit.objects.exists()


def test_the_beginning_is_over_once_somebody_is_there(client: Client, db: None) -> None:
    make_user("ai")
    assert client.get(BEGIN).headers["Location"] == "/"
    client.post(BEGIN, answers())
    assert User.objects.count() == 1


def test_the_operator_makes_an_administrator_at_the_command_line(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="chưa có đơn vị"):
        call_command("create_admin", "quantri", "--full-name", "Quản Trị")
    out = StringIO()
    call_command("create_admin", "quantri", "--full-name", "Quản Trị", "--organisation", "LĐLĐ tỉnh", stdout=out)
    assert "Đặt mật khẩu tại: http" in out.getvalue()
    assert may(User.objects.get(), "people.manage", Unit.objects.get())

    monkeypatch.setenv("CONGDOAN_ADMIN_PASSWORD", "mot-mat-khau-dai")
    call_command("create_admin", "hai", "--full-name", "Quản Trị Hai", stdout=out)
    assert User.objects.get(username="hai").check_password("mot-mat-khau-dai")


@pytest.mark.parametrize(("username", "said"), [("hai từ", "chỉ gồm chữ, số"), ("BaTri", "đã có người dùng")])
def test_an_administrators_user_name_is_checked_like_any_other(
    federation: Federation, username: str, said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("create_admin", username, full_name="Lê Văn Quản")
