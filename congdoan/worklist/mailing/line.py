"""A line to the mail server that is as patient as RFC 5321 asks.

Whoever hangs up too early after the end of a mail makes a double of it: the server may have taken it already.
"""

import smtplib
import socket
import threading
from contextlib import suppress
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

COMMAND_SECONDS: Final = 60
DATA_SECONDS: Final = 600
"""RFC 5321, 4.5.3.2.6: so long a server may think about a mail that it has got whole."""
MAIL_SECONDS: Final = 900
"""A server that sends its answers byte by byte is left after this."""
_DJANGOS: Final = "django.core.mail.backends.smtp.EmailBackend"


class _Patient(smtplib.SMTP):
    """Waits long for the answer to a mail, never longer than MAIL_SECONDS in all."""

    has_begun = False
    """Whether the text of the last mail may have reached the server."""

    def sendmail(self, *args: Any, **options: Any) -> Any:
        self.has_begun = False
        watch = threading.Timer(MAIL_SECONDS, self._hang_up)
        watch.daemon = True
        watch.start()
        try:
            return super().sendmail(*args, **options)
        finally:
            watch.cancel()

    def data(self, msg: Any) -> Any:
        self.has_begun = True
        self._wait(DATA_SECONDS)
        try:
            return super().data(msg)
        finally:
            self._wait(COMMAND_SECONDS)

    def _wait(self, seconds: int) -> None:
        if self.sock:
            self.sock.settimeout(seconds)

    def _hang_up(self) -> None:
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


class _PatientWithin(_Patient, smtplib.SMTP_SSL):
    """The same, encrypted from the beginning."""


class PatientBackend(EmailBackend):
    @property
    def connection_class(self) -> Any:
        return _PatientWithin if self.use_ssl else _Patient


class Line:
    """Opened when needed, and again after it was cut off. Used by one thread."""

    def __init__(self) -> None:
        backend = f"{__name__}.PatientBackend" if settings.EMAIL_BACKEND == _DJANGOS else settings.EMAIL_BACKEND
        self._backend = get_connection(backend, timeout=COMMAND_SECONDS)
        self._is_fresh = False

    def open(self) -> None:
        """Raises what the server or the network says against it."""
        if not self._is_alive():
            self.drop()
            self._backend.open()
            self._is_fresh = True

    def send(self, message: EmailMessage) -> None:
        """Hand the mail over. A line that was used before and broke before the mail's text is opened anew once."""
        was_fresh, self._is_fresh = self._is_fresh, False
        try:
            self._backend.send_messages([message])
        except OSError:
            if was_fresh or self._is_alive() or self._has_begun():
                raise
            self.open()
            self.send(message)

    def drop(self) -> None:
        """Hang up, whatever state the line is in."""
        with suppress(OSError):
            self._backend.close()

    def _is_alive(self) -> bool:
        """Backends that write files or keep mails in memory have no line."""
        if not isinstance(self._backend, PatientBackend):
            return True
        return self._backend.connection is not None and self._backend.connection.sock is not None

    def _has_begun(self) -> bool:
        return not isinstance(self._backend, PatientBackend) or bool(getattr(self._backend.connection, "has_begun", 1))
