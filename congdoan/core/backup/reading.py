"""Reads an archive as a stream, and knows at its end whether every byte is as it was written."""

import hashlib
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Final

from congdoan.core.backup.archive import FORMAT, HEADER, TRAILER_SIZE, Header
from congdoan.core.backup.errors import Unusable

FOREIGN: Final = "Tệp này không phải bản sao lưu của Công đoàn số; chọn đúng tệp."
CUT_OFF: Final = "Bản sao lưu không trọn vẹn, phần cuối bị thiếu; chép lại tệp hoặc dùng bản khác."
ALTERED: Final = "Bản sao lưu đã bị thay đổi hoặc hỏng; chép lại tệp hoặc dùng bản khác."
NEWER: Final = "Bản sao lưu do phiên bản mới hơn ({}) tạo; cài phiên bản đó rồi phục hồi."
_KEY = re.compile(r"[0-9a-f]{64}")
_TRAILER = re.compile(rb"\nSHA-256 ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    size: int
    content: IO[bytes]


class ArchiveReader:
    """The members after the header, each to be read before the next. Raises Unusable with the reason."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = _Withholding(stream)
        try:
            self._tar = tarfile.open(fileobj=self._stream, mode="r|")  # type: ignore[call-overload]  # noqa: SIM115
            first = self._next()
        except tarfile.TarError as error:
            raise Unusable(FOREIGN) from error
        if first is None or first.name != HEADER:
            raise Unusable(FOREIGN)
        self.header = self._read_header(first)

    def members(self) -> Iterator[Member]:
        """Every member; after the last one, that nothing is missing or altered."""
        try:
            while (member := self._next()) is not None:
                yield member
        except tarfile.TarError as error:
            self._stream.check_end()
            raise Unusable(ALTERED) from error
        self._stream.check_end()

    def _read_header(self, first: Member) -> Header:
        try:
            return _header(first.content.read())
        except (tarfile.TarError, ValueError) as error:
            self._stream.check_end()  # ours, but cut or altered
            raise Unusable(FOREIGN) from error

    def _next(self) -> Member | None:
        found = self._tar.next()
        self._tar.members.clear()  # it would remember each one
        if found is None:
            return None
        content: Any = self._tar.extractfile(found)
        if content is None:
            raise tarfile.ReadError("not a plain file")
        return Member(found.name, found.size, content)


class _Withholding:
    """Gives out all but the last line, hashing it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._digest, self._held = stream, hashlib.sha256(), b""

    def read(self, size: int) -> bytes:
        self._held += self._stream.read(size + TRAILER_SIZE - len(self._held))
        given, self._held = self._held[:-TRAILER_SIZE], self._held[-TRAILER_SIZE:]
        self._digest.update(given)
        return given

    def check_end(self) -> None:
        """Read what is left. Raises Unusable unless the last line tells the digest of all before it."""
        while self.read(1024 * 1024):
            continue
        told = _TRAILER.fullmatch(self._held)
        if told is None:
            raise Unusable(CUT_OFF)
        if told[1].decode() != self._digest.hexdigest():
            raise Unusable(ALTERED)


def _header(text: bytes) -> Header:
    """Raises ValueError when it is none of ours, Unusable when it is newer than we can read."""
    read = json.loads(text)
    if not isinstance(read, dict) or not isinstance(read.get("format"), int):
        raise ValueError("no format")
    if read["format"] > FORMAT:
        raise Unusable(NEWER.format(str(read.get("product"))[:20]))
    try:
        header = Header(**read)
    except TypeError as error:
        raise ValueError("other fields") from error
    if not all(_KEY.fullmatch(key) for key in header.seal_keys):
        raise ValueError("no public keys")
    return header
