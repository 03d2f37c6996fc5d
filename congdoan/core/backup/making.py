"""Makes an archive while people work: the database and its files as they were at one moment."""

import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import metadata
from typing import IO, Any, Final

from django.conf import settings
from django.db import connection
from psycopg import Connection

from congdoan.core import clock
from congdoan.core.audit.sealing.signing import trusted_keys
from congdoan.core.backup.archive import DATABASE, FILES, HEADER, MANIFEST, PIECE, SECRET_KEY, Header, Manifest
from congdoan.core.backup.content import FilesContent, FilesTally, content_hash, tables_content
from congdoan.core.backup.errors import BackupFailed
from congdoan.core.backup.files import ExactReader, Listing, list_files, listing, open_file
from congdoan.core.backup.keyprint import key_to_keep, keyprint
from congdoan.core.backup.moment import files_kept, one_moment
from congdoan.core.backup.programs import address_of, last_line, running, server_version
from congdoan.core.backup.sealing import Seal, sealing
from congdoan.core.backup.writing import ArchiveWriter, writing

Progress = Callable[[str, int, int], None]
READING_DATABASE: Final = "Chép cơ sở dữ liệu"
COPYING_FILES: Final = "Chép tệp"
_DUMP: Final = ("--format=custom", "--compress=gzip:1", "--no-owner", "--no-privileges")


@dataclass(frozen=True, slots=True)
class Made:
    """What went into an archive."""

    header: Header
    manifest: Manifest


def write_archive(out: IO[bytes], seal: Seal, progress: Progress) -> Made:
    """Write the archive of this moment to `out`. Memory does not grow with what there is. Raises BackupFailed."""
    with files_kept(), listing() as files, sealing(out, seal) as stream, writing(stream) as archive:
        with one_moment() as (standing, other, moment), ThreadPoolExecutor(1) as beside:
            header = _header(standing)
            archive.add(HEADER, header.to_bytes())
            if seal and (key := key_to_keep()):
                archive.add(SECRET_KEY, key.encode())
            list_files(standing, files)
            counting = beside.submit(tables_content, other)
            _dump(archive, moment, progress)
            tables = counting.result()
        tally, damaged = _copy_files(archive, files, progress)
        manifest = Manifest(content_hash(tables, tally), tables, tally, damaged)
        archive.add(MANIFEST, manifest.to_bytes())
    return Made(header, manifest)


def _header(at: Connection[Any]) -> Header:
    applied = at.execute("select app, name from django_migrations order by app, name").fetchall()
    return Header(
        product=metadata.version("congdoan"),
        made_at=clock.now().isoformat(timespec="seconds"),
        postgres=server_version(),
        migrations=[list(row) for row in applied],
        key=keyprint(settings.SECRET_KEY),
        seal_keys=sorted(key.hex() for key in trusted_keys()),
    )


def _dump(archive: ArchiveWriter, moment: str, progress: Progress) -> None:
    """Let pg_dump read the moment, and pass on what it says in pieces, since a member's size stands before it."""
    options = [*_DUMP, f"--snapshot={moment}", *address_of(connection.settings_dict["NAME"])]
    with (
        tempfile.TemporaryFile() as said,
        running("pg_dump", *options, stdout=subprocess.PIPE, stderr=said) as dump,
    ):
        assert dump.stdout is not None
        number = 0
        while piece := dump.stdout.read(PIECE):
            archive.add(f"{DATABASE}{number:06d}", piece)
            number += 1
            progress(READING_DATABASE, number * PIECE // 1024**2, 0)
        if dump.wait():
            raise BackupFailed(f"Không đọc được cơ sở dữ liệu ({last_line(said)}).")


def _copy_files(archive: ArchiveWriter, files: Listing, progress: Progress) -> tuple[FilesContent, list[str]]:
    """Copy each file; one that is gone or altered does not keep the rest from being saved, but is told."""
    tally, damaged, done = FilesTally(), [], 0
    for digest, size in files:
        if _copy_file(archive, digest, size):
            tally.add(digest, size)
        else:
            damaged.append(digest)
        done += size
        progress(COPYING_FILES, done // 1024**2, files.bytes // 1024**2)
    return tally.content(), damaged


def _copy_file(archive: ArchiveWriter, digest: str, size: int) -> bool:
    content = open_file(digest)
    if content is None:
        return False
    with content:
        exact = ExactReader(content, digest, size)
        archive.add_stream(f"{FILES}{digest}", exact, size)  # type: ignore[arg-type]
        return exact.is_whole
