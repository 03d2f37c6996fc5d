"""The link that sets a password goes through the outbox, and nobody finds it there."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

import congdoan
from congdoan.accounts.invitation import send_invitation
from congdoan.core import clock
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services import outbox
from tests.worklist.mail_server import MailServer
from tests.world import Federation

pytestmark = pytest.mark.django_db
TO = "batri@example.vn"
PASSWORD = "cay-cau-go-lim-2023"
TOKEN = re.compile(r"/tai-khoan/mat-khau/moi/\S+")


@pytest.fixture(autouse=True)
def _no_attempts_remembered(db: None) -> None:
    cache.clear()


@pytest.fixture
def chair(federation: Federation) -> Client:
    """Sees to the people of the federation."""
    chair = Client()
    chair.force_login(federation["chutich"])
    return chair


def ask_for_a_link(client: Client) -> None:
    client.post("/tai-khoan/mat-khau/quen/", {"email": "batri"})


def links_at(server: MailServer) -> list[str]:
    texts = [message.get_payload(decode=True).decode() for message in server.messages(TO)]  # type: ignore[union-attr]
    return [found[0] for text in texts for found in TOKEN.finditer(text)]


def kept() -> str:
    return str(list(OutgoingMail.objects.values()))


def send_after(monkeypatch: pytest.MonkeyPatch, **time: float) -> int:
    later = timezone.now() + timedelta(**time)
    monkeypatch.setattr(clock, "now", lambda: later)
    return outbox.send_waiting()


def test_a_link_asked_for_while_the_server_is_away_arrives_once_when_it_is_back(
    client: Client, federation: Federation, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.stop()
    ask_for_a_link(client)
    assert [send_after(monkeypatch, seconds=60 * minute) for minute in range(5)] == [0] * 5
    server.start()
    assert send_after(monkeypatch, seconds=300) == 1
    assert send_after(monkeypatch, seconds=360) == 0
    (link,) = links_at(server)
    form_page = client.get(link, follow=True)
    client.post(form_page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    federation["batri"].refresh_from_db()
    assert federation["batri"].check_password(PASSWORD)


def test_neither_before_nor_after_the_sending_does_the_outbox_hold_a_link(
    client: Client, federation: Federation, server: MailServer
) -> None:
    ask_for_a_link(client)
    send_invitation(federation["batri"], by="Quản trị")
    assert len(OutgoingMail.objects.filter(sets_password=True)) == 2
    assert not TOKEN.search(kept())
    assert outbox.send_waiting() == 2
    assert not TOKEN.search(kept())
    assert len(links_at(server)) == 2


def test_a_link_does_not_wait_for_the_minute_and_two_of_them_take_one_round(
    client: Client, federation: Federation
) -> None:
    ask_for_a_link(client)
    send_invitation(federation["batri"], by="Quản trị")
    (job,) = ProcrastinateJob.objects.filter(task_name="congdoan.worklist.send_mail")
    assert (job.status, job.queueing_lock) == ("todo", "outbox")
    assert len(OutgoingMail.objects.filter(sets_password=True)) == 2


@pytest.mark.parametrize(
    ("change", "words"), [({"is_active": False}, "đang khóa"), ({"email": "moi@example.vn"}, "đã đổi địa chỉ")]
)
def test_a_link_that_waited_goes_to_nobody_who_may_not_have_it_any_more(
    client: Client, federation: Federation, server: MailServer, change: dict[str, Any], words: str
) -> None:
    ask_for_a_link(client)
    type(federation["batri"]).objects.filter(pk=federation["batri"].pk).update(**change)
    assert outbox.send_waiting() == 0
    refused = OutgoingMail.objects.get()
    assert refused.state == "failed"
    assert words in refused.error
    assert not server.taken


def test_an_invitation_stands_among_the_mails_and_is_sent_again_to_the_address_that_is_right(
    client: Client, federation: Federation, chair: Client, server: MailServer
) -> None:
    person = federation["batri"]
    server.to_recipient[TO] = "550 5.1.1 no such user"
    chair.post(f"/nguoi-dung/{person.pk}/moi-lai/")
    assert outbox.send_waiting() == 0
    assert (OutgoingMail.objects.get().state, OutgoingMail.objects.get().bad_address) == ("failed", True)
    server.to_recipient.clear()
    client.force_login(federation["admin"])
    client.post("/he-thong/thu/gui-lai/", {"dia_chi": TO})
    assert outbox.send_waiting() == 1
    assert len(links_at(server)) == 1


def test_while_no_mail_goes_out_the_link_is_shown_to_hand_over_and_the_mail_waits(
    federation: Federation, chair: Client, server: MailServer, settings: Any
) -> None:
    settings.EMAIL_URL = "smtp://mail.vn"
    invite = f"/nguoi-dung/{federation['batri'].pk}/moi-lai/"
    page = chair.post(invite, follow=True).content.decode()
    assert "đang được gửi đến batri@example.vn" in page
    assert not TOKEN.search(page)
    server.stop()
    outbox.send_waiting()
    assert TOKEN.search(chair.post(invite, follow=True).content.decode())
    assert OutgoingMail.objects.filter(state="waiting").count() == 2


def test_no_mail_of_the_sign_in_library_goes_past_the_outbox(federation: Federation) -> None:
    with pytest.raises(ImproperlyConfigured):
        get_adapter().send_mail("account/email/login_code", TO, {})


def test_only_the_outbox_speaks_with_a_mail_server() -> None:
    home = Path(congdoan.__file__).parent
    speaking = {str(path.relative_to(home)) for path in home.rglob("*.py") if "django.core.mail" in path.read_text()}
    spoken_of = {"config/settings.py", "config/mail.py", "config/test_settings.py"}
    assert speaking - spoken_of == {"worklist/mailing/line.py", "worklist/mailing/message.py"}
