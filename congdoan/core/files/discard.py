"""Takes files out again that were put in by mistake and that nothing refers to."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from congdoan.core.files.doubtful import note, settle
from congdoan.core.models import Blob, StoredFile


@transaction.atomic
def discard(files: Iterable[StoredFile]) -> None:
    """Remove the rows, and the bytes once the transaction ends, unless the same bytes are kept under another name.

    While a backup is made the bytes wait for the next settling of notes.
    """
    found = list(files)
    digests = {file.blob_id for file in found}
    StoredFile.objects.filter(pk__in=[file.pk for file in found]).delete()
    kept = set(StoredFile.objects.filter(blob__in=digests).values_list("blob_id", flat=True))
    for digest in sorted(digests - kept):
        Blob.objects.filter(sha256=digest).delete()
        transaction.on_commit(partial(settle, note(digest), digest), robust=True)
