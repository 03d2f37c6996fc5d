"""Roles that the administrator names must have a second factor: nothing else opens before it is set up."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from congdoan.core.models import Rule
from congdoan.core.services.calendar import set_rule
from tests.security.signing import code, give_app, is_in, sign_in
from tests.world import Federation

RULE = "accounts.second-factor.roles"
SET_UP = "/tai-khoan/hai-buoc/"


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


@pytest.fixture
def required(federation: Federation) -> None:
    more = {"valid_to": None, "source": "Quy chế an toàn thông tin", "certainty": "C"}
    set_rule(code=RULE, valid_from=date(2023, 1, 1), value=["system_administrator", "unit_leader"], **more)


def test_the_administrator_names_the_roles_in_words(client: Client, federation: Federation) -> None:
    client.force_login(federation["admin"])
    asked = {"code": RULE, "valid_from": "01/01/2023", "source": "Quy chế", "certainty": "C"}
    wrong = client.post("/he-thong/quy-dinh/", {**asked, "value": "Giám đốc"})
    assert wrong.status_code == 422
    assert "Lãnh đạo đơn vị" in wrong.content.decode()
    page = client.post("/he-thong/quy-dinh/", {**asked, "value": "Quản trị hệ thống; lãnh đạo đơn vị"}, follow=True)
    assert Rule.objects.get(code=RULE).value == ["system_administrator", "unit_leader"]
    assert page.status_code == 200


def test_nobody_needs_one_until_a_rule_says_so(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    assert client.get("/").status_code == 200


def test_somebody_in_such_a_role_gets_nowhere_before_setting_one_up(
    client: Client, federation: Federation, required: None
) -> None:
    sign_in(client, "batri")
    for address in ("/", "/ke-hoach/", "/viec/", "/tai-khoan/"):
        assert client.get(address).headers["Location"] == SET_UP
    assert client.get("/don-vi/goi-y/?q=a", headers={"HX-Request": "true"}).status_code == 403
    page = client.get(SET_UP).content.decode()
    assert "phải đăng nhập hai bước" in page
    assert client.get("/huong-dan/").status_code == 200
    assert client.post("/tai-khoan/dang-xuat/").status_code == 302


def test_the_way_is_free_once_it_is_set_up_and_closed_again_when_it_is_taken_off(
    client: Client, federation: Federation, required: None
) -> None:
    sign_in(client, "batri")
    assert not is_in(client)
    give_app(federation["batri"])
    assert is_in(client)
    federation["batri"].authenticator_set.all().delete()
    sign_in(Client(), "batri")
    later = Client()
    sign_in(later, "batri")
    assert not is_in(later)


def test_others_are_left_alone(client: Client, federation: Federation, required: None) -> None:
    sign_in(client, "vanthu")
    assert is_in(client)


def test_with_a_factor_the_code_is_asked_for_and_good_once(
    client: Client, federation: Federation, required: None
) -> None:
    secret = give_app(federation["batri"])
    shown = code(secret)
    for browser, enters in ((client, True), (Client(), False)):
        assert sign_in(browser, "batri").headers["Location"] == "/tai-khoan/hai-buoc/nhap-ma/"
        browser.post("/tai-khoan/hai-buoc/nhap-ma/", {"code": shown})
        assert is_in(browser) is enters


def test_a_password_set_by_mail_does_not_pass_by_the_second_factor(client: Client, federation: Federation) -> None:
    from congdoan.accounts.invitation import invitation_link

    give_app(federation["batri"])
    link = invitation_link(federation["batri"]).partition("/tai-khoan/")[2]
    form_page = client.get(f"/tai-khoan/{link}", follow=True)
    new = "ghế xanh cạnh cửa sổ"
    answer = client.post(form_page.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert "nhap-ma" in answer.request["PATH_INFO"]
    assert not is_in(client)
