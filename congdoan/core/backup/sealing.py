"""Encrypts and opens archives as they stream, in the age format (age-encryption.org), by passphrase or public key.

A passphrase opens a key made for this archive alone, which stands before the rest, itself encrypted: so the passphrase
serves one small block and the stream stays a stream. Either part can be opened with the `age` program too.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any, Final

import pyrage

from congdoan.core.backup.errors import BackupFailed, Unusable

_BEGIN: Final = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END: Final = b"-----END AGE ENCRYPTED FILE-----\n"
_AGE: Final = b"age-encryption.org/v1\n"
_LONGEST_BLOCK: Final = 4096

CLOSED: Final = "Bản sao lưu được mã hóa; đặt cụm mật khẩu (CONGDOAN_BACKUP_PASSPHRASE) hoặc thêm --key TỆP_KHÓA."
NEEDS_KEY: Final = "Bản sao lưu được mã hóa cho một khóa; thêm --key TỆP_KHÓA của khóa đó."
WRONG_WORDS: Final = "Cụm mật khẩu không đúng với bản sao lưu này; nhập đúng cụm đã dùng lúc sao lưu."
WRONG_KEY: Final = "Khóa không mở được bản sao lưu này; dùng khóa ứng với khóa công khai lúc sao lưu."
DAMAGED: Final = "Bản sao lưu mã hóa bị thiếu phần cuối, bị thay đổi hoặc hỏng; chép lại tệp hoặc dùng bản khác."


@dataclass(frozen=True, slots=True)
class Seal:
    """How an archive is closed: for public keys ("age1..."), by a passphrase, by both, or not at all."""

    keys: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.keys or self.passphrase)


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens an archive: secret keys ("AGE-SECRET-KEY-1..."), or a function that gives the passphrase if asked."""

    keys: tuple[str, ...] = field(default=(), repr=False)
    passphrase: Callable[[], str] = field(default=lambda: "", repr=False)


@contextmanager
def sealing(out: IO[bytes], seal: Seal) -> Iterator[IO[bytes]]:
    """What is written to the stream it gives arrives in `out` encrypted; the body's end is the archive's end."""
    if not seal:
        yield out
        return
    recipients = [_recipient(key) for key in seal.keys]
    if seal.passphrase:
        own = pyrage.x25519.Identity.generate()
        out.write(pyrage.passphrase.encrypt(str(own).encode(), seal.passphrase, armored=True))
        recipients.append(own.to_public())
    (reading, writing), sink = _pipe(), _Remembering(out)
    pump = _Pump(lambda: pyrage.encrypt_io(reading, sink, recipients), reading)
    try:
        with writing:
            yield writing
    finally:
        pump.join()
        if failed := sink.error or pump.error:
            raise failed


@contextmanager
def opening(source: IO[bytes], opener: Opener) -> Iterator[IO[bytes]]:
    """The archive as it was before it was sealed. Raises Unusable when the opener does not fit, or it is damaged."""
    identities = _identities(source, opener)
    if identities is None:
        yield source
        return
    reading, writing = _pipe()
    sink = _Remembering(writing)
    pump = _Pump(lambda: pyrage.decrypt_io(source, sink, identities), writing)
    try:
        with reading:
            yield reading
    finally:
        pump.join()
        if pump.error is not None and sink.error is None:  # else only the reader had had enough
            raise Unusable(_reason(pump.error)) from pump.error


def public_key_problem(key: str) -> str:
    """Why the text is no public key; empty when it is one."""
    try:
        _recipient(key)
    except BackupFailed as error:
        return error.message
    return ""


def _recipient(key: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise BackupFailed(f"“{key[:80]}” không phải khóa công khai age (bắt đầu bằng age1).") from None


def _identities(source: IO[bytes], opener: Opener) -> list[Any] | None:
    """The keys to try, with `source` standing where the encrypted stream begins; nothing when it is not encrypted."""
    start = source.read(len(_BEGIN))
    source.seek(0)
    if start == _BEGIN:
        block = _block(source)
        if opener.keys:
            return [_identity(key) for key in opener.keys]
        passphrase = opener.passphrase()
        if not passphrase:
            raise Unusable(CLOSED)
        return [_inner_identity(block, passphrase)]
    if start.startswith(_AGE):
        if not opener.keys:
            raise Unusable(NEEDS_KEY)
        return [_identity(key) for key in opener.keys]
    return None


def _block(source: IO[bytes]) -> bytes:
    block = source.read(_LONGEST_BLOCK)
    end = block.find(_END)
    if end < 0:
        raise Unusable(DAMAGED)
    source.seek(end + len(_END))
    return block[: end + len(_END)]


@lru_cache(1)  # deriving it takes a second and a gigabyte; an archive is read twice
def _inner_identity(block: bytes, passphrase: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(pyrage.passphrase.decrypt(block, passphrase).decode())
    except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError):
        raise Unusable(WRONG_WORDS) from None


def _identity(key: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        raise Unusable("Tệp khóa không chứa khóa age (dòng bắt đầu bằng AGE-SECRET-KEY-1).") from None


def _reason(error: BaseException) -> str:
    return WRONG_KEY if "No matching keys" in str(error) else DAMAGED


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


class _Pump(threading.Thread):
    """Runs the encryption beside us; its end of the pipe closes when it is done, however that went."""

    def __init__(self, work: Callable[[], None], end: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._work, self._end = work, end
        self.error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._work()
        except BaseException as error:
            self.error = error
        finally:
            with suppress(OSError):
                self._end.close()


class _Remembering:
    """Passes on what is written, and keeps what kept it from doing so: the library would tell it as its own failure."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._out.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        """The stream is flushed by its owner."""
