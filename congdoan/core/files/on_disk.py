"""Files in a folder that are on the disk, not only on their way to it, before the row that names them is committed."""

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class OnDisk(FileSystemStorage):
    """Django's storage, made to hold what PostgreSQL holds when the power goes: the bytes and their names."""

    def _save(self, name: str, content: Any) -> str:
        first_new = self._first_new_folder(name)
        kept = str(super()._save(name, content))  # type: ignore[misc]
        path = Path(self.path(kept))
        _sync(path)
        for folder in path.parents:
            _sync(folder)
            if folder == first_new.parent:
                break
        return kept

    def _first_new_folder(self, name: str) -> Path:
        """The outermost folder that saving will make; the file itself when all are there."""
        path = Path(self.path(name))
        missing = [folder for folder in path.parents if not folder.exists()]
        return missing[-1] if missing else path


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
