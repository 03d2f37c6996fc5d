"""The mail server outside, which does not crash: it counts how often each mail arrives."""

import email
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller


class Mails:
    def __init__(self) -> None:
        self.arrived: Counter[int] = Counter()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        name = str(email.message_from_bytes(envelope.content)["Message-ID"])  # <outbox.17.3f…@…>
        self.arrived[int(name.split(".")[1])] += 1
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[tuple[Mails, int]]:
    """What arrives, and the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    mails = Mails()
    controller = Controller(mails, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mails, port
    finally:
        controller.stop()
