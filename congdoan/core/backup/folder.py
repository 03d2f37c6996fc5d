"""The folder of scheduled backups: new archives in, old ones out."""

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.backup.errors import BackupFailed
from congdoan.core.backup.keeping import UNFINISHED, Kept, back_up, seal_of_settings
from congdoan.core.backup.making import Progress
from congdoan.core.backup.retention import kept
from congdoan.core.models import Backup

_NAME: Final = re.compile(r"congdoan-(\d{8}-\d{6})\.tar(\.age)?")
_STAMP: Final = "%Y%m%d-%H%M%S"


def back_up_into_folder(kind: Backup.Kind, progress: Progress) -> Kept:
    """Make an archive named by this moment, then remove those that need not stay. Raises BackupFailed."""
    folder = _folder()
    for unfinished in folder.glob(f"congdoan-*{UNFINISHED}"):  # one is made at a time, so nobody is writing these
        unfinished.unlink(missing_ok=True)
    seal = seal_of_settings()
    name = f"congdoan-{timezone.localtime(clock.now()):{_STAMP}}.tar{'.age' if seal else ''}"
    made = back_up(folder / name, seal, kind=kind, progress=progress)
    remove_old(folder)
    return made


def remove_old(folder: Path) -> list[Path]:
    """Remove archives of ours that need not stay; gives them. Other files are left alone."""
    found = {path: at for path in folder.iterdir() if (at := _moment(path.name))}
    stay = kept(found.values(), settings.BACKUP_KEEP)
    gone = [path for path, at in found.items() if at not in stay]
    for path in gone:
        path.unlink()
    Backup.objects.filter(place__in=[str(path) for path in gone]).update(removed_at=clock.now())
    return gone


def _folder() -> Path:
    if not settings.BACKUP_FOLDER:
        raise BackupFailed("Chưa đặt nơi sao lưu: đặt CONGDOAN_BACKUP_FOLDER rồi chạy lại chương trình.")
    folder = Path(settings.BACKUP_FOLDER)
    if not folder.is_dir():  # not made here: a disk that is not mounted must not be taken for an empty folder
        raise BackupFailed(f"Không có thư mục sao lưu {folder}; kiểm tra ổ đĩa đã được gắn.")
    return folder


def _moment(name: str) -> datetime | None:
    found = _NAME.fullmatch(name)
    return datetime.strptime(found[1], _STAMP) if found else None  # noqa: DTZ007 (local time, as the name has it)
