"""Signing in without a password and in two steps, in a real browser with a fingerprint reader of its own."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache

from tests.browser.people import DESK, PASSWORD, PHONE, Office, Person

pytestmark = pytest.mark.browser

SIGN_IN = "/tai-khoan/dang-nhap/"
STEP = 30  # seconds that a code of an app is good for


@pytest.fixture(autouse=True)
def _no_attempts_remembered() -> None:
    cache.clear()


def fingerprint_reader(person: Person) -> None:
    """The device has one, and a finger lies on it."""
    session = person.page.context.new_cdp_session(person.page)
    session.send("WebAuthn.enable")
    reader = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    able = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**reader, **able}})


def code(secret: str, *, steps_ahead: int = 0) -> str:
    """What the app shows now, or some steps later: one code is taken once only."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // STEP + steps_ahead)))


def sign_out(person: Person) -> None:
    person.page.context.clear_cookies()
    person.open(SIGN_IN)


def open_after_password(person: Person, address: str) -> None:
    """What guards the account asks for the password once more."""
    person.open(address)
    person.page.fill("input[name=password]", PASSWORD)
    person.click("button", "Xác nhận")
    person.page.wait_for_url(f"{person.base}{address}")
    person.look_over()


def begin_sign_in(person: Person) -> None:
    person.page.fill("input[name=login]", person.username)
    person.page.fill("input[name=password]", PASSWORD)
    person.page.press("input[name=password]", "Enter")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_finger_takes_the_place_of_the_password(office: Office, size: dict[str, int]) -> None:
    with office.person("batri", size) as person:
        fingerprint_reader(person)
        open_after_password(person, "/tai-khoan/khoa/them/")
        person.page.fill("input[name=name]", "Điện thoại")
        person.click("button", "Thêm khóa")
        person.sees("Mã dự phòng")
        person.look_over()
        person.open("/tai-khoan/khoa/")
        person.sees("Điện thoại")

        sign_out(person)
        person.click("button", "Đăng nhập bằng vân tay hoặc khuôn mặt")
        person.page.wait_for_url(f"{office.base}/")
        person.open("/tai-khoan/khoa/")
        person.click("link", "Bỏ")
        person.page.fill("input[name=password]", PASSWORD)
        person.click("button", "Xác nhận")
        person.click("button", "Bỏ khóa")
        person.sees("Chưa có khóa nào")
    assert not office.problems, "\n".join(office.problems)


def test_a_code_of_the_phone_is_the_second_step_and_a_recovery_code_replaces_it(office: Office) -> None:
    with office.person("batri", DESK) as person:
        page = person.page
        person.open("/tai-khoan/hai-buoc/")
        open_after_password(person, "/tai-khoan/hai-buoc/ung-dung/bat/")
        secret = page.locator("main code").first.inner_text()
        page.fill("input[name=code]", code(secret))
        person.click("button", "Bật xác nhận hai bước")
        page.wait_for_url("**/ma-du-phong/")
        person.look_over()
        recovery = page.locator("main code").first.inner_text()

        for second_step in (code(secret, steps_ahead=1), recovery):
            sign_out(person)
            begin_sign_in(person)
            page.wait_for_url("**/nhap-ma/")
            person.look_over()
            page.fill("input[name=code]", second_step)
            page.press("input[name=code]", "Enter")
            page.wait_for_url(f"{office.base}/")
        person.open("/tai-khoan/hai-buoc/")
        person.sees("Còn 9 mã chưa dùng")
    assert not office.problems, "\n".join(office.problems)


def test_a_browser_left_elsewhere_is_signed_out_from_here(office: Office) -> None:
    with office.person("batri", DESK) as here, office.person("batri", PHONE) as elsewhere:
        here.open("/tai-khoan/phien/")
        here.sees("Chrome trên Linux")
        here.page.get_by_role("button", name="Kết thúc", exact=True).click()
        here.sees("Đã kết thúc phiên đăng nhập đó.")
        elsewhere.page.goto(f"{office.base}/tai-khoan/")
        assert elsewhere.address == SIGN_IN
    assert not office.problems, "\n".join(office.problems)
