"""Sends again what did not arrive, to the address that the person has now."""

from collections.abc import Iterable

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.worklist.models import NOT_ARRIVED, OutgoingMail
from congdoan.worklist.queries.mails import mails_in_charge

_CHANGED = ("to", "state", "attempts", "next_try_at", "first_tried_at", "sent_at", "failed_at", "bad_address", "error")


def send_again(*, by: User, mail_ids: Iterable[int]) -> int:
    """Put these mails back into the outbox; returns how many.

    Raises Invalid when none of them can go: sent meanwhile, out of sight, or their persons have no address.
    """
    return _again(by, pk__in=list(mail_ids))


def send_all_again(*, by: User, address: str) -> int:
    """The same for everything that did not arrive at an address."""
    return _again(by, to=address)


@transaction.atomic
def _again(by: User, **which: object) -> int:
    found = mails_in_charge(by).filter(state__in=NOT_ARRIVED, **which).select_related("user").order_by("pk")
    mails = [mail for mail in found.select_for_update(of=("self",)) if _address(mail)]
    if not mails:
        raise Invalid("Không có thư nào gửi lại được: đã gửi lại rồi, hoặc người nhận không còn địa chỉ thư.")
    for mail in mails:
        _wait_anew(mail)
    OutgoingMail.objects.bulk_update(mails, _CHANGED, batch_size=500)
    return len(mails)


def _address(mail: OutgoingMail) -> str:
    return mail.user.email if mail.user else mail.to


def _wait_anew(mail: OutgoingMail) -> None:
    mail.to, mail.state, mail.attempts = _address(mail), OutgoingMail.State.WAITING, 0
    mail.next_try_at, mail.bad_address, mail.error = clock.now(), False, ""
    mail.first_tried_at = mail.sent_at = mail.failed_at = None
