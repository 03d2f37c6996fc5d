"""A mail of the outbox as it goes over the line, and the name by which it is known again when it comes back."""

import hmac
import re
from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.crypto import salted_hmac

from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.unsubscribing import stop_address

_SALT: Final = "worklist.outgoing-mail"
_NAME: Final = re.compile(r"<outbox\.(\d{1,18})\.([0-9a-f]{24})@")


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The same each time that it is tried, so that a receiver knows a double by its Message-ID."""
    headers = {"From": settings.MAIL_FROM, "Message-ID": message_id(mail.pk), "Auto-Submitted": "auto-generated"}
    if address := stop_address(mail.text):
        headers["List-Unsubscribe"] = f"<{address}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(mail.subject, mail.text, settings.MAIL_RETURN, [mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def message_id(mail_id: int) -> str:
    """Nobody who has not had the mail can name it."""
    return f"<outbox.{mail_id}.{_seal(mail_id)}@{settings.MAIL_FROM.rpartition('@')[2].strip('<> ')}>"


def mail_named(text: str) -> int | None:
    """The id of the mail with this Message-ID; None for one that is not ours or was made up."""
    found = _NAME.search(text)
    if found is None or not hmac.compare_digest(found[2], _seal(int(found[1]))):
        return None
    return int(found[1])


def _seal(mail_id: int) -> str:
    return salted_hmac(_SALT, str(mail_id), algorithm="sha256").hexdigest()[:24]
