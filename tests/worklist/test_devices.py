"""Notices on a device: allowed by the person, encrypted to the browser, in order, to nobody who may not know."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import http_ece
import jwt
import pytest
from allauth.usersessions.models import UserSession
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from congdoan.accounts.models import User
from congdoan.accounts.telling import tell_of_account
from congdoan.core import clock
from congdoan.core.errors import Invalid, NotFound
from congdoan.organisation.models import Post
from congdoan.organisation.services.people import lock_account
from congdoan.worklist.models import Notice, NoticeChoice, PushDevice, PushMessage
from congdoan.worklist.push.keys import decoded, encoded, public_key
from congdoan.worklist.services.devices import allow_device, stop_device
from congdoan.worklist.services.notices import mark_all_read, tell
from congdoan.worklist.services.push_sending import KEPT, TRIED_FOR, send_pushes
from tests.worklist.hook_server import Receiver, receiver
from tests.world import Federation

PAGE = "/viec/thong-bao/thiet-bi/"


class Browser:
    """What a browser keeps for itself, and gives out, when a person allows notices."""

    def __init__(self, url: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = b"0123456789abcdef"
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.given = {"endpoint": url, "p256dh": encoded(point), "auth": encoded(self.secret)}

    def allow(self, user: User, session_id: int | None = None) -> PushDevice:
        return allow_device(user=user, words="Chrome trên Android", session_id=session_id, **self.given)

    def read(self, body: bytes) -> dict[str, Any]:
        return json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))


@pytest.fixture
def service(settings: Any) -> Iterator[Receiver]:
    """The push service of the browser's maker."""
    settings.WEBHOOK_PRIVATE = True
    with receiver() as one:
        yield one


@pytest.fixture
def browser(service: Receiver) -> Browser:
    return Browser(service.url)


def _happen(user: User, *numbers: int) -> None:
    for number in numbers:
        tell([user], "work.due", f"Đến hạn: việc {number}", "/viec/", f"due:{number}")


def _ready() -> None:
    PushMessage.objects.update(next_try_at=clock.now() - timedelta(seconds=1))


def _arrived(service: Receiver, browser: Browser) -> list[str]:
    return [browser.read(body)["body"] for _, body in service.taken]


def test_a_notice_arrives_encrypted_and_signed_and_leads_to_what_it_speaks_of(
    client: Client, federation: Federation, service: Receiver, browser: Browser
) -> None:
    browser.allow(federation["batri"])
    _happen(federation["batri"], 1)
    assert send_pushes() == 1
    headers, body = service.taken[0]
    assert "việc 1".encode() not in body
    told = browser.read(body)
    assert (told["title"], told["body"]) == ("Công đoàn số", "Đến hạn: việc 1")
    token, _, key = headers["authorization"].removeprefix("vapid t=").partition(", k=")
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
    claims = jwt.decode(token, point, algorithms=["ES256"], audience=service.url.removesuffix("/nhan"))
    assert key == public_key()
    assert claims["sub"].startswith("mailto:")
    assert (headers["content-encoding"], headers["ttl"]) == ("aes128gcm", "86400")
    client.force_login(federation["batri"])
    assert client.get(told["url"])["Location"] == "/viec/"
    assert Notice.objects.get().read_at
    assert not PushMessage.objects.exists()


def test_all_arrive_in_order_though_the_service_is_wrong_busy_and_dies(
    federation: Federation, service: Receiver, browser: Browser
) -> None:
    browser.allow(federation["batri"])
    service.moods = [500, "die", 429, 403]
    _happen(federation["batri"], *range(4))
    assert send_pushes() == 0
    assert send_pushes() == 0
    assert service.calls == 1
    for _ in range(5):
        _ready()
        send_pushes()
    assert _arrived(service, browser) == [f"Đến hạn: việc {n}" for n in range(4)]
    assert PushDevice.objects.get().failing_since is None


@pytest.mark.parametrize(("mood", "since"), [(404, timedelta()), (410, timedelta()), (500, TRIED_FOR)])
def test_a_device_that_is_no_more_is_forgotten(
    federation: Federation, service: Receiver, browser: Browser, mood: int, since: timedelta
) -> None:
    browser.allow(federation["batri"])
    PushDevice.objects.update(failing_since=clock.now() - since)
    service.moods = [mood]
    _happen(federation["batri"], 1, 2)
    send_pushes()
    assert not PushDevice.objects.exists()
    assert not PushMessage.objects.exists()


