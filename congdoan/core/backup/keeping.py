"""Puts an archive where it belongs, whole or not at all, and writes down how that went."""

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import ProgrammingError, transaction

from congdoan.core import clock
from congdoan.core.backup.errors import BackupFailed
from congdoan.core.backup.making import Made, Progress, write_archive
from congdoan.core.backup.sealing import Seal, public_key_problem
from congdoan.core.errors import DomainError
from congdoan.core.models import Backup

UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """An archive in its place; `size` in bytes."""

    made: Made
    path: Path
    size: int


def back_up(path: Path, seal: Seal, *, kind: Backup.Kind, progress: Progress) -> Kept:
    """Make the archive `path` and record it. Raises BackupFailed; the failure is recorded too."""
    started = clock.now()
    try:
        with new_file(path) as out:
            made = write_archive(out, seal, progress)
        kept = Kept(made, path, path.stat().st_size)
    except Exception as error:
        said = error.message if isinstance(error, DomainError) else _said(error, path)
        record(Backup(kind=kind, result=Backup.Result.FAILED, place=str(path), error=said[:500], started_at=started))
        if isinstance(error, OSError):
            raise BackupFailed(said) from error
        raise
    record(made_record(kept, kind, bool(seal), started))
    return kept


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file for its owner alone that takes its name when it is whole and on the disk; never over another one."""
    if path.exists():
        raise BackupFailed(f"Đã có tệp {path}; chọn tên khác.")
    unfinished = path.with_name(path.name + UNFINISHED)
    with contextlib.suppress(FileNotFoundError):
        unfinished.unlink()
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        unfinished.rename(path)
        _sync_folder(path.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def seal_of_settings() -> Seal:
    """How this installation closes its archives. Raises BackupFailed when a key is none."""
    for key in settings.BACKUP_KEYS:
        if problem := public_key_problem(key):
            raise BackupFailed(f"CONGDOAN_BACKUP_KEYS: {problem}")
    return Seal(tuple(settings.BACKUP_KEYS), passphrase_of_settings())


def passphrase_of_settings() -> str:
    """From the environment, or from the file that it names."""
    if not settings.BACKUP_PASSPHRASE_FILE:
        return str(settings.BACKUP_PASSPHRASE)
    try:
        return Path(settings.BACKUP_PASSPHRASE_FILE).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BackupFailed(f"Không đọc được cụm mật khẩu trong {settings.BACKUP_PASSPHRASE_FILE}.") from None


def record(backup: Backup) -> None:
    """Write down how it went; an older database, backed up before its upgrade, has no place for it."""
    backup.finished_at = clock.now()
    with contextlib.suppress(ProgrammingError), transaction.atomic():
        backup.save()


def made_record(kept: Kept, kind: Backup.Kind, is_sealed: bool, started: datetime) -> Backup:
    manifest = kept.made.manifest
    return Backup(
        kind=kind,
        result=Backup.Result.DAMAGED if manifest.damaged else Backup.Result.GOOD,
        place=str(kept.path),
        content_hash=manifest.content,
        size=kept.size,
        files=manifest.files.count,
        damaged_files=len(manifest.damaged),
        is_sealed=is_sealed,
        started_at=started,
    )


def _said(error: Exception, path: Path) -> str:
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"Ổ đĩa chứa {path.parent} đã đầy; giải phóng dung lượng hoặc chọn nơi khác."
    if isinstance(error, OSError):
        return f"Không ghi được {path} ({error.strerror or error})."
    return "Có lỗi khi sao lưu; xem nhật ký của chương trình."


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
