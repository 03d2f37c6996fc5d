"""Takes files out again that were put in by mistake and that nothing refers to."""

from collections.abc import Iterable
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction

from congdoan.core.files.store import path_of
from congdoan.core.models import Blob, StoredFile


@transaction.atomic
def discard(files: Iterable[StoredFile]) -> None:
    """Remove the rows, and the bytes once the transaction ends, unless the same bytes are kept under another name."""
    found = list(files)
    digests = {file.blob_id for file in found}
    StoredFile.objects.filter(pk__in=[file.pk for file in found]).delete()
    kept = set(StoredFile.objects.filter(blob__in=digests).values_list("blob_id", flat=True))
    for digest in digests - kept:
        Blob.objects.filter(sha256=digest).delete()
        transaction.on_commit(partial(_remove_bytes, digest))


def _remove_bytes(digest: str) -> None:
    if not Blob.objects.filter(sha256=digest).exists():
        default_storage.delete(path_of(digest))
