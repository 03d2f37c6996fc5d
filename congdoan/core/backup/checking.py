"""Reads an archive from end to end before anything of it is used."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db.migrations.loader import MigrationLoader

from congdoan.core.backup.archive import DATABASE, FILES, MANIFEST, SECRET_KEY, Header, Manifest
from congdoan.core.backup.content import FilesTally
from congdoan.core.backup.errors import Unusable
from congdoan.core.backup.making import Made, Progress
from congdoan.core.backup.reading import ALTERED, FOREIGN, NEWER, ArchiveReader, Member
from congdoan.core.backup.sealing import Opener, opening

CHECKING: Final = "Kiểm tra bản sao lưu"
_CHUNK: Final = 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")


@contextmanager
def opened(path: Path, opener: Opener) -> Iterator[ArchiveReader]:
    """The archive in the file, decrypted. Raises Unusable when it is none of ours or does not open."""
    try:
        source = path.open("rb")
    except FileNotFoundError:
        raise Unusable(f"Không có tệp {path}; kiểm tra lại đường dẫn.") from None
    except IsADirectoryError:
        raise Unusable(f"{path} là thư mục; chọn tệp sao lưu bên trong.") from None
    with source, opening(source, opener) as stream:
        yield ArchiveReader(stream)


def check_archive(path: Path, opener: Opener, progress: Progress) -> Made:
    """Read everything once. Raises Unusable when a byte is missing or altered, or this version cannot take it."""
    with opened(path, opener) as archive:
        manifest = _check_members(archive, progress)
        _check_version(archive.header)  # now that the header is known to be as it was written
    return Made(archive.header, manifest)


def digest_in(name: str) -> str:
    """The digest of the file whose member has this name; empty for other members."""
    digest = name.removeprefix(FILES)
    return digest if name.startswith(FILES) and _DIGEST.fullmatch(digest) else ""


def _check_version(header: Header) -> None:
    """Refuse what holds steps that this version of the product does not have."""
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or ())
    if {(app, name) for app, name in header.migrations} - known:
        raise Unusable(NEWER.format(header.product))


def _check_members(archive: ArchiveReader, progress: Progress) -> Manifest:
    tally, wrong, manifest, done = FilesTally(), [], None, 0
    for member in archive.members():
        if manifest is not None:
            raise Unusable(ALTERED)
        if member.name == MANIFEST:
            manifest = _manifest(member)
        elif digest := digest_in(member.name):
            if _digest_of(member) == digest:
                tally.add(digest, member.size)
            else:
                wrong.append(digest)
        elif not member.name.startswith(DATABASE) and member.name != SECRET_KEY:
            raise Unusable(FOREIGN)
        done += member.size
        progress(CHECKING, done // 1024**2, 0)
    if manifest is None or manifest.files != tally.content() or set(wrong) - set(manifest.damaged):
        raise Unusable(ALTERED)
    return manifest


def _digest_of(member: Member) -> str:
    digest = hashlib.sha256()
    while chunk := member.content.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _manifest(member: Member) -> Manifest:
    try:
        return Manifest.from_bytes(member.content.read())
    except (ValueError, KeyError, TypeError):
        raise Unusable(ALTERED) from None
