"""Carries what concerns somebody's account: a notice that cannot be muted, and a mail whatever they chose of mails.

A device shows the subject alone: it may lie where others see it.
"""

from contextlib import suppress
from time import time
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.worklist.models import Notice, OutgoingMail
from congdoan.worklist.notice_kinds import ACCOUNT
from congdoan.worklist.services.devices import push_notice
from congdoan.worklist.services.mail_trouble import current_trouble
from congdoan.worklist.unsubscribing import absolute

SEND: Final = "congdoan.worklist.send_mail"


def carry(user: User, subject: str, text: str, url: str) -> None:
    """Into the notices and the outbox, in the caller's transaction."""
    words = " ".join(text.split())[:400]
    notice = Notice.objects.create(
        user=user, kind=ACCOUNT, text=words, url=url, key=f"{ACCOUNT}:{uuid4()}", business_day=clock.today()
    )
    push_notice(notice, subject)
    if user.email:
        context = {"message": text, "url": absolute(url), "person": user}
        OutgoingMail.objects.create(
            user=user,
            to=user.email,
            subject=subject,
            text=render_to_string("worklist/mail/account.txt", context),
            html=render_to_string("worklist/mail/account.html", context),
        )


def carry_password_link(user: User, subject: str, text: str) -> bool:
    """Into the outbox, in the caller's transaction; whether mails go out at present. No notice: who reads it is in."""
    OutgoingMail.objects.create(user=user, to=user.email, subject=subject, text=text, sets_password=True)
    _send_soon()
    return bool(settings.EMAIL_URL) and current_trouble() is None


def _send_soon() -> None:
    """Who asked for the link is waiting: a round is queued at once, unless one is queued already."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(SEND).defer(timestamp=int(time()))
