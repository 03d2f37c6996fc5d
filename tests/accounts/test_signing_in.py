import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from congdoan.accounts.invitation import send_invitation
from congdoan.accounts.models import User
from congdoan.accounts.signin.adapters import account_of
from congdoan.worklist.services.outbox import send_waiting
from tests.world import Federation, make_user

PASSWORD = "mat-khau-dai-2023"
LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


def sign_in(client: Client, login: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": login, "password": password})


def confirm_again(client: Client) -> None:
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD, "next": "/tai-khoan/"})


def test_a_person_signs_in_and_gets_to_the_desk(client: Client, federation: Federation) -> None:
    answer = sign_in(client, "BaTri")
    assert answer.headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(federation["batri"].pk)


def test_the_answer_never_says_whether_the_account_exists(client: Client, federation: Federation) -> None:
    wrong = sign_in(client, "batri", "sai-mat-khau").content.decode()
    unknown = sign_in(client, "khong-co-ai", "sai-mat-khau").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in wrong
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in unknown


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client, federation: Federation) -> None:
    for _ in range(5):
        sign_in(client, "batri", "sai-mat-khau")
    answer = sign_in(client, "batri")
    assert "Đợi ít phút" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_each_further_wrong_password_makes_the_wait_longer(
    client: Client, federation: Federation, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, passed = time.time(), 0.0
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: began + passed)

    def may_enter_after(minutes: float) -> bool:
        nonlocal passed
        passed += minutes * 60
        enters = sign_in(client, "batri").headers.get("Location") == "/"
        client.post("/tai-khoan/dang-xuat/")
        return enters

    for _ in range(5):
        sign_in(client, "batri", "sai-mat-khau")
    assert not may_enter_after(4)
    for _ in range(3):
        passed += 6 * 60
        sign_in(client, "batri", "sai-mat-khau")
    assert not may_enter_after(6)
    assert may_enter_after(30)


def test_a_phone_number_stands_for_the_user_name(client: Client, federation: Federation) -> None:
    User.objects.filter(username="batri").update(phone="0913 555 123")
    assert sign_in(client, "+84 913 555 123").headers["Location"] == "/"


def test_two_accounts_with_one_phone_number_sign_in_by_name_only(client: Client, federation: Federation) -> None:
    User.objects.filter(username__in=["batri", "cholach"]).update(phone="0913555123")
    assert "chưa đúng" in sign_in(client, "0913555123").content.decode()


