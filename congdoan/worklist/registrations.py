"""What this package gives to the floors below: its system page, and what stands at a person."""

from typing import Any

from congdoan.accounts.models import User
from congdoan.core.system import SystemPage, system_pages
from congdoan.organisation.followers import Follower, followers
from congdoan.organisation.person_panels import PersonPanel, person_panels
from congdoan.organisation.personal import people_in_charge
from congdoan.worklist.queries.mails import bad_mail_of
from congdoan.worklist.services.follow import follow, open_below

_OUTCOMES = {
    "merge": "sang lịch của đơn vị nhận",
    "split": "sang lịch của đơn vị nhận chính",
    "end": "thôi cập nhật",
}


def register() -> None:
    followers.register("worklist", Follower("lịch hạn việc của đơn vị", open_below, follow, outcomes=_OUTCOMES))
    system_pages.register("worklist.mails", SystemPage("Thư", "mail:list", 65))
    person_panels.register("worklist.mails", PersonPanel("worklist/_bad_address.html", bad_address))


def bad_address(viewer: User, person: User) -> dict[str, Any] | None:
    """That mails do not reach the person, for their administrator."""
    mail = bad_mail_of(person)
    if mail is None or not people_in_charge(viewer).filter(pk=person.pk).exists():
        return None
    return {"mail": mail}
