"""Writes an archive as a stream: nothing is kept but the piece at hand."""

import hashlib
import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from congdoan.core.backup.archive import TRAILER


class ArchiveWriter:
    """Members one after the other; the end of the archive is the digest of all of it."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = _Hashing(out)
        self._tar = tarfile.open(fileobj=self._out, mode="w|")  # type: ignore[call-overload]  # noqa: SIM115

    def add(self, name: str, content: bytes) -> None:
        self.add_stream(name, io.BytesIO(content), len(content))

    def add_stream(self, name: str, content: IO[bytes], size: int) -> None:
        """Add exactly `size` bytes of `content`. Raises OSError when it has fewer."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        self._tar.addfile(member, content)
        self._tar.members.clear()  # it would remember each one

    def close(self) -> None:
        self._tar.close()
        self._out.end()

    def abandon(self) -> None:
        """Write nothing more, also not when the tar is cleared away."""
        self._out.is_over = True


@contextmanager
def writing(out: IO[bytes]) -> Iterator[ArchiveWriter]:
    """An archive that ends with the body; when that fails, it stays without an end."""
    archive = ArchiveWriter(out)
    try:
        yield archive
    except BaseException:
        archive.abandon()
        raise
    archive.close()


class _Hashing:
    """Passes on what is written and hashes it."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self._digest = out, hashlib.sha256()
        self.is_over = False

    def write(self, data: bytes) -> int:
        if not self.is_over:
            self._digest.update(data)
            self._out.write(data)
        return len(data)

    def end(self) -> None:
        self._out.write(TRAILER.format(self._digest.hexdigest()).encode())
