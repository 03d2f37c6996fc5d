"""A session ends after a while, gets another key at each sign-in, and ends everywhere when the password changes."""

from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from congdoan.accounts import session_rules
from congdoan.organisation.models import Post
from tests.security.signing import PASSWORD, SIGN_IN, is_in, sign_in
from tests.world import Federation

NEW = "ghế xanh cạnh cửa sổ"


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


@pytest.fixture
def hours_pass(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """`hours_pass.by(3)`: three hours later, for the rules of sessions."""
    clock = SimpleNamespace(ahead=0.0)
    real = session_rules.time
    monkeypatch.setattr(session_rules, "time", lambda: real() + clock.ahead * 3600)
    clock.by = lambda hours: setattr(clock, "ahead", clock.ahead + hours)
    return clock


def test_two_hours_without_doing_anything_end_the_session(
    client: Client, federation: Federation, hours_pass: SimpleNamespace
) -> None:
    sign_in(client, "batri")
    hours_pass.by(1.9)
    assert is_in(client)
    hours_pass.by(2.1)
    left = client.get("/tai-khoan/")
    assert left.headers["Location"].startswith(SIGN_IN)
    assert "đã hết giờ" in client.get(SIGN_IN).content.decode()


def test_twelve_hours_end_it_also_for_somebody_busy(
    client: Client, federation: Federation, hours_pass: SimpleNamespace
) -> None:
    sign_in(client, "batri")
    for _ in range(11):
        hours_pass.by(1)
        assert is_in(client)
    hours_pass.by(1.1)
    assert not is_in(client)


def test_whoever_asked_to_be_remembered_stays_for_seven_days_and_no_longer(
    client: Client, federation: Federation, hours_pass: SimpleNamespace
) -> None:
    client.post(SIGN_IN, {"login": "batri", "password": PASSWORD, "remember": "on"})
    hours_pass.by(6 * 24)
    assert is_in(client)
    hours_pass.by(1.1 * 24)
    assert not is_in(client)


def test_a_part_of_a_page_never_becomes_the_sign_in_page(client: Client, federation: Federation) -> None:
    part = {"HX-Request": "true"}
    assert client.get("/don-vi/goi-y/?q=a", headers=part).headers["HX-Redirect"] == SIGN_IN
    sent = client.post("/viec/thong-bao/da-doc/", headers=part)
    assert sent.status_code == 401
    assert "phần viết dở vẫn còn" in sent.content.decode()


def test_signing_in_gives_the_browser_another_key(client: Client, federation: Federation) -> None:
    session = client.session
    session["before"] = 1
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    sign_in(client, "batri")
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    assert len(client.session.session_key) >= 32  # of 36 signs each: 165 bits


def test_so_does_showing_the_password_again_and_the_list_of_sessions_still_names_this_one(
    client: Client, federation: Federation
) -> None:
    sign_in(client, "batri")
    before = client.session.session_key
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD, "next": "/tai-khoan/"})
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    [here] = client.get("/tai-khoan/phien/").context["sessions"]
    assert here.session_key == client.session.session_key


def test_signing_out_ends_the_session_on_the_server_and_empties_what_the_browser_kept(
    client: Client, federation: Federation
) -> None:
    sign_in(client, "batri")
    key = client.session.session_key
    answer = client.post("/tai-khoan/dang-xuat/")
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    client.cookies["sessionid"] = key
    assert not is_in(client)


def test_every_page_leads_to_signing_out(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    for address in ("/", "/tai-khoan/", "/ke-hoach/", "/viec/"):
        assert "/tai-khoan/dang-xuat/" in client.get(address).content.decode()


def test_a_password_set_by_mail_ends_all_sessions(client: Client, federation: Federation) -> None:
    elsewhere = Client()
    sign_in(elsewhere, "batri")
    user = federation["batri"]
    user.set_password(NEW)
    user.save()
    assert not is_in(elsewhere)


def test_all_other_sessions_end_at_once_on_request(client: Client, federation: Federation) -> None:
    elsewhere = [Client(), Client()]
    for browser in (*elsewhere, client):
        sign_in(browser, "batri")
    client.post("/tai-khoan/phien/")
    assert is_in(client)
    assert not any(is_in(browser) for browser in elsewhere)


def test_locking_an_account_ends_its_sessions(client: Client, federation: Federation) -> None:
    sign_in(client, "coso")
    admin = Client()
    admin.force_login(federation["admin"])
    admin.post(f"/nguoi-dung/{federation['coso'].pk}/khoa/")
    assert not is_in(client)


def test_a_post_is_given_only_by_whoever_has_just_shown_the_password_and_nothing_typed_is_lost(
    client: Client, federation: Federation
) -> None:
    sign_in(client, "chutich")
    address = f"/don-vi/{federation.outreach.pk}/giao-chuc-vu/"
    typed = {"user": federation["vanthu"].pk, "role": "reader", "title": "Ủy viên", "starts_on": "15/03/2023"}
    assert client.get(address).status_code == 200
    asked = client.post(address, typed)
    assert asked.headers["Location"].startswith("/tai-khoan/xac-nhan-lai/")
    assert not Post.objects.filter(unit=federation.outreach).exists()
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD, "next": address})
    assert Post.objects.filter(unit=federation.outreach, title="Ủy viên").exists()


@pytest.mark.parametrize(
    "address",
    [
        "/nguoi-dung/moi/",
        "/nguoi-dung/{user}/moi-lai/",
        "/don-vi/chuc-vu/{post}/thoi-giu/",
        "/don-vi/chuc-vu/{post}/uy-quyen/",
    ],
)
def test_what_gives_power_asks_for_the_password_again(client: Client, federation: Federation, address: str) -> None:
    sign_in(client, "chutich")
    own = federation["batri"]
    asked = client.post(address.format(user=own.pk, post=own.posts.get().pk))
    assert asked.headers["Location"].startswith("/tai-khoan/xac-nhan-lai/")
