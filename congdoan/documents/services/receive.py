"""Takes a paper in: one file, or several photographs of its pages."""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import IO, Final

from django.conf import settings
from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.files.discard import discard
from congdoan.core.files.store import store
from congdoan.core.files.types import true_type
from congdoan.core.text import normalise
from congdoan.documents.models import Document, DocumentType, Reading
from congdoan.documents.reading.detect import detect
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.services.photos import bind_photos
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require

MAX_PHOTOS: Final = 60
_PHOTOS: Final = {"image/jpeg", "image/png"}
Upload = tuple[str, IO[bytes]]


@transaction.atomic
def receive_paper(*, files: Sequence[Upload], unit: Unit, by: User, type: str = DocumentType.PLAN) -> Reading:
    """Keep a paper as a draft document of `unit`, with an empty reading for the reader to fill.

    Raises Invalid with one sentence when it cannot be a paper (by its content), NotAllowed without the right.
    """
    require(by, "documents.add", unit)
    name, content = _one_paper(files)
    _check_kind(content)
    file = store(content, name=name, by_id=by.pk)
    document = Document.objects.create(
        unit=unit,
        type=type,
        subject=normalise(PurePath(file.name).stem)[:1000],
        validity=Document.Validity.DRAFT,
        file=file,
        added_by=by,
    )
    return Reading.objects.create(document=document)


@transaction.atomic
def give_back(reading: Reading) -> None:
    """Leave nothing of a paper that could not be read: no document, no reading, no file."""
    document = reading.document
    files = [page.image for page in reading.pages.select_related("image") if page.image]
    files += [document.file] if document.file else []
    document.delete()
    discard(files)


def _one_paper(files: Sequence[Upload]) -> Upload:
    if not files:
        raise Invalid("Chọn một tệp, hoặc chụp các trang của văn bản.", field="files")
    if sum(_size(content) for _, content in files) > settings.UPLOAD_LIMIT:
        raise Invalid(
            f"Tổng dung lượng lớn hơn {settings.UPLOAD_LIMIT // 1024**2} MB. Nén lại hoặc chia nhỏ rồi gửi lại.",
            field="files",
        )
    if len(files) == 1:
        return files[0]
    if len(files) > MAX_PHOTOS or any(true_type(content, name) not in _PHOTOS for name, content in files):
        raise Invalid(
            f"Mỗi lần đọc một tệp, hoặc nhiều ảnh JPG, PNG (tối đa {MAX_PHOTOS}) của cùng một văn bản.", field="files"
        )
    return f"{PurePath(files[0][0]).stem}.pdf", bind_photos(files)


def _size(content: IO[bytes]) -> int:
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    return size


def _check_kind(content: IO[bytes]) -> None:
    """By its first bytes and, for packages, their table of contents; the rest is the reader's matter."""
    with tempfile.NamedTemporaryFile() as copy:
        content.seek(0)
        while chunk := content.read(1024 * 1024):
            copy.write(chunk)
        copy.flush()
        content.seek(0)
        try:
            detect(Path(copy.name))
        except UnreadableFile as error:
            raise Invalid(error.message, field="files") from error