def test_nothing_is_shown_to_whoever_has_given_up_the_post_or_has_read_it_or_after_a_day(
    federation: Federation, service: Receiver, browser: Browser
) -> None:
    user = federation["batri"]
    browser.allow(user)
    _happen(user, 1)
    mark_all_read(user)
    _happen(user, 2)
    PushMessage.objects.filter(notice__key="due:2").update(created_at=clock.now() - KEPT - timedelta(minutes=1))
    _happen(user, 3)
    Post.objects.filter(user=user).update(ends_on=clock.today() - timedelta(days=1))
    Notice.objects.filter(key="due:3").update(business_day=clock.today() - timedelta(days=1))
    send_pushes()
    assert service.calls == 0
    assert not PushMessage.objects.exists()
    tell_of_account(user, subject="Đổi địa chỉ thư", text="Địa chỉ thư vừa đổi thành a@b.vn", url="/tai-khoan/")
    send_pushes()
    assert _arrived(service, browser) == ["Đổi địa chỉ thư"]


@pytest.mark.parametrize("way", ["password", "locked", "signed out", "others ended", "stopped"])
def test_a_device_stops_with_the_sign_in_by_which_it_was_allowed(
    client: Client, federation: Federation, service: Receiver, browser: Browser, way: str
) -> None:
    user = federation["coso"]
    client.force_login(user)
    other = Client()
    other.force_login(user)
    key = other.session.session_key
    session = UserSession.objects.get_or_create(session_key=key, defaults={"user": user, "ip": "127.0.0.1"})[0]
    device = browser.allow(user, session.pk)
    _happen(user, 1)
    match way:
        case "password":
            user.set_password("khac-han-mat-khau-cu")
            user.save()
        case "locked":
            lock_account(by=federation["admin"], user_id=user.pk)
        case "signed out":
            other.post("/tai-khoan/dang-xuat/")
        case "others ended":
            client.post("/tai-khoan/phien/")
        case _:
            stop_device(user=user, device_id=device.pk)
    send_pushes()
    assert service.calls == 0
    assert not PushDevice.objects.exists()


def test_each_kind_of_notice_goes_where_the_person_wants_it(
    client: Client, federation: Federation, service: Receiver, browser: Browser
) -> None:
    user = federation["batri"]
    browser.allow(user)
    client.force_login(user)
    chosen = {"digest": "daily", "days_before": "3", "wanted": ["work.due", "work.late"], "on_device": ["work.late"]}
    client.post("/viec/thong-bao/cach-nhan/", chosen)
    assert "work.due" in NoticeChoice.objects.get(user=user).device_muted
    _happen(user, 1)
    tell([user], "work.late", "Quá hạn: việc 2", "/viec/", "late:2")
    send_pushes()
    assert _arrived(service, browser) == ["Quá hạn: việc 2"]
    assert Notice.objects.filter(user=user).count() == 2
    page = client.get("/viec/thong-bao/cach-nhan/")
    assert {row.name for row in page.context["form"].rows if row.on_device} == {"work.late"}


def test_a_browser_is_allowed_listed_and_stopped_on_the_account_page(
    client: Client, federation: Federation, service: Receiver, browser: Browser
) -> None:
    client.force_login(federation["batri"])
    assert "Chưa có thiết bị nào." in client.get(PAGE).content.decode()
    said = client.post(PAGE, browser.given, headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120.0"})
    assert said.status_code == 302
    page = client.get(PAGE).content.decode()
    assert "Chrome trên Android" in page
    assert service.url not in page
    client.force_login(federation["coso"])
    device = PushDevice.objects.get()
    assert client.post(f"{PAGE}{device.pk}/dung/").status_code == 404
    client.post(PAGE, browser.given)
    assert PushDevice.objects.get().user == federation["coso"], "whoever uses the browser now"


def test_a_browser_that_the_person_before_used_shows_nothing_of_theirs(
    federation: Federation, service: Receiver, browser: Browser
) -> None:
    browser.allow(federation["batri"])
    _happen(federation["batri"], 1)
    browser.allow(federation["coso"])
    assert send_pushes() == 0
    assert service.calls == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://push.example.vn/may"},
        {"endpoint": "https://192.168.1.4/may"},
        {"endpoint": "https://push.example.vn/" + "x" * 600},
        {"p256dh": "BC"},
        {"p256dh": "không phải khóa"},
        {"auth": "QQ"},
    ],
)
def test_what_no_browser_gives_is_refused(federation: Federation, wrong: dict[str, str]) -> None:
    given = {**Browser("https://push.example.vn/may").given, **wrong}
    with pytest.raises(Invalid):
        allow_device(user=federation["batri"], words="", session_id=None, **given)
    with pytest.raises(NotFound):
        stop_device(user=federation["batri"], device_id=1)


def test_the_script_of_the_browser_is_there_for_everybody_and_says_nothing_of_anybody(client: Client, db: None) -> None:
    answer = client.get("/viec/thong-bao/may-bao.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "showNotification" in answer.content.decode()
