"""Reads a delivery report (RFC 3464): which of our mails a server could not deliver, and why.

Anybody may send such a mail: nothing in it is believed but the name of a mail of ours that only its receivers know.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final

from congdoan.worklist.mailing.answers import is_bad_address, plain

LARGEST: Final = 2 * 1024 * 1024
"""Bytes that are read of a mail: our own are small."""
_PARTS: Final = 50
"""The standard reader needs the square of the time for parts within parts."""
_ORIGINAL: Final = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")


@dataclass(frozen=True, slots=True)
class NotDelivered:
    """`message_id` as it stands in what came back; `words` are those of the last server."""

    message_id: str
    words: str
    bad_address: bool


def read_report(raw: bytes) -> NotDelivered | None:
    """What a report says of a mail that failed for good; None for any other mail, delays too."""
    if raw.lower().count(b"content-type") > _PARTS:
        return None
    try:
        return _read(message_from_bytes(raw[:LARGEST]))
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):
        return None  # the standard reader stumbles over some broken mails; those are no reports


def _read(mail: Message) -> NotDelivered | None:
    if mail.get_content_type() != "multipart/report":
        return None
    parts = _parts(mail)
    failed = next((block for part in parts for block in _blocks(part) if _value(block, "Action") == "failed"), None)
    original = next((found for part in parts if (found := _message_id(part))), "")
    if failed is None or not original:
        return None
    status, words = _value(failed, "Status"), _diagnosis(failed)
    said = plain(words if status in words else f"{status} {words}")
    return NotDelivered(original, said or "Máy chủ nhận trả thư lại, không nói lý do.", is_bad_address(0, said))


def _parts(mail: Message) -> list[Message]:
    held = mail.get_payload()
    return [part for part in held[:_PARTS] if isinstance(part, Message)] if isinstance(held, list) else []


def _blocks(part: Message) -> Iterator[Message]:
    """Of a delivery-status part: what is said of the mail, then of each recipient."""
    if part.get_content_type() in ("message/delivery-status", "message/global-delivery-status"):
        yield from _parts(part)


def _message_id(part: Message) -> str:
    kind = part.get_content_type()
    if kind not in _ORIGINAL:
        return ""
    held = part.get_payload()
    if isinstance(held, list):
        return _value(held[0], "Message-ID", as_is=True) if held and isinstance(held[0], Message) else ""
    text = part.get_payload(decode=True)
    return _value(message_from_bytes(text), "Message-ID", as_is=True) if isinstance(text, bytes) else ""


def _diagnosis(block: Message) -> str:
    """Without the kind of code in front: "smtp; 550 5.1.1 unknown"."""
    kind, mark, words = _value(block, "Diagnostic-Code", as_is=True).partition(";")
    return words.strip() if mark and len(kind) < 20 else kind


def _value(block: Message, name: str, *, as_is: bool = False) -> str:
    text = plain(str(block.get(name, "")))
    return text if as_is else text.lower()
