"""Other systems are told of what happens: signed, in order, until they have taken it, and nowhere inside."""

import base64
import hashlib
import hmac
import socket
from collections.abc import Iterator
from datetime import timedelta
from ipaddress import ip_address
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given as each
from hypothesis import strategies

from congdoan.core import clock
from congdoan.core.errors import Invalid, NotAllowed, NotFound
from congdoan.plans.models import AssignmentState, Plan
from congdoan.plans.services.work.accept import accept_result
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist import in_order
from congdoan.worklist.models import Webhook, WebhookDelivery, WorkItem
from congdoan.worklist.services.webhook_sending import TRIED_FOR, send_events
from congdoan.worklist.services.webhooks import (
    NewWebhook,
    announce,
    change_webhook,
    deliver_again,
    register_webhook,
    remove_webhook,
    renew_secret,
    start_webhook,
    stop_webhook,
)
from congdoan.worklist.webhooks.calling import NotTaken, fault_of, is_public, post
from congdoan.worklist.webhooks.events import webhook_events
from tests.plans.drafts import add_task, issued
from tests.plans.factories import give, make_plan, make_task
from tests.worklist.hook_server import Receiver, receiver
from tests.world import Federation

EVENT = "plan.issued"


@pytest.fixture
def told(settings: Any) -> Iterator[Receiver]:
    settings.WEBHOOK_PRIVATE = True
    with receiver() as one:
        yield one


def _hook(federation: Federation, url: str, *events: str) -> NewWebhook:
    return register_webhook(
        by=federation["admin"], unit=federation.province, name="Trục tỉnh", url=url, events=events or [EVENT]
    )


def _happen(federation: Federation, *numbers: int) -> None:
    for number in numbers:
        announce(EVENT, paths=[federation.ba_tri.path], about={"n": number})


def _ready() -> None:
    WebhookDelivery.objects.update(next_try_at=clock.now() - timedelta(seconds=1))


