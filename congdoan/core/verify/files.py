"""The store of files: every row has its bytes, every file its row."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.core.files.storage import default_storage
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.files.doubtful import noted, noted_at
from congdoan.core.files.paths import path_of
from congdoan.core.models.files import Blob, StoredFile
from congdoan.core.verify.checks import Check, Progress, by_query, checks

SETTLED: Final = timedelta(hours=1)
"""A note older than this is about no upload that is under way, and the worker has had time to settle it."""
_CHUNK: Final = 1024 * 1024


def register() -> None:
    checks.register(
        "files.names",
        by_query(
            "Nội dung tệp nào cũng có ít nhất một tên",
            "select 'Tệp ' || sha256 from core_blob blob "
            "where not exists (select from core_storedfile file where file.blob_id = blob.sha256)",
        ),
    )
    checks.register("files.rows", Check("Tệp nào cũng có dòng, dòng nào cũng có tệp", find_unpaired))
    checks.register("files.doubtful", Check("Tệp gửi dở nào cũng được dọn", find_unsettled))
    checks.register("files.bytes", Check("Nội dung từng tệp đúng như lúc gửi", find_changed, slow=True))


def find_unpaired(progress: Progress) -> Iterator[str]:
    """Compare rows and files, one top folder of the store (1/256 of it) at a time."""
    for top in range(256):
        progress("So tệp trong kho với cơ sở dữ liệu", top, 256)
        folder = f"{top:02x}"
        files = set(_files_under(folder))
        rows = set(Blob.objects.filter(sha256__startswith=folder).values_list("sha256", flat=True))
        for digest in sorted(rows - files):
            if _is_row(digest) and not default_storage.exists(path_of(digest)):
                yield f"{_named(digest)}: không còn trong kho"
        for name in sorted(files - rows):
            if _is_left_over(f"{folder}/{name[2:4]}/{name}", name):
                yield f"Tệp {folder}/{name[2:4]}/{name}: không thuộc về dòng nào"


def find_unsettled(_: Progress) -> Iterator[str]:
    """Notes that should have gone."""
    for name, digest in noted().items():
        if (at := noted_at(name)) and _age(at) > SETTLED:
            yield f"{_named(digest)}: chưa dọn từ {timezone.localtime(at):%H:%M %d/%m/%Y}"


def find_changed(progress: Progress) -> Iterator[str]:
    """Read every file in pieces and compare digest and size."""
    total = Blob.objects.count()
    blobs = Blob.objects.order_by("sha256").values_list("sha256", "size").iterator(2000)
    for done, (digest, size) in enumerate(blobs):
        progress("Đọc lại từng tệp", done, total)
        if (found := _measured(digest)) is not None and found != (digest, size):
            yield f"{_named(digest)}: nội dung đã bị thay đổi ({found[1]} byte, lúc gửi {size} byte)"


def _measured(digest: str) -> tuple[str, int] | None:
    """Digest and size of the bytes that lie there; nothing when there are none, which `find_unpaired` says."""
    counted, size = hashlib.sha256(), 0
    try:
        with default_storage.open(path_of(digest)) as content:
            while chunk := content.read(_CHUNK):
                counted.update(chunk)
                size += len(chunk)
    except FileNotFoundError:
        return None
    return counted.hexdigest(), size


def _files_under(folder: str) -> Iterator[str]:
    """Names of the files two folders down."""
    for inner in _listed(folder)[0]:
        yield from _listed(f"{folder}/{inner}")[1]


def _listed(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _is_row(digest: str) -> bool:
    """Asked again, for people put in and take out files meanwhile."""
    return Blob.objects.filter(sha256=digest).exists()


def _is_left_over(path: str, digest: str) -> bool:
    """Whether neither a note nor a row knows the file, asked in the order in which an upload makes and drops them."""
    return digest not in noted().values() and not _is_row(digest) and default_storage.exists(path)


def _age(moment: datetime) -> timedelta:
    return clock.now() - moment


def _named(digest: str) -> str:
    """The file as people know it."""
    name = StoredFile.objects.filter(blob=digest).order_by("pk").values_list("name", flat=True).first()
    return f"Tệp “{name}” ({digest})" if name else f"Tệp {digest}"
