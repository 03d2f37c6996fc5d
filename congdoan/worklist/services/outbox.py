"""Mails: written in the transaction that causes them, sent by the worker, each person's in order, again until taken."""

import logging
import smtplib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.unsubscribing import absolute, offers_to_stop, unsubscribe_url

ATTEMPTS: Final = 12
_TIMEOUT_SECONDS: Final = 30
_CUT_OFF = (ConnectionError, TimeoutError, smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError)
log = logging.getLogger("congdoan.mail")


def write_mail(users: Iterable[User], *, subject: str, text: str, url: str) -> int:
    """Put one short mail with a link for each person into the outbox; returns how many."""
    mails = (mail_to(user, subject, "notice", {"message": text, "url": absolute(url)}) for user in users)
    return len(OutgoingMail.objects.bulk_create(mails, batch_size=500))


def mail_to(user: User, subject: str, template: str, context: dict[str, Any]) -> OutgoingMail:
    """A mail made from `worklist/mail/<template>.txt` and `.html`, not yet saved."""
    context = {**context, "person": user, "stop_url": unsubscribe_url(user.pk), "home_url": absolute("/")}
    return OutgoingMail(
        user=user,
        to=user.email,
        subject=" ".join(subject.split())[:300],
        text=render_to_string(f"worklist/mail/{template}.txt", context),
        html=render_to_string(f"worklist/mail/{template}.html", context),
    )


def send_waiting() -> int:
    """Send what is ready, for each recipient the oldest first; returns how many were sent.

    A refused mail is tried again later and later, and keeps back what follows for the same recipient. When the server
    cannot be reached, nothing counts as tried.
    """
    sent = 0
    while ready := list(_first_of_each(clock.now())):
        try:
            done = _send_all(ready)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("mail server cannot be reached: %s", type(error).__name__)
            OutgoingMail.objects.filter(pk__in=ready).update(error=str(error)[:400])
            break
        sent += done
    return sent


def _first_of_each(now: datetime) -> Iterable[int]:
    """The oldest waiting mail of each recipient, where its time has come."""
    waiting = OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING)
    first = waiting.order_by("to", "pk").distinct("to").values("pk")
    return waiting.filter(pk__in=first, next_try_at__lte=now).order_by("pk").values_list("pk", flat=True)[:1000]


def _send_all(ids: list[int]) -> int:
    with get_connection(timeout=_TIMEOUT_SECONDS) as connection:
        return sum(_send_one(pk, connection) for pk in ids)


@transaction.atomic
def _send_one(pk: int, connection: Any) -> bool:
    """Send one mail unless another worker has it; raises only when the server has gone."""
    mail = OutgoingMail.objects.select_for_update(skip_locked=True).filter(pk=pk, state="waiting").first()
    if mail is None:
        return False
    try:
        _message(mail, connection).send()
    except _CUT_OFF:
        raise
    except (OSError, smtplib.SMTPException, ValueError) as error:
        _put_off(mail, error)
        return False
    mail.state, mail.sent_at, mail.error = OutgoingMail.State.SENT, clock.now(), ""
    mail.attempts += 1
    mail.save(update_fields=["state", "sent_at", "error", "attempts"])
    return True


def _put_off(mail: OutgoingMail, error: Exception) -> None:
    """Try again after 1, 2, 4 ... minutes, at most 6 hours apart; give up after `ATTEMPTS`, keeping mail and reason."""
    mail.attempts += 1
    mail.error = str(error)[:400]
    mail.next_try_at = clock.now() + min(timedelta(minutes=2 ** (mail.attempts - 1)), timedelta(hours=6))
    if mail.attempts >= ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["attempts", "error", "next_try_at", "state"])
    log.warning("mail %s was refused", mail.pk)


def _message(mail: OutgoingMail, connection: Any) -> EmailMultiAlternatives:
    headers = {
        "Message-ID": f"<outbox-{mail.pk}-{mail.created_at:%Y%m%d%H%M%S}@congdoan>",
        "Auto-Submitted": "auto-generated",
    }
    if mail.user_id and offers_to_stop(mail.text):
        headers["List-Unsubscribe"] = f"<{unsubscribe_url(mail.user_id)}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to], headers=headers, connection=connection)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message
