"""What this package gives to the floors below: its system page, and what stands at a person."""

from typing import Any

from django.urls import reverse

from congdoan.accounts.leaving import leavers
from congdoan.accounts.models import User
from congdoan.accounts.own_tabs import OwnTab, own_tabs
from congdoan.core.system import SystemPage, system_pages
from congdoan.organisation.followers import Follower, followers
from congdoan.organisation.person_panels import PersonPanel, person_panels
from congdoan.organisation.personal import people_in_charge
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.models import Webhook
from congdoan.worklist.queries.mails import bad_mail_of
from congdoan.worklist.services.devices import stop_devices_of
from congdoan.worklist.services.follow import follow, open_below
from congdoan.worklist.services.webhooks import STOPPED

_OUTCOMES = {
    "merge": "sang lịch của đơn vị nhận",
    "split": "sang lịch của đơn vị nhận chính",
    "end": "thôi cập nhật",
}


def register() -> None:
    followers.register("worklist", Follower("lịch hạn việc của đơn vị", open_below, follow, outcomes=_OUTCOMES))
    system_pages.register("worklist.mails", SystemPage("Thư", "mail:list", 65))
    system_pages.register("worklist.webhooks", SystemPage("Webhook", "webhooks:list", 66))
    own_tabs.register("worklist.devices", OwnTab("Thông báo trên thiết bị", "worklist:devices"))
    leavers.register("worklist.devices", stop_devices_of)
    kinds.register(STOPPED, WorkKind("Xem webhook", _webhook))
    followers.register("worklist.webhooks", Follower("webhook đang gửi", _running_under))
    person_panels.register("worklist.mails", PersonPanel("worklist/_bad_address.html", bad_address))


def bad_address(viewer: User, person: User) -> dict[str, Any] | None:
    """That mails do not reach the person, for their administrator."""
    mail = bad_mail_of(person)
    if mail is None or not people_in_charge(viewer).filter(pk=person.pk).exists():
        return None
    return {"mail": mail}


def _webhook(webhook_id: int) -> str:
    return reverse("webhooks:one", args=[webhook_id])


def _running_under(path: str) -> int:
    return Webhook.objects.filter(unit__path__startswith=path, removed_at=None).count()
