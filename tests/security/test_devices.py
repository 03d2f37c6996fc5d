"""A sign-in from a device that was not seen before is told to the person, in the product and by mail."""

import logging

import pytest
from django.core.cache import cache
from django.test import Client

from congdoan.worklist.models import Notice, OutgoingMail
from tests.security.signing import PASSWORD, sign_in
from tests.world import Federation

CHROME = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36"}


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


def test_another_device_is_told_of_by_mail_with_what_to_do(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    assert not OutgoingMail.objects.exists()
    sign_in(Client(REMOTE_ADDR="203.0.113.9"), "batri", headers=CHROME)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("batri@example.vn", "Đăng nhập từ thiết bị mới")
    for words in ("Chrome trên Windows", "203.0.113.9", "đổi mật khẩu ngay", "/tai-khoan/phien/"):
        assert words in mail.text and words in mail.html
    assert "thôi nhận thư" not in mail.text.lower()
    assert "thiết bị chưa gặp" in Notice.objects.get(user=federation["batri"]).text


def test_a_device_that_is_known_is_not_told_of_again(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    other = Client()
    for _ in range(3):
        sign_in(other, "batri")
        other.post("/tai-khoan/dang-xuat/")
    assert OutgoingMail.objects.count() == 1


def test_a_device_known_of_one_person_is_new_to_another(client: Client, federation: Federation) -> None:
    sign_in(Client(), "vanthu")
    sign_in(client, "batri")
    client.post("/tai-khoan/dang-xuat/")
    sign_in(client, "vanthu")
    assert OutgoingMail.objects.get().to == "vanthu@example.vn"


def test_a_refused_password_makes_no_device_known(client: Client, federation: Federation) -> None:
    sign_in(Client(), "batri")
    client.post("/tai-khoan/dang-nhap/", {"login": "batri", "password": "sai"})
    assert not OutgoingMail.objects.exists()
    sign_in(client, "batri")
    assert OutgoingMail.objects.count() == 1


def test_a_changed_password_and_another_mail_address_are_told_of_too(client: Client, federation: Federation) -> None:
    sign_in(client, "batri")
    new = "ghế xanh cạnh cửa sổ"
    client.post("/tai-khoan/mat-khau/doi/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    client.post("/tai-khoan/xac-nhan-lai/", {"password": new, "next": "/tai-khoan/"})
    client.post("/tai-khoan/", {"full_name": "Nguyễn Hữu Nghĩa", "email": "khac@example.vn", "phone": ""})
    told = OutgoingMail.objects.order_by("pk")
    assert [mail.to for mail in told] == ["batri@example.vn", "batri@example.vn"]
    assert "Mật khẩu đã được đổi" in told[0].text
    assert "khac@example.vn" in told[1].text


def test_sign_ins_and_refusals_stand_in_the_log_without_names_and_passwords(
    client: Client, federation: Federation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "congdoan.security")
    client.post("/tai-khoan/dang-nhap/", {"login": "batri", "password": "sai-mat-khau"})
    sign_in(client, "batri")
    client.post("/tai-khoan/dang-xuat/")
    said = [record.getMessage() for record in caplog.records if record.name == "congdoan.security"]
    assert said == ["a password was refused", "signed in", "signed out"]
    assert not any(word in caplog.text for word in ("sai-mat-khau", PASSWORD, "batri@"))
