"""The table of contents of a compound file, in which Office kept .doc and .xls before 2007."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""Sector numbers from here on are no sectors."""
_MAX_ENTRIES = 20_000
_LOCKS = ("EncryptedPackage", "EncryptionInfo")
_ENCRYPTED = 0x0100
_FIRST_OF_WORD_97 = 0x00C0


@dataclass(frozen=True, slots=True)
class Stream:
    """`offset`: where its first bytes stand in the file, when it is not kept among the small streams."""

    name: str
    offset: int | None


def is_compound(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


class CompoundFile:
    """What stands at the top of a compound file; broken ones show what can still be found."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << min(int.from_bytes(data[30:32], "little"), 16)
        self._table = self._allocation()
        self.streams = {stream.name: stream for stream in self._top()}

    @property
    def kind(self) -> str:
        """ "locked", "doc", "old-doc" (before Word 97), "xls" or "other"."""
        if any(
            name in self.streams or (not self.streams and name.encode("utf-16-le") in self._data) for name in _LOCKS
        ):
            return "locked"
        if "WordDocument" in self.streams:
            return self._kind_of_word(self.streams["WordDocument"])
        return "xls" if {"Workbook", "Book"} & self.streams.keys() else "other"

    def _kind_of_word(self, stream: Stream) -> str:
        if stream.offset is None:
            return "doc"
        head = self._data[stream.offset : stream.offset + 12]
        if len(head) < 12:
            return "other"
        version, flags = struct.unpack_from("<H", head, 2)[0], struct.unpack_from("<H", head, 10)[0]
        if flags & _ENCRYPTED:
            return "locked"
        return "doc" if version >= _FIRST_OF_WORD_97 else "old-doc"

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _numbers(self, data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _allocation(self) -> list[int]:
        """For each sector the one that follows it."""
        places = self._numbers(self._data[76:512])
        following, seen = int.from_bytes(self._data[68:72], "little"), set[int]()
        while following < _END and following not in seen:
            seen.add(following)
            more = self._numbers(self._sector(following))
            places += more[:-1]
            following = more[-1] if more else _END
        return [number for place in places if place < _END for number in self._numbers(self._sector(place))]

    def _entries(self) -> list[bytes]:
        at, seen, data = int.from_bytes(self._data[48:52], "little"), set[int](), b""
        while at < len(self._table) and at not in seen and len(data) < _MAX_ENTRIES * 128:
            seen.add(at)
            data += self._sector(at)
            at = self._table[at]
        return [data[start : start + 128] for start in range(0, len(data) - 127, 128)]

    def _top(self) -> list[Stream]:
        """The entries right under the root, a tree by left and right neighbours."""
        entries = self._entries()
        waiting = [int.from_bytes(entries[0][76:80], "little")] if entries else []
        found, seen = list[Stream](), set[int]()
        while waiting:
            at = waiting.pop()
            if at >= len(entries) or at in seen:
                continue
            seen.add(at)
            found.append(self._stream(entries[at]))
            waiting += self._numbers(entries[at][68:76])
        return found

    def _stream(self, entry: bytes) -> Stream:
        length = min(int.from_bytes(entry[64:66], "little"), 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", entry, 116)
        return Stream(name, (start + 1) * self._size if size >= 4096 and start < _END else None)