def test_a_locked_account_gets_no_session(client: Client, federation: Federation) -> None:
    User.objects.filter(username="batri").update(is_active=False)
    sign_in(client, "batri")
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_by_themselves(client: Client, federation: Federation) -> None:
    page = client.get("/tai-khoan/dang-ky/").content.decode()
    assert "Không tự đăng ký được" in page
    client.post("/tai-khoan/dang-ky/", {"username": "moi", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(username="moi").exists()


def link_in_mail() -> str:
    send_waiting()
    found = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found.group(1)


def set_password_by(client: Client, link: str, password: str) -> None:
    form_page = client.get(link, follow=True)
    client.post(form_page.request["PATH_INFO"], {"password1": password, "password2": password})


def test_a_forgotten_password_is_set_anew_by_a_link_in_a_mail(client: Client, federation: Federation) -> None:
    client.post("/tai-khoan/mat-khau/quen/", {"email": "batri"})
    link = link_in_mail()
    assert mail.outbox[-1].to == ["batri@example.vn"]
    set_password_by(client, link, "cay-cau-go-lim-2023")
    client.post("/tai-khoan/dang-xuat/")
    assert sign_in(client, "batri", "cay-cau-go-lim-2023").headers["Location"] == "/"


def test_asking_for_an_unknown_account_sends_nothing_and_looks_the_same(client: Client, federation: Federation) -> None:
    known = client.post("/tai-khoan/mat-khau/quen/", {"email": "batri"})
    unknown = client.post("/tai-khoan/mat-khau/quen/", {"email": "khong-co-ai"})
    assert known.headers["Location"] == unknown.headers["Location"]
    send_waiting()
    assert len(mail.outbox) == 1


def test_an_invited_person_sets_the_password_by_the_link_once(client: Client, federation: Federation) -> None:
    user = User.objects.create_user("moi", None, full_name="Người Mới", email="moi@example.vn")
    send_invitation(user, by="Quản trị")
    link = link_in_mail()
    set_password_by(client, link, "cay-cau-go-lim-2023")
    client.post("/tai-khoan/dang-xuat/")
    assert sign_in(client, "moi", "cay-cau-go-lim-2023").headers["Location"] == "/"
    client.post("/tai-khoan/dang-xuat/")
    assert "không còn dùng được" in client.get(link, follow=True).content.decode()


def test_a_second_step_asks_for_the_code_of_the_app(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    assert "xac-nhan-lai" in client.get("/tai-khoan/hai-buoc/ung-dung/bat/").headers["Location"]
    confirm_again(client)
    page = client.get("/tai-khoan/hai-buoc/ung-dung/bat/")
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    answer = client.post("/tai-khoan/hai-buoc/ung-dung/bat/", {"code": code})
    assert answer.headers["Location"] == "/tai-khoan/hai-buoc/ma-du-phong/"
    codes = client.get("/tai-khoan/hai-buoc/ma-du-phong/").context["unused_codes"]
    client.post("/tai-khoan/dang-xuat/")

    assert sign_in(client, "batri").headers["Location"] == "/tai-khoan/hai-buoc/nhap-ma/"
    assert "_auth_user_id" not in client.session
    assert "Mã chưa đúng" in client.post("/tai-khoan/hai-buoc/nhap-ma/", {"code": "000000"}).content.decode()
    client.post("/tai-khoan/hai-buoc/nhap-ma/", {"code": codes[0]})
    assert "_auth_user_id" in client.session


def test_a_browser_elsewhere_is_signed_out(client: Client, federation: Federation) -> None:
    other = Client()
    sign_in(other, "batri")
    sign_in(client, "batri")
    sessions = client.get("/tai-khoan/phien/").context["sessions"]
    [elsewhere] = [session for session in sessions if session.session_key != client.session.session_key]
    client.post(f"/tai-khoan/phien/{elsewhere.pk}/ket-thuc/")
    assert other.get("/tai-khoan/").status_code == 302
    assert client.get("/tai-khoan/").status_code == 200


def test_nobody_ends_the_session_of_another(client: Client, federation: Federation) -> None:
    other = Client()
    sign_in(other, "cholach")
    theirs = other.get("/tai-khoan/phien/").context["sessions"][0]
    sign_in(client, "batri")
    assert client.post(f"/tai-khoan/phien/{theirs.pk}/ket-thuc/").status_code == 404


def test_a_changed_password_ends_the_other_sessions(client: Client, federation: Federation) -> None:
    other = Client()
    sign_in(other, "batri")
    sign_in(client, "batri")
    new = "ghe-xanh-cua-so-2023"
    client.post("/tai-khoan/mat-khau/doi/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/tai-khoan/").status_code == 200
    assert other.get("/tai-khoan/").status_code == 302


def test_single_sign_on_finds_the_account_but_opens_none(federation: Federation) -> None:
    assert account_of({"userinfo": {"preferred_username": "BaTri"}}) == federation["batri"]
    assert account_of({"userinfo": {"email": "batri@example.vn", "email_verified": True}}) == federation["batri"]
    assert account_of({"userinfo": {"email": "batri@example.vn"}}) is None
    assert account_of({"userinfo": {"preferred_username": "nguoi.la"}}) is None


@pytest.mark.parametrize(
    "address",
    [
        "/tai-khoan/",
        "/tai-khoan/mat-khau/doi/",
        "/tai-khoan/hai-buoc/",
        "/tai-khoan/hai-buoc/ung-dung/bat/",
        "/tai-khoan/khoa/",
        "/tai-khoan/khoa/them/",
        "/tai-khoan/phien/",
        "/tai-khoan/sso/",
        "/tai-khoan/xac-nhan-lai/",
    ],
)
def test_own_account_pages_open_with_few_questions(
    client: Client, federation: Federation, django_assert_max_num_queries, address: str
) -> None:
    sign_in(client, "batri")
    confirm_again(client)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


def test_a_person_corrects_the_own_name(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    client.post("/tai-khoan/", {"full_name": "Nguyễn Hữu  Nghĩa", "email": "batri@example.vn", "phone": "0913555123"})
    assert (federation["batri"].full_name, federation["batri"].phone) == ("Nguyễn Hữu Nghĩa", "0913555123")


def test_another_mail_address_needs_the_password_once_more(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    asked = client.post("/tai-khoan/", {"full_name": "Nguyễn Hữu Nghĩa", "email": "nghia@example.vn", "phone": ""})
    assert asked.headers["Location"].startswith("/tai-khoan/xac-nhan-lai/")
    assert federation["batri"].email == "batri@example.vn"
    confirm_again(client)
    assert federation["batri"].email == "nghia@example.vn"


def test_whoever_is_not_signed_in_gets_to_the_sign_in_page(client: Client, db: None) -> None:
    make_user("ai")
    assert client.get("/tai-khoan/").headers["Location"].startswith(LOGIN)
    assert client.get(LOGIN).status_code == 200
