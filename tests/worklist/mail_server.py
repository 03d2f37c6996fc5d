"""A real mail server that can refuse, dawdle, hang up in the middle of a mail, and be away."""

import asyncio
import email
import socket
from collections import Counter
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult


class MailServer:
    """Each rule is for one address. What it took whole is in `taken`, in order, also when its answer was lost."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []
        self.to_recipient: dict[str, str] = {}
        self.to_text: dict[str, str] = {}
        self.seconds: dict[str, float] = {}
        self.hang_up_in_text: Counter[str] = Counter()
        self.hang_up_after_text: Counter[str] = Counter()
        self.to_sender = ""
        self.password = ""
        self.most_lines = 100
        self.lines = 0
        self._controller: Controller | None = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]

    def start(self) -> None:
        self._controller = _Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def messages(self, to: str) -> list[Message]:
        return [email.message_from_bytes(content) for address, content in self.taken if address == to]

    def subjects(self, to: str) -> list[str]:
        return [str(message["Subject"]) for message in self.messages(to)]

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        envelope.mail_from = address
        return self.to_sender or "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        await asyncio.sleep(self.seconds.get(address, 0))
        if address in self.to_recipient:
            return self.to_recipient[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        (address,) = envelope.rcpt_tos
        if address in self.to_text:
            return self.to_text[address]
        self.taken.append((address, envelope.content))
        if self.hang_up_after_text[address]:
            self.hang_up_after_text[address] -= 1
            server.transport.abort()
        return "250 OK"

    def let_in(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password.decode() == self.password, handled=False)


class _Session(SMTP):
    """Says 421 to more lines than are allowed, and hangs up inside a text when told to."""

    async def _handle_client(self) -> None:
        handler: MailServer = self.event_handler  # type: ignore[assignment]
        if handler.lines >= handler.most_lines:
            await self.push("421 4.7.0 too many connections")
            self.transport.abort()
            return
        handler.lines += 1
        try:
            await super()._handle_client()
        finally:
            handler.lines -= 1

    async def smtp_DATA(self, arg: str) -> None:
        handler: MailServer = self.event_handler  # type: ignore[assignment]
        address = self.envelope.rcpt_tos[0] if self.envelope and self.envelope.rcpt_tos else ""
        if not handler.hang_up_in_text[address]:
            await super().smtp_DATA(arg)
            return
        handler.hang_up_in_text[address] -= 1
        await self.push("354 go on")
        await self._reader.readline()
        self.transport.abort()


class _Controller(Controller):
    def factory(self) -> SMTP:
        asked = bool(self.handler.password)
        return _Session(
            self.handler, authenticator=self.handler.let_in, auth_required=asked, auth_require_tls=False, timeout=30
        )
