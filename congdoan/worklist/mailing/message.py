"""A mail of the outbox as it goes over the line, and the name by which it is known again when it comes back."""

import hmac
import re
from email.mime.image import MIMEImage
from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.crypto import salted_hmac

from congdoan.worklist.mailing.password_link import with_password_link
from congdoan.worklist.mailing.pictures import SHOWS_PICTURE, mail_pictures
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.unsubscribing import stop_address

_SALT: Final = "worklist.outgoing-mail"
_NAME: Final = re.compile(r"<outbox\.(\d{1,18})\.([0-9a-f]{24})@")


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The same each time that it is tried, so that a receiver knows a double by its Message-ID.

    Raises ValueError, in words for the administrator, when the mail must not go out as things are now.
    """
    text = with_password_link(mail) if mail.sets_password else mail.text
    headers = {"From": settings.MAIL_FROM, "Message-ID": message_id(mail.pk), "Auto-Submitted": "auto-generated"}
    if address := stop_address(mail.text):
        headers["List-Unsubscribe"] = f"<{address}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(mail.subject, text, settings.MAIL_RETURN, [mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
        if SHOWS_PICTURE in mail.html:
            _attach_pictures(message, mail.pk)
    return message


def _attach_pictures(message: EmailMultiAlternatives, mail_id: int) -> None:
    """Beside the text that shows them, so that a mail program fetches nothing."""
    message.mixed_subtype = "related"  # type: ignore[attr-defined]  # the stubs leave it out
    for of_mail in mail_pictures:
        for picture in of_mail(mail_id):
            part = MIMEImage(picture.content, "png")
            part["Content-ID"] = f"<{picture.name}>"
            part.add_header("Content-Disposition", "inline", filename=f"{picture.name}.png")
            message.attach(part)


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
