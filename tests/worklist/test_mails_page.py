"""The administrator sees which mails did not arrive and why, sends them again, and is told when there are many."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.models import RecordAccess
from congdoan.organisation.roles import Role
from congdoan.worklist.models import MailTrouble, OutgoingMail, WorkItem
from congdoan.worklist.services.mail_trouble import MANY, MANY_ALARM, SERVER_ALARM, watch_mails
from congdoan.worklist.services.outbox import send_waiting
from tests.worklist.mail_server import MailServer
from tests.world import Federation, make_post, make_user

PAGE, AGAIN = "/he-thong/thu/", "/he-thong/thu/gui-lai/"
REFUSED = "550 5.1.1 no such user"


@pytest.fixture
def admin(client: Client, federation: Federation) -> Client:
    client.force_login(federation["admin"])
    return client


@pytest.fixture
def refused(federation: Federation) -> OutgoingMail:
    return fail(federation, "batri")


def fail(federation: Federation, name: str, subject: str = "Việc mới", **more: Any) -> OutgoingMail:
    said = {
        "state": "failed",
        "attempts": 1,
        "error": REFUSED,
        "failed_at": timezone.now(),
        "bad_address": True,
        **more,
    }
    return OutgoingMail.objects.create(
        user=federation[name], to=federation[name].email, subject=subject, text="Nội dung", **said
    )


def text_of(client: Client, query: str = "") -> str:
    return client.get(f"{PAGE}{query}").content.decode()


def test_a_mail_that_did_not_arrive_stands_there_with_person_address_and_the_servers_words(
    admin: Client, refused: OutgoingMail
) -> None:
    page = text_of(admin)
    assert all(words in page for words in ("Nguyễn Hữu Nghĩa", "batri@example.vn", "Việc mới", REFUSED, "Sai địa chỉ"))
    assert RecordAccess.objects.filter(what="list", kind="accounts.user").exists()


def test_it_is_sent_again_to_the_address_that_the_person_has_now(
    admin: Client, refused: OutgoingMail, federation: Federation, server: MailServer
) -> None:
    person = federation["batri"]
    person.email = "nghia@example.vn"
    person.save(update_fields=["email"])
    assert "nay là nghia@example.vn" in text_of(admin)
    answer = admin.post(AGAIN, {"id": refused.pk, "ve": "?q=batri"}, follow=True)
    assert answer.redirect_chain == [(f"{PAGE}?q=batri", 302)]
    assert "1 thư chờ gửi lại" in answer.content.decode()
    assert send_waiting() == 1
    assert server.subjects("nghia@example.vn") == ["=?utf-8?b?Vmnhu4djIG3hu5tp?="]
    assert admin.post(AGAIN, {"id": refused.pk}).status_code == 422


def test_everything_to_one_address_is_sent_again_at_once(admin: Client, federation: Federation) -> None:
    for n in range(3):
        fail(federation, "batri", str(n))
    fail(federation, "cholach")
    assert "Gửi lại cả 3 thư<" in text_of(admin)
    admin.post(AGAIN, {"dia_chi": "batri@example.vn"})
    assert set(OutgoingMail.objects.values_list("to", "state")) == {
        ("batri@example.vn", "waiting"),
        ("cholach@example.vn", "failed"),
    }


def test_a_person_without_an_address_gets_nothing_again(
    admin: Client, refused: OutgoingMail, federation: Federation
) -> None:
    type(refused.user).objects.filter(pk=refused.user_id).update(email="")
    answer = admin.post(AGAIN, {"id": refused.pk})
    assert (answer.status_code, "không còn địa chỉ" in answer.content.decode()) == (422, True)


def test_the_page_leads_nowhere_else_afterwards(admin: Client, refused: OutgoingMail) -> None:
    assert admin.post(AGAIN, {"id": refused.pk, "ve": "//evil.example/"}).headers["Location"] == PAGE


def test_the_list_is_searched_filtered_exported_and_asks_a_fixed_number_of_queries(
    admin: Client, federation: Federation, django_assert_max_num_queries: Any
) -> None:
    for n in range(60):
        fail(federation, ("batri", "cholach")[n % 2], f"Thư {n}")
    fail(federation, "coso", "Đã đi", state="sent", sent_at=timezone.now(), failed_at=None, error="", bad_address=False)
    with django_assert_max_num_queries(20):
        assert "1–50 trong 60 thư" in text_of(admin)
    assert "30 thư" in text_of(admin, "?q=nghia")
    assert "Thư 7" in text_of(admin, "?q=Thư 7") and "Thư 8" not in text_of(admin, "?q=Thư 7")
    assert "Đã đi" in text_of(admin, "?tinh_trang=da-gui") and "Đã đi" not in text_of(admin)
    assert "Bỏ bộ lọc" in text_of(admin, "?q=khong-co")
    rows = b"".join(admin.get(f"{PAGE}?xuat=csv&q=nghia")).decode("utf-8-sig")  # type: ignore[arg-type]
    assert rows.count(REFUSED) == 30


def test_the_administrator_of_a_district_sees_the_mails_of_its_people_only(
    client: Client, federation: Federation, refused: OutgoingMail
) -> None:
    fail(federation, "cholach")
    own = make_user("quantri.batri")
    make_post(own, federation.ba_tri, Role.SYSTEM_ADMINISTRATOR)
    client.force_login(own)
    page = text_of(client)
    assert "batri@example.vn" in page and "cholach@example.vn" not in page
    assert client.post(AGAIN, {"dia_chi": "cholach@example.vn"}).status_code == 422
    client.force_login(federation["vanthu"])
    assert client.get(PAGE).status_code == 403


def test_a_bad_address_stands_at_the_person_until_a_mail_arrives(
    admin: Client, refused: OutgoingMail, federation: Federation
) -> None:
    page = f"/nguoi-dung/{refused.user_id}/"
    assert "Thư không tới được batri@example.vn" in admin.get(page).content.decode()
    admin.post(AGAIN, {"id": refused.pk})
    send_waiting()
    assert "Thư không tới được" not in admin.get(page).content.decode()
    fail(federation, "batri")
    type(refused.user).objects.filter(pk=refused.user_id).update(email="moi@example.vn")
    assert "Thư không tới được" not in admin.get(page).content.decode()


def test_the_person_is_told_too_where_mails_are_chosen(client: Client, refused: OutgoingMail) -> None:
    assert refused.user is not None
    client.force_login(refused.user)
    assert "Thư gửi đến batri@example.vn không tới được" in client.get("/viec/thong-bao/cach-nhan/").content.decode()


def test_many_mails_that_do_not_arrive_raise_an_alarm_that_ends_when_they_are_sent_again(
    admin: Client, federation: Federation
) -> None:
    for n in range(MANY):
        watch_mails()
        assert not WorkItem.objects.filter(kind=MANY_ALARM).exists()
        fail(federation, "batri", str(n))
    watch_mails()
    item = WorkItem.objects.get(kind=MANY_ALARM)
    assert item.title == "10 thư không tới người nhận trong 24 giờ qua"
    assert admin.get(f"/viec/{item.pk}/").headers["Location"] == PAGE
    admin.post(AGAIN, {"dia_chi": "batri@example.vn"})
    watch_mails()
    item.refresh_from_db()
    assert item.state == "done"


def test_a_server_that_does_not_let_us_in_is_told_at_once_one_that_is_away_after_a_while(
    admin: Client, federation: Federation, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    OutgoingMail.objects.create(to="a@example.vn", subject="x", text="x")
    server.stop()
    began = timezone.now()
    assert alarm_after_sending(monkeypatch, began) == ""
    assert "Không tới được máy chủ thư" in text_of(admin)
    assert alarm_after_sending(monkeypatch, began + timedelta(minutes=11)).startswith("Không tới được máy chủ thư từ")
    server.start()
    server.to_sender = "550 5.7.1 not you"
    said = alarm_after_sending(monkeypatch, began + timedelta(minutes=12))
    assert said.startswith("Máy chủ thư không nhận thư") and said.endswith("550 5.7.1 not you")
    server.to_sender = ""
    assert alarm_after_sending(monkeypatch, began + timedelta(minutes=13)) == ""
    assert not MailTrouble.objects.exists()


def alarm_after_sending(monkeypatch: pytest.MonkeyPatch, at: Any) -> str:
    """The words on the administrators' desk after the worker's turn at that moment."""
    monkeypatch.setattr(clock, "now", lambda: at)
    send_waiting()
    watch_mails()
    return WorkItem.objects.filter(kind=SERVER_ALARM, state="open").values_list("title", flat=True).first() or ""
