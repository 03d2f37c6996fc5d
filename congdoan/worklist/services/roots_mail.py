"""Sends the latest root of the seals outside, once a day: whoever changes the database does not reach it there."""

from django.conf import settings
from django.db import transaction

from congdoan.core.audit.sealing.outside import line_of
from congdoan.core.models.seals import SealBlock
from congdoan.worklist.models import OutgoingMail

_TEXT = """Gốc niêm phong mới nhất của nhật ký, tại {place}.

{line}

Giữ thư này. Chép dòng trên vào một tệp rồi chạy: congdoan verify --against TỆP
"""


@transaction.atomic
def mail_latest_root() -> bool:
    """Put the mail into the outbox; nothing without an address, or when no block was made since the last mail."""
    block = SealBlock.objects.order_by("-number").first()
    if block is None or not settings.ROOTS_MAIL:
        return False
    subject = f"Gốc niêm phong số {block.number}"
    if OutgoingMail.objects.filter(to=settings.ROOTS_MAIL, subject=subject).exists():
        return False
    text = _TEXT.format(place=settings.BASE_URL, line=line_of(block))
    OutgoingMail.objects.create(to=settings.ROOTS_MAIL, subject=subject, text=text)
    return True
