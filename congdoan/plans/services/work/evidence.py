"""Files that go with a report or a draft."""

from collections.abc import Iterable, Sequence
from typing import IO, Protocol

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.files.store import store_all
from congdoan.core.models.files import StoredFile

KINDS = {
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "image/png",
    "image/jpeg",
    "image/webp",
    "text/plain",
    "text/csv",
}
MOST_FILES = 20


class Upload(Protocol):
    """What Django's uploaded files are."""

    name: str | None
    file: IO[bytes]


def keep_files(files: Sequence[Upload], by: User) -> list[StoredFile]:
    """Store the files. Raises Invalid when one is not a paper or a picture."""
    if len(files) > MOST_FILES:
        raise Invalid(f"Mỗi lần gửi tối đa {MOST_FILES} tệp. Gửi phần còn lại ở báo cáo sau.", field="files")
    kept = store_all([(one.file, one.name or "tep") for one in files], by_id=by.pk)
    _check_kinds(kept)
    return kept


def _check_kinds(files: Iterable[StoredFile]) -> None:
    for file in files:
        if file.blob.content_type not in KINDS:
            raise Invalid(
                f"Tệp “{file.name}” không phải PDF, Word, Excel hoặc ảnh. Đổi sang một loại này rồi gửi lại.",
                field="files",
            )
