"""The form of an archive: a tar, then one line with the SHA-256 of every byte before it.

Members in order: HEADER, SECRET_KEY (only where the archive is encrypted), the dump of pg_dump in pieces under
DATABASE, the files under FILES by their digests in order, MANIFEST.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from congdoan.core.backup.content import FilesContent, TableContent

FORMAT: Final = 2
HEADER: Final = "congdoan-backup.json"
SECRET_KEY: Final = "secret-key"  # noqa: S105
DATABASE: Final = "database/"
FILES: Final = "files/"
MANIFEST: Final = "manifest.json"
TRAILER: Final = "\nSHA-256 {}\n"
TRAILER_SIZE: Final = len(TRAILER.format("0" * 64))
PIECE: Final = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Header:
    """What one must know before reading on. `key` tells the installation's secret key without giving it away.

    `seal_keys` are the public keys by which the blocks of the audit are known as the installation's own; an archive of
    format 1 has none.
    """

    product: str
    made_at: str
    postgres: int
    migrations: list[list[str]]
    key: str
    format: int = FORMAT
    seal_keys: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive holds. `damaged` are digests of files that were already lost or altered in the storage."""

    content: str
    tables: dict[str, TableContent]
    files: FilesContent
    damaged: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def from_bytes(cls, text: bytes) -> "Manifest":
        """Raises ValueError, KeyError or TypeError when it is none."""
        read: dict[str, Any] = json.loads(text)
        tables = {name: TableContent(**table) for name, table in read["tables"].items()}
        return cls(read["content"], tables, FilesContent(**read["files"]), read["damaged"])
