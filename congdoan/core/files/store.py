"""Takes files in and gives them out. Bytes are kept once, under their SHA-256, and checked when read."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import IO, NamedTuple

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from congdoan.core.errors import DomainError, Invalid
from congdoan.core.files.doubtful import forget, note
from congdoan.core.files.paths import path_of
from congdoan.core.files.types import true_type
from congdoan.core.models.files import Blob, StoredFile
from congdoan.core.text import normalise

_CHUNK = 1024 * 1024


class DamagedFile(DomainError):
    """The stored bytes are not those that were put in."""

    status = 500


@transaction.atomic
def store(content: IO[bytes], *, name: str, by_id: int | None) -> StoredFile:
    """Keep a file. Raises Invalid when it is empty or larger than the limit of this installation."""
    (kept,) = store_all([(content, name)], by_id=by_id)
    return kept


@transaction.atomic
def store_all(files: Sequence[tuple[IO[bytes], str]], *, by_id: int | None) -> list[StoredFile]:
    """Keep files with their names. Raises Invalid as `store` does.

    New bytes are kept in the order of their digests, so that two people who send the same files in another order never
    wait for each other.
    """
    measured = [_Measured(content, name, *_measure(content)) for content, name in files]
    for one in measured:
        _check_size(one.size, one.name)
    blobs = {one.digest: _blob(one) for one in sorted(measured, key=attrgetter("digest"))}
    return [
        StoredFile.objects.create(blob=blobs[one.digest], name=normalise(one.name)[-255:], uploaded_by_id=by_id)
        for one in measured
    ]


@transaction.atomic
def store_made(content: IO[bytes], *, name: str, content_type: str, by_id: int | None) -> StoredFile:
    """Keep a file that the product itself made: its type is known, and the limit is for what people send."""
    made = _Measured(content, name, *_measure(content))
    return StoredFile.objects.create(blob=_blob(made, content_type), name=name[-255:], uploaded_by_id=by_id)


class _Measured(NamedTuple):
    content: IO[bytes]
    name: str
    digest: str
    size: int


def _blob(file: _Measured, content_type: str = "") -> Blob:
    known = {"size": file.size, "content_type": content_type or true_type(file.content, file.name)}
    blob, is_new = Blob.objects.get_or_create(sha256=file.digest, defaults=known)
    if is_new or not default_storage.exists(path_of(file.digest)):
        _write(file.digest, file.content)
    return blob


def open_stored(file: StoredFile) -> IO[bytes]:
    """The bytes, opened and checked. Raises DamagedFile when they are missing or altered."""
    try:
        content: IO[bytes] = default_storage.open(path_of(file.blob_id))
    except FileNotFoundError as error:
        raise DamagedFile(
            f"Tệp “{file.name}” không còn trong kho. Báo quản trị viên phục hồi từ bản sao lưu."
        ) from error
    digest, _ = _measure(content)
    if digest != file.blob_id:
        content.close()
        raise DamagedFile(
            f"Tệp “{file.name}” đã bị thay đổi so với lúc gửi. Báo quản trị viên phục hồi từ bản sao lưu."
        )
    content.seek(0)
    return content


def _write(digest: str, content: IO[bytes]) -> None:
    """What lies there without a row was left by a crash, perhaps in the middle of writing: it is replaced."""
    name = note(digest)
    default_storage.delete(path_of(digest))
    content.seek(0)
    default_storage.save(path_of(digest), File(content))
    transaction.on_commit(partial(forget, name), robust=True)


def _measure(content: IO[bytes]) -> tuple[str, int]:
    content.seek(0)
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(content):
        digest.update(chunk)
        size += len(chunk)
    content.seek(0)
    return digest.hexdigest(), size


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk


def _check_size(size: int, name: str) -> None:
    if size == 0:
        raise Invalid(f"Tệp “{name}” rỗng. Chọn lại tệp khác.")
    if size > settings.UPLOAD_LIMIT:
        raise Invalid(f"Tệp “{name}” lớn hơn {settings.UPLOAD_LIMIT // 1024**2} MB. Nén lại hoặc chia nhỏ rồi gửi lại.")
