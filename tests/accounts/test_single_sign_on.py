"""Single sign-on, played against a provider that runs beside the test and is named in the environment only."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from congdoan.accounts.models import User
from tests.accounts.oidc_provider import CLIENT, SECRET, Provider, running_provider
from tests.world import Federation

ENTER = "/tai-khoan/sso/sso/vao/"


def settings_of(**environment: str) -> dict[str, Any]:
    """What the settings make of the environment."""
    script = "import json; from congdoan.config import settings; print(json.dumps(settings.SOCIALACCOUNT_PROVIDERS))"
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **environment}, capture_output=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture
def provider(settings: Any) -> Iterator[type[Provider]]:
    with running_provider() as issuer:
        settings.SOCIALACCOUNT_PROVIDERS = settings_of(
            CONGDOAN_OIDC_ISSUER=f"{issuer}/",
            CONGDOAN_OIDC_NAME="Tài khoản tỉnh Bến Tre",
            CONGDOAN_OIDC_CLIENT_ID=CLIENT,
            CONGDOAN_OIDC_CLIENT_SECRET=SECRET,
        )
        yield Provider


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def come_back_from(address: str) -> str:
    """Go to the provider, which agrees, and give the address that it sends the browser back to."""
    try:
        urllib.request.build_opener(StayHere).open(address)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["Location"])
    raise AssertionError(address)


def enter(client: Client) -> Any:
    """Press the button of the sign-in page and come back."""
    return client.get(come_back_from(client.get(ENTER).headers["Location"]))


def test_without_a_provider_the_page_offers_none(client: Client, federation: Federation) -> None:
    assert settings_of()["openid_connect"]["APPS"] == []
    assert "/vao/" not in client.get("/tai-khoan/dang-nhap/").content.decode()


def test_a_person_enters_with_the_account_of_the_provider(
    client: Client, federation: Federation, provider: type[Provider]
) -> None:
    page = client.get("/tai-khoan/dang-nhap/").content.decode()
    assert "Tài khoản tỉnh Bến Tre" in page
    assert ENTER in page
    provider.person = {"sub": "8371", "preferred_username": "BaTri"}
    answer = enter(client)
    assert answer.headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(federation["batri"].pk)
    assert SocialAccount.objects.get().user == federation["batri"]


def test_the_link_stays_when_the_provider_renames_the_person(
    client: Client, federation: Federation, provider: type[Provider]
) -> None:
    provider.person = {"sub": "8371", "preferred_username": "batri"}
    enter(client)
    client.post("/tai-khoan/dang-xuat/")
    provider.person = {"sub": "8371", "preferred_username": "chutich"}
    enter(client)
    assert client.session["_auth_user_id"] == str(federation["batri"].pk)


def test_a_stranger_is_told_whom_to_ask_and_gets_no_account(
    client: Client, federation: Federation, provider: type[Provider]
) -> None:
    before = User.objects.count()
    provider.person = {"sub": "1", "preferred_username": "nguoi.la", "email": "batri@example.vn"}
    answer = enter(client)
    assert answer.headers["Location"] == "/tai-khoan/dang-nhap/"
    assert "Chưa có tài khoản cho người này" in client.get("/tai-khoan/dang-nhap/").content.decode()
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == before


def test_a_locked_account_stays_out_also_by_single_sign_on(
    client: Client, federation: Federation, provider: type[Provider]
) -> None:
    provider.person = {"sub": "8371", "preferred_username": "batri"}
    enter(client)
    client.post("/tai-khoan/dang-xuat/")
    User.objects.filter(username="batri").update(is_active=False)
    enter(client)
    assert "_auth_user_id" not in client.session


def test_an_answer_that_nobody_asked_for_signs_nobody_in(
    client: Client, federation: Federation, provider: type[Provider]
) -> None:
    provider.person = {"sub": "8371", "preferred_username": "batri"}
    stolen = come_back_from(Client().get(ENTER).headers["Location"])
    answer = client.get(stolen)
    assert "_auth_user_id" not in client.session
    assert "Đăng nhập một lần không thành" in answer.content.decode()


def test_a_provider_that_does_not_answer_is_no_fault_of_the_person(
    client: Client, federation: Federation, settings: Any
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = settings_of(CONGDOAN_OIDC_ISSUER="http://127.0.0.1:1")
    assert client.get(ENTER).headers["Location"] == "/tai-khoan/dang-nhap/"
    assert "chưa trả lời" in client.get("/tai-khoan/dang-nhap/").content.decode()
