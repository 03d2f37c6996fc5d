"""What it means when a mail server does not take a mail: again later, never, a line cut off, or we are not let in."""

import re
import smtplib
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_LONGEST = 400
_BAD_STATUS: Final = re.compile(r"\b5\.(1\.\d{1,3}|2\.1|4\.4|7\.13)\b")
_ANY_STATUS: Final = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_BAD_WITHOUT_STATUS: Final = (550, 551, 553)
_GOES_AWAY: Final = 421
_NOT_LET_IN: Final = (530, 534, 535, 538)
_TOO_LARGE: Final = 552


class Meaning(Enum):
    LATER = auto()
    """The server says that it may take the mail later."""
    NEVER = auto()
    """The server says that it will never take the mail."""
    CUT_OFF = auto()
    """The line broke, or nothing was answered in time."""
    NOT_LET_IN = auto()
    """The server refuses us, whatever the mail: password, sender."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`words` are the server's own, with its code. `bad_address`: nobody has a mailbox of that name there."""

    meaning: Meaning
    words: str
    bad_address: bool = False


def answer_to_mail(error: Exception) -> Answer:
    """What an error means that came after the line was open, while a mail was handed over."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _refused(code, in_words(code, said), is_recipient=True)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return _sender_refused(error.smtp_code, in_words(error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPResponseException):
        return _refused(error.smtp_code, in_words(error.smtp_code, error.smtp_error), is_recipient=False)
    if isinstance(error, smtplib.SMTPNotSupportedError | ValueError):
        return Answer(Meaning.NEVER, plain(str(error)))
    return Answer(Meaning.CUT_OFF, plain(str(error)) or type(error).__name__)


def answer_to_opening(error: Exception) -> Answer:
    """What an error means that came while the line was opened or we signed in."""
    if isinstance(error, smtplib.SMTPResponseException):
        refused = error.smtp_code in _NOT_LET_IN or isinstance(error, smtplib.SMTPAuthenticationError)
        lasting = refused and error.smtp_code >= 500
        words = in_words(error.smtp_code, error.smtp_error)
        return Answer(Meaning.NOT_LET_IN if lasting else Meaning.CUT_OFF, words)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Answer(Meaning.NOT_LET_IN, plain(str(error)))
    return Answer(Meaning.CUT_OFF, plain(str(error)) or type(error).__name__)


def is_bad_address(code: int, words: str) -> bool:
    """Whether a lasting refusal of a recipient says that the address is wrong, not that the mail is unwanted."""
    return bool(_BAD_STATUS.search(words)) or (code in _BAD_WITHOUT_STATUS and not _ANY_STATUS.search(words))


def in_words(code: int, said: bytes | str) -> str:
    return plain(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}")


def plain(text: str) -> str:
    """One line without control characters, cut to what is kept."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST]


def _refused(code: int, words: str, *, is_recipient: bool) -> Answer:
    if code == _GOES_AWAY:
        return Answer(Meaning.CUT_OFF, words)
    if code in _NOT_LET_IN:
        return Answer(Meaning.NOT_LET_IN, words)
    if 500 <= code < 600:
        return Answer(Meaning.NEVER, words, is_recipient and is_bad_address(code, words))
    return Answer(Meaning.LATER, words)


def _sender_refused(code: int, words: str) -> Answer:
    """The sender is the same for all: a lasting refusal is of us, unless it is of this mail's size."""
    if 500 <= code < 600 and code != _TOO_LARGE:
        return Answer(Meaning.NOT_LET_IN, words)
    return _refused(code, words, is_recipient=False)
