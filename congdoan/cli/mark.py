"""Whether anything has changed since the installation was last prepared: then starting needs to look at nothing."""

import hashlib
import os
import sys
import sysconfig
from pathlib import Path

import congdoan


def is_prepared(data: Path) -> bool:
    """True when this very program, with these very libraries, prepared this data folder last.

    Our own database cannot have changed meanwhile. One that DATABASE_URL names may have: it is always looked at.
    """
    mark = data / "prepared"
    return not os.environ.get("DATABASE_URL") and mark.exists() and mark.read_text() == state()


def remember_prepared(data: Path) -> None:
    (data / "prepared").write_text(state())


def state() -> str:
    """A digest of the names, sizes and times of all files of the program, and of what is installed beside it."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update(str(Path(sysconfig.get_path("purelib")).stat().st_mtime_ns).encode())
    for folder, folders, files in os.walk(Path(congdoan.__path__[0])):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            found = Path(folder, name).stat()
            digest.update(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