def test_what_is_sent_is_signed_as_receivers_of_the_convention_check_it(federation: Federation, told: Receiver) -> None:
    made = _hook(federation, told.url)
    _happen(federation, 1)
    assert send_events() == 1
    headers, body = told.taken[0]
    key = base64.b64decode(made.secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert abs(int(headers["webhook-timestamp"]) - clock.now().timestamp()) < 60
    assert made.secret not in str(vars(Webhook.objects.get()))


def test_all_is_taken_once_and_in_order_though_the_receiver_is_slow_wrong_and_dies(
    federation: Federation, told: Receiver
) -> None:
    _hook(federation, told.url)
    told.moods = ["slow", 500, "die", 302, 429]
    _happen(federation, *range(5))
    for _ in range(10):
        send_events()
        _ready()
    assert told.numbers == [0, 1, 2, 3, 4]
    assert len({headers["webhook-id"] for headers, _ in told.taken}) == 5
    assert not WebhookDelivery.objects.filter(state="waiting").exists()
    assert Webhook.objects.get().failing_since is None
    assert told.calls == 9


def test_one_that_is_not_taken_waits_longer_each_time_and_keeps_back_those_after_it(
    federation: Federation, told: Receiver
) -> None:
    _hook(federation, told.url)
    told.moods = [500]
    _happen(federation, 1, 2)
    assert send_events() == 0
    first = WebhookDelivery.objects.earliest("pk")
    assert (first.attempts, first.answered) == (1, 500)
    assert timedelta(seconds=30) < first.next_try_at - clock.now() <= timedelta(minutes=1)
    assert send_events() == 0
    assert told.calls == 1


def test_what_is_undone_is_told_to_nobody(federation: Federation, told: Receiver) -> None:
    _hook(federation, told.url)
    with transaction.atomic():
        _happen(federation, 1)
        transaction.set_rollback(True)
    assert send_events() == 0
    assert told.calls == 0


@pytest.mark.parametrize(("mood", "since"), [(500, TRIED_FOR), (410, timedelta())])
def test_a_receiver_that_takes_nothing_for_long_is_stopped_and_lies_on_the_administrators_desk(
    federation: Federation, told: Receiver, mood: int, since: timedelta
) -> None:
    made = _hook(federation, told.url)
    told.moods = [mood]
    _happen(federation, 1, 2)
    Webhook.objects.update(failing_since=clock.now() - since)
    send_events()
    webhook = Webhook.objects.get()
    assert webhook.stopped_at
    assert f"{mood}" in webhook.why
    item = WorkItem.objects.get(kind="worklist.webhook", state="open")
    assert (item.unit, item.action) == (federation.province, "settings.manage")
    assert send_events() == 0
    start_webhook(by=federation["admin"], webhook_id=made.webhook.pk)
    assert send_events() == 2
    assert told.numbers == [1, 2]
    item.refresh_from_db()
    assert item.state == "done"


def test_several_receivers_are_told_at_once_and_none_holds_the_others(
    federation: Federation, told: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(federation, told.url)
    _hook(federation, told.url.replace("/nhan", "/khac"))
    _happen(federation, 1)
    monkeypatch.setattr(in_order, "ThreadPoolExecutor", _Here)
    monkeypatch.setattr(in_order.connections, "close_all", lambda: None)
    assert send_events() == 2


class _Here:
    """Runs in this thread: the rows of the test are not committed."""

    def __init__(self, *_: Any, **__: Any) -> None: ...
    def __enter__(self) -> "_Here":
        return self

    def __exit__(self, *_: Any) -> None: ...
    def map(self, call: Any, items: Any) -> Any:
        return map(call, items)


def test_an_event_can_be_sent_again_under_the_same_id(federation: Federation, told: Receiver) -> None:
    made = _hook(federation, told.url)
    _happen(federation, 1)
    send_events()
    sent = WebhookDelivery.objects.get()
    deliver_again(by=federation["admin"], webhook_id=made.webhook.pk, delivery_id=sent.pk)
    send_events()
    assert [headers["webhook-id"] for headers, _ in told.taken] == [sent.message_id] * 2


def test_nothing_is_written_down_for_what_is_stopped_removed_or_of_another_unit(federation: Federation) -> None:
    made = _hook(federation, "https://example.com/nhan")
    announce(EVENT, paths=[federation.tld.path], about={})
    announce("report.sent", paths=[federation.ba_tri.path], about={})
    stop_webhook(by=federation["admin"], webhook_id=made.webhook.pk)
    _happen(federation, 1)
    remove_webhook(by=federation["admin"], webhook_id=made.webhook.pk)
    _happen(federation, 2)
    assert not WebhookDelivery.objects.exists()


def test_only_an_administrator_of_the_unit_registers_and_sees_it(client: Client, federation: Federation) -> None:
    asked = {"name": "x", "url": "https://example.com/", "events": [EVENT]}
    with pytest.raises(NotAllowed):
        register_webhook(by=federation["batri"], unit=federation.ba_tri, **asked)
    with pytest.raises(NotAllowed):
        register_webhook(by=federation["admin"], unit=federation.tld, **asked)
    made = _hook(federation, "https://example.com/nhan")
    with pytest.raises(NotFound):
        stop_webhook(by=federation["batri"], webhook_id=made.webhook.pk)
    client.force_login(federation["admin"])
    page = client.get(f"/he-thong/webhook/{made.webhook.pk}/").content.decode()
    assert "Trục tỉnh" in page
    assert made.secret not in page


def test_the_secret_is_shown_once_to_whoever_registers(client: Client, federation: Federation) -> None:
    client.force_login(federation["admin"])
    asked = {"name": "Trục", "unit": federation.province.pk, "url": "https://example.com/", "events": [EVENT]}
    page = client.post("/he-thong/webhook/moi/", asked)
    assert page.context["made"].secret in page.content.decode()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "https://10.0.0.8/x",
        "https://[::1]/",
        "https://[::ffff:192.168.1.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://user:pass@example.com/",
        "ftp://example.com/",
        "https:///x",
        "https://example.com:99999/",
        "https://example.com/#x",
    ],
)
def test_an_address_inside_our_network_or_without_encryption_is_refused(federation: Federation, url: str) -> None:
    with pytest.raises(Invalid) as refused:
        _hook(federation, url)
    assert refused.value.field == "url"


