"""Where one embedded PostgreSQL keeps its database, its socket and its locks, and whose they are."""

import fcntl
import hashlib
import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from congdoan.core.postgres.errors import ServerError

LONGEST_SOCKET_DIRECTORY = 90  # the system allows 107 bytes for the whole path of a socket


@dataclass(frozen=True, slots=True)
class Home:
    """The server's part of a data folder. `data` and `socket` belong to the server's user, the rest to the folder's."""

    root: Path

    @classmethod
    def within(cls, data_folder: Path) -> "Home":
        return cls(data_folder.resolve() / "postgres")

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def socket(self) -> Path:
        """The directory of the socket: beside the database, or in /tmp when that path is too long for a socket."""
        beside = self.root / "socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_DIRECTORY:
            return beside
        return Path("/tmp") / f"congdoan-{hashlib.sha256(os.fsencode(self.root)).hexdigest()[:16]}"  # noqa: S108

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    def make(self) -> None:
        """Create the server's own folders, closed to others."""
        self.root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        private_folder(self.root, owner=self.folder_user, mode=0o711)
        private_folder(self.socket, owner=self.server_user, mode=0o700)

    @property
    def folder_user(self) -> int:
        """The user whose data folder this is: root may be here on behalf of its owner, anybody else is the owner."""
        return os.geteuid() or (self.root if self.root.exists() else self.root.parent).stat().st_uid

    @property
    def server_user(self) -> int:
        """The user the server runs as: whose database or folder it is; never root, which PostgreSQL refuses."""
        if self.data.exists():
            return self.data.stat().st_uid
        return self.folder_user or pwd.getpwnam("nobody").pw_uid

    @contextmanager
    def starting(self) -> Iterator[None]:
        """Held by the one process that is looking at, starting or stopping the server."""
        handle = self.open_lock("start.lock")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    @contextmanager
    def holding(self, name: str) -> Iterator[int | None]:
        """A lock that others have to themselves: its file, which a child may inherit; None when somebody has it."""
        handle = self.open_lock(name)
        try:
            yield handle if locked(handle) else None
        finally:
            os.close(handle)

    def open_lock(self, name: str) -> int:
        handle = os.open(self.root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        if os.geteuid() == 0:
            os.fchown(handle, self.folder_user, -1)
        return handle


def locked(handle: int) -> bool:
    """Lock an open file for ourselves; False when somebody else has."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def private_folder(path: Path, *, owner: int, mode: int) -> None:
    """Make `path` a folder of `owner` with `mode`; refuse one that somebody else put there."""
    try:
        path.mkdir(mode=mode)
    except FileExistsError:
        found = path.lstat()
        if path.is_symlink() or found.st_uid not in {owner, os.geteuid()}:
            raise ServerError(
                f"Thư mục {path} thuộc về người dùng khác; hãy chạy bằng chính người dùng đó, "
                "hoặc chọn thư mục dữ liệu khác bằng biến CONGDOAN_DATA."
            ) from None
    if os.geteuid() == 0:
        os.chown(path, owner, -1, follow_symlinks=False)
    if path.stat().st_mode & 0o777 != mode:
        path.chmod(mode)
