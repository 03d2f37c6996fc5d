"""What a browser is told to hold to, and what it may send: headers, cookies, tokens of forms, ways back."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

import congdoan
from tests.security.signing import PASSWORD, SIGN_IN, sign_in
from tests.world import Federation

TEMPLATES = sorted(Path(congdoan.__path__[0]).glob("*/templates/**/*.html"))
INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style|<script(?![^>]*\s(?:src=|type="application/json"))|javascript:|hx-on""",
    re.IGNORECASE,
)
OF_MAIL = "/mail/"
"""Mails are no pages; their programs have their own rules."""
NAMES = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
HSTS = ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_PROXY_SSL_HEADER", "BEHIND_TLS")


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


@pytest.fixture
def behind_tls(settings: SimpleNamespace) -> None:
    """The settings of an installation behind TLS, as they are read there."""
    ask = (
        "import json; from django.conf import settings; "
        f"print(json.dumps({{name: getattr(settings, name) for name in {NAMES + HSTS}}}))"
    )
    env = {**os.environ, "CONGDOAN_TLS": "true", "DJANGO_SETTINGS_MODULE": "congdoan.config.settings"}
    said = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=True)
    for name, value in json.loads(said.stdout).items():
        setattr(settings, name, tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: "/".join(path.parts[-3:]))
def test_no_page_has_a_style_a_script_or_a_handler_in_it(template: Path) -> None:
    if OF_MAIL not in str(template):
        assert INLINE.findall(template.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "address", ["/", "/tai-khoan/dang-nhap/", "/khong-co/", "/static/congdoan/base.css", "/tai-khoan/"]
)
def test_every_answer_tells_the_browser_what_it_may_do(client: Client, federation: Federation, address: str) -> None:
    if "dang-nhap" not in address:
        client.force_login(federation["batri"])
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    for part in (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "frame-src 'none'",
    ):
        assert part in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers and "X-Powered-By" not in headers


@pytest.mark.parametrize("address", ["/", "/tai-khoan/", "/don-vi/goi-y/?q=ba", "/nguoi-dung/?xuat=csv", "/khong-co/"])
def test_what_a_person_sees_is_kept_in_no_cache(client: Client, federation: Federation, address: str) -> None:
    client.force_login(federation["chutich"])
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_every_answer_with_text_says_in_which_letters(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    for address in ("/", "/khong-co/", "/nguoi-dung/?xuat=csv", "/don-vi/goi-y/?q=ba"):
        assert "charset=utf-8" in client.get(address).headers["Content-Type"].lower()


def test_behind_tls_cookies_are_bound_to_this_host_and_the_browser_stays_with_tls(
    client: Client, federation: Federation, behind_tls: None
) -> None:
    client.get(SIGN_IN, secure=True)
    answer = sign_in(client, "batri", secure=True)
    assert answer.status_code == 302
    assert {"__Host-sessionid", "__Host-csrftoken", "__Host-device"} == set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["secure"] and cookie["httponly"] and cookie["path"] == "/" and not cookie["domain"]
        assert cookie["samesite"] == "Lax"
    stays = client.get("/", secure=True).headers["Strict-Transport-Security"]
    assert stays == "max-age=31536000; includeSubDomains"


def test_a_form_needs_the_token_of_this_browser_also_when_a_part_of_a_page_sends_it(federation: Federation) -> None:
    client = Client(enforce_csrf_checks=True)
    token = _token(client, SIGN_IN)
    client.post(SIGN_IN, {"login": "batri", "password": PASSWORD, "csrfmiddlewaretoken": token})
    token = _token(client, "/")
    part = {"HX-Request": "true"}
    address = "/viec/thong-bao/da-doc/"
    assert client.post(address, headers=part).status_code == 403
    assert client.post(address, headers={**part, "X-CSRFToken": "x" * 64}).status_code == 403
    foreign = {**part, "X-CSRFToken": token, "Origin": "https://evil.example"}
    assert client.post(address, headers=foreign).status_code == 403
    assert client.post(address, headers={**part, "X-CSRFToken": token}).status_code in (200, 204, 302)


@pytest.mark.parametrize("away", ["//evil.example", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"])
def test_no_address_sends_a_person_to_another_site(client: Client, federation: Federation, away: str) -> None:
    first = client.post(SIGN_IN, {"login": "chutich", "password": PASSWORD, "next": away})
    post = federation["chutich"].posts.get().pk
    second = client.post("/don-vi/chuc-vu/doi/", {"post": post, "next": away})
    assert (first.headers["Location"], second.headers["Location"]) == ("/", "/")


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "TRACK", "PROPFIND"])
def test_methods_that_no_page_knows_are_refused(client: Client, federation: Federation, method: str) -> None:
    client.force_login(federation["batri"])
    assert client.generic(method, "/").status_code == 405


def test_a_name_of_another_host_is_not_answered(client: Client, db: None) -> None:
    assert client.get(SIGN_IN, headers={"Host": "evil.example"}).status_code == 400


def test_whose_address_it_is_cannot_be_made_up(
    client: Client, federation: Federation, settings: SimpleNamespace
) -> None:
    made_up = {"X-Forwarded-For": "203.0.113.1, 198.51.100.7"}
    sign_in(client, "batri", headers=made_up)
    assert client.get("/tai-khoan/phien/").context["sessions"][0].ip == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    other = Client()
    sign_in(other, "coso", headers=made_up)
    assert other.get("/tai-khoan/phien/").context["sessions"][0].ip == "198.51.100.7"


def _token(client: Client, address: str) -> str:
    found = re.search(r'name="csrf-token" content="(\w+)"', client.get(address).content.decode())
    assert found
    return found[1]