def test_a_name_that_leads_inside_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    def inside(*_: Any, **__: Any) -> Any:
        public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
        return [public, (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.4", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    with pytest.raises(NotTaken, match="mạng nội bộ"):
        post("https://ten-mien.example/", b"{}", {}, allow_private=False)


@each(strategies.ip_addresses(network="10.0.0.0/8") | strategies.ip_addresses(network="fc00::/7"))
def test_no_private_address_counts_as_public(address: Any) -> None:
    assert not is_public(address)


@each(strategies.text())
def test_any_text_is_judged_as_an_address_without_failing(text: str) -> None:
    assert fault_of(text, allow_private=False) or text.startswith(("https://", "HTTPS://"))
    assert is_public(ip_address("8.8.8.8"))


def test_a_plan_its_results_and_decisions_are_told(federation: Federation) -> None:
    _hook(federation, "https://example.com/nhan", *[name for name, _ in webhook_events.items()])
    register_webhook(
        by=federation["admin"], unit=federation.ba_tri, name="Huyện", url="https://example.com/b", events=[EVENT]
    )
    plan = Plan.objects.create(
        unit=federation.province, subject="Tháng Công nhân", state="in_review", created_by=federation["chuyenvien"]
    )
    add_task(plan, "1", federation.ba_tri, None)
    issued(plan, federation)
    part = give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING)
    report_progress(assignment_id=part.pk, by=federation["batri"], text="Đã xong", finishes=True)
    accept_result(assignment_id=part.pk, by=federation["chutich"])
    told = WebhookDelivery.objects.order_by("pk").values_list("webhook__name", "event")
    assert sorted(told[:2]) == [("Huyện", EVENT), ("Trục tỉnh", EVENT)]
    assert list(told[2:]) == [("Trục tỉnh", "result.reported"), ("Trục tỉnh", "result.accepted")]


def test_a_changed_address_gets_what_waits_and_a_new_secret_signs_it(federation: Federation, told: Receiver) -> None:
    admin, made = federation["admin"], _hook(federation, "http://127.0.0.1:9/nhan", EVENT, "report.sent")
    _happen(federation, 1)
    assert send_events() == 0
    place = {"by": admin, "webhook_id": made.webhook.pk}
    change_webhook(**place, name="Trục mới", url=told.url, events=[EVENT])
    renewed = renew_secret(**place)
    announce("report.sent", paths=[federation.ba_tri.path], about={"n": 2})
    assert send_events() == 1
    assert told.numbers == [1], "what is no longer chosen is not told"
    webhook = Webhook.objects.get()
    assert (webhook.name, webhook.failing_since) == ("Trục mới", None)
    headers, body = told.taken[0]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(renewed.secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    with pytest.raises(Invalid, match="https"):
        change_webhook(**place, name="Trục", url="ftp://example.vn", events=[EVENT])
    with pytest.raises(NotFound):
        renew_secret(by=federation["chutich"], webhook_id=webhook.pk)


def test_it_is_changed_on_its_page_and_its_new_secret_is_shown_once(client: Client, federation: Federation) -> None:
    made = _hook(federation, "https://example.vn/nhan")
    place = f"/he-thong/webhook/{made.webhook.pk}/"
    client.force_login(federation["admin"])
    assert f'href="{place}sua/"' in client.get(place).content.decode()
    form = client.get(f"{place}sua/").context["form"]
    said = {"name": "Trục", "url": "https://example.vn/moi", "events": ["report.sent"], "seen": form["seen"].value()}
    shown = client.post(f"{place}sua/", said, follow=True).content.decode()
    assert "https://example.vn/moi" in shown
    again = client.post(f"{place}sua/", said | {"name": "Trục khác"})
    assert again.status_code == 409
    assert "Quản trị đã sửa webhook" in again.content.decode()
    assert "Khóa cũ thôi dùng ngay" in client.get(f"{place}khoa-moi/").content.decode()
    before = Webhook.objects.get().secret
    assert "whsec_" in client.post(f"{place}khoa-moi/").content.decode()
    assert Webhook.objects.get().secret != before
    assert "whsec_" not in client.get(place).content.decode()
