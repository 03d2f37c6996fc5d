"""Mails: written in the transaction that causes them, sent by the worker, each person's in order, again until taken."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.template.loader import render_to_string

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.worklist.mailing.answers import Answer, Meaning, answer_to_mail
from congdoan.worklist.mailing.line import Line
from congdoan.worklist.mailing.message import message_of
from congdoan.worklist.mailing.round import send_round
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.mail_trouble import note_trouble
from congdoan.worklist.unsubscribing import absolute, unsubscribe_url

TRIED_FOR: Final = timedelta(days=5)
"""From the first refusal on (RFC 5321, 4.5.4.1); while no server answers, no time passes."""
_LONGEST_WAIT: Final = timedelta(hours=1)
_AT_ONCE: Final = 1000
log = logging.getLogger("congdoan.mail")


def write_mail(users: Iterable[User], *, subject: str, text: str, url: str) -> int:
    """Put one short mail with a link for each person into the outbox; returns how many."""
    mails = (mail_to(user, subject, "notice", {"message": text, "url": absolute(url)}) for user in users)
    return len(OutgoingMail.objects.bulk_create(mails, batch_size=500))


def mail_to(user: User, subject: str, template: str, context: dict[str, Any]) -> OutgoingMail:
    """A mail made from `worklist/mail/<template>.txt` and `.html`, not yet saved; other packages give a whole path."""
    path = template if "/" in template else f"worklist/mail/{template}"
    context = {**context, "person": user, "stop_url": unsubscribe_url(user.pk), "home_url": absolute("/")}
    return OutgoingMail(
        user=user,
        to=user.email,
        subject=" ".join(subject.split())[:300],
        text=render_to_string(f"{path}.txt", context),
        html=render_to_string(f"{path}.html", context),
    )


def send_waiting(should_stop: Callable[[], bool] = lambda: False) -> int:
    """Send what is ready, for each recipient the oldest first; returns how many were sent.

    A mail that is refused for now is tried again later and later, and keeps back what follows for the same recipient;
    one that is refused for good does not. When the server cannot be reached, nothing counts as tried.
    """
    sent = 0
    while ready := list(_first_of_each(clock.now())):
        done = send_round(ready, _send_one, should_stop)
        note_trouble(done)
        sent += done.sent
        if done.trouble or should_stop() or not done.sent + done.refused:
            break
    return sent


def _first_of_each(now: datetime) -> Iterable[int]:
    """The oldest waiting mail of each recipient, where its time has come."""
    waiting = OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING)
    first = waiting.order_by("to", "pk").distinct("to").values("pk")
    return waiting.filter(pk__in=first, next_try_at__lte=now).order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]


@transaction.atomic
def _send_one(pk: int, line: Line) -> Answer | bool:
    """Send one mail unless another worker has it. Its row is locked meanwhile: who dies leaves it waiting."""
    mail = find(OutgoingMail.objects.select_for_update(skip_locked=True).filter(state="waiting"), pk)
    if mail is None:
        return False
    try:
        line.send(message_of(mail))
    except (OSError, ValueError) as error:
        answer = answer_to_mail(error)
        _keep(mail, answer)
        return answer
    mail.state, mail.sent_at, mail.error = OutgoingMail.State.SENT, clock.now(), ""
    mail.attempts += 1
    mail.save(update_fields=["state", "sent_at", "error", "attempts"])
    return True


def _keep(mail: OutgoingMail, answer: Answer) -> None:
    """The mail waits for another try, or stays as one that did not arrive; nothing counts when we are not let in."""
    if answer.meaning is Meaning.NOT_LET_IN:
        return
    now = clock.now()
    mail.attempts += 1
    mail.error, mail.bad_address = answer.words, answer.bad_address
    mail.first_tried_at = mail.first_tried_at or now
    mail.next_try_at = now + min(timedelta(minutes=2 ** min(mail.attempts - 1, 10)), _LONGEST_WAIT)
    if answer.meaning is Meaning.NEVER or now - mail.first_tried_at >= TRIED_FOR:
        mail.state, mail.failed_at = OutgoingMail.State.FAILED, now
    mail.save()
    log.warning("mail %s was not taken", mail.pk)
