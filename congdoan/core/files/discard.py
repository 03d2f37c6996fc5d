"""Takes files out again that were put in by mistake and that nothing refers to."""

from collections.abc import Iterable
from functools import partial

from django.core.files.storage import default_storage
from django.db import connection, transaction

from congdoan.core.backup.moment import BACKING_UP
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
        transaction.on_commit(partial(_remove_or_wait, digest))


def remove_bytes(digest: str) -> bool:
    """Remove the bytes unless a row refers to them; False while a backup is made, which may still want them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [BACKING_UP])
        if not cursor.fetchone()[0]:
            return False
        if not Blob.objects.filter(sha256=digest).exists():
            default_storage.delete(path_of(digest))
    return True


def _remove_or_wait(digest: str) -> None:
    from congdoan.core.backup.jobs import remove_bytes_later

    if not remove_bytes(digest):
        remove_bytes_later.configure(schedule_in={"minutes": 10}).defer(digest=digest)
