"""A browser that costs little: HTTP/1.1 over one kept connection, cookies, forms with a file."""

import asyncio
import re
import secrets
from dataclasses import dataclass, field

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
BOUNDARY = "----congdoan-load"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_busy(self) -> bool:
        """Turned away with the page that says so."""
        return self.status == 503 and "retry-after" in self.headers and b"qu\xc3\xa1 nhi\xe1\xbb\x81u" in self.body


@dataclass
class Browser:
    port: int
    cookies: dict[str, str]
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None
    connecting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def get(self, path: str, *, part: bool = False) -> Answer:
        return await self._ask("GET", path, [("HX-Request", "true")] if part else [], b"")

    async def send_file(self, path: str, fields: dict[str, str], field_name: str, size: int) -> Answer:
        """POST a form with one PDF of `size` bytes that nobody has sent before."""
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field_name}"; filename="bao-cao.pdf"\r\n\r\n'
        content = b"%PDF-1.4\n" + secrets.token_bytes(size)
        body = "".join([*parts, head]).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
        headers = [
            ("Content-Type", f"multipart/form-data; boundary={BOUNDARY}"),
            ("Content-Length", str(len(body))),
            ("Referer", f"http://localhost:{self.port}{path}"),
        ]
        return await self._ask("POST", path, headers, body)

    async def _ask(self, method: str, path: str, headers: list[tuple[str, str]], body: bytes) -> Answer:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}", f"Cookie: {cookie}"]
        lines += [f"{name}: {value}" for name, value in headers]
        async with self.connecting:
            if self.writer is None:
                self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                self.writer.write("\r\n".join([*lines, "", ""]).encode() + body)
                return await self._read()
            except BaseException:
                self.close()
                raise

    async def _read(self) -> Answer:
        assert self.reader
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in head[1:]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                self._keep(value)
            headers[name.lower()] = value
        body = await self._read_body(headers)
        if headers.get("connection") == "close":
            self.close()
        return Answer(int(head[0].split(" ", 2)[1]), headers, body)

    async def _read_body(self, headers: dict[str, str]) -> bytes:
        assert self.reader
        if "content-length" in headers:
            return await self.reader.readexactly(int(headers["content-length"]))
        if headers.get("transfer-encoding") != "chunked":
            return b""
        chunks = []
        while size := int((await self.reader.readline()).split(b";")[0], 16):
            chunks.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(chunks)

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        self.cookies[name] = value

    def close(self) -> None:
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None
