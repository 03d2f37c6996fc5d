"""The files of the storage, one after the other: into an archive, and out of it."""

import hashlib
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from psycopg import Connection

from congdoan.core.files.paths import path_of

_CHUNK = 1024 * 1024
_IN_MEMORY = 8 * _CHUNK


class Listing:
    """Digests and sizes of files in the order of their digests, kept on disk while they are worked through."""

    def __init__(self) -> None:
        self._lines = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115 (closed by `close`)
        self.count = self.bytes = 0

    def add(self, digest: str, size: int) -> None:
        self._lines.write(f"{digest} {size}\n")
        self.count, self.bytes = self.count + 1, self.bytes + size

    def __iter__(self) -> Iterator[tuple[str, int]]:
        self._lines.seek(0)
        for line in self._lines:
            digest, size = line.split()
            yield digest, int(size)

    def close(self) -> None:
        self._lines.close()


@contextmanager
def listing() -> Iterator[Listing]:
    made = Listing()
    try:
        yield made
    finally:
        made.close()


def list_files(at: Connection[Any], into: Listing) -> None:
    """All files that the database knows of at this moment."""
    with (
        at.cursor() as cursor,
        cursor.copy('copy (select sha256, size from core_blob order by sha256 collate "C") to stdout') as rows,
    ):
        for digest, size in rows.rows():
            into.add(str(digest), int(size))


class ExactReader(io.RawIOBase):
    """The bytes of a stored file, exactly as many as expected: cut, or filled up with zeros; `is_whole` says which."""

    def __init__(self, content: IO[bytes], digest: str, size: int) -> None:
        self._content, self._expected, self._left = content, digest, size
        self._digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._content.read(wanted)
        self._digest.update(data)
        self._left -= wanted
        return data + bytes(wanted - len(data))

    @property
    def is_whole(self) -> bool:
        """To be asked at the end."""
        return self._digest.hexdigest() == self._expected and not self._content.read(1)


def open_file(digest: str) -> IO[bytes] | None:
    """The stored bytes; nothing when they are gone."""
    try:
        content: IO[bytes] = default_storage.open(path_of(digest))
    except FileNotFoundError:
        return None
    return content


def put_file(digest: str, content: IO[bytes]) -> bool | None:
    """Keep a file under its digest; True when it is new, False when it lay there, nothing when it is not what it says.

    What lies there under this name but is something else, left by a crash, is replaced.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as taken:
        if _copied(content, taken) != digest:
            return None
        taken.seek(0)
        path = path_of(digest)
        if default_storage.exists(path):
            if _stored_digest(path) == digest:
                return False
            default_storage.delete(path)
        default_storage.save(path, File(taken))
    return True


def take_out(digests: Iterator[tuple[str, int]]) -> None:
    """Remove files that a restore had put in before it failed."""
    for digest, _ in digests:
        with suppress(OSError):
            default_storage.delete(path_of(digest))


def _copied(content: IO[bytes], into: Any) -> str:
    digest = hashlib.sha256()
    while chunk := content.read(_CHUNK):
        digest.update(chunk)
        into.write(chunk)
    return digest.hexdigest()


def _stored_digest(path: str) -> str:
    with default_storage.open(path) as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
