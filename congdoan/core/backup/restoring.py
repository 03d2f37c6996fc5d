"""Puts an archive into an empty installation: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection

from congdoan.core.audit.sealing.signing import trust_earlier
from congdoan.core.backup.archive import DATABASE, SECRET_KEY
from congdoan.core.backup.checking import check_archive, digest_in, opened
from congdoan.core.backup.content import content_hash, tables_content
from congdoan.core.backup.database import database_beside, filling, put_in_place, require_empty, standing_in
from congdoan.core.backup.errors import Unusable
from congdoan.core.backup.files import Listing, listing, put_file, take_out
from congdoan.core.backup.keyprint import keyprint, put_key
from congdoan.core.backup.making import Made, Progress
from congdoan.core.backup.moment import own_connection
from congdoan.core.backup.reading import ALTERED, ArchiveReader
from congdoan.core.backup.sealing import Opener
from congdoan.core.postgres.migrating import few_models_drawn

RESTORING: Final = "Phục hồi dữ liệu và tệp"
COMPARING: Final = "So với lúc sao lưu"
BRINGING_UP: Final = "Nâng lên phiên bản này"


@dataclass(frozen=True, slots=True)
class Restored:
    """`knows_key`: the installation has the secret key with which second factors were kept.

    `seal_keys`: public keys that sealed the audit elsewhere and are trusted here from now on.
    """

    made: Made
    knows_key: bool
    seal_keys: list[str]


def restore_archive(path: Path, opener: Opener, progress: Progress) -> Restored:
    """Check the archive wholly, then fill a database beside the empty one, and change them over at the very end.

    Raises Unusable or NotEmpty; then everything is as it was.
    """
    made = check_archive(path, opener, progress)
    require_empty()
    with database_beside() as name, _new_files() as new:
        with opened(path, opener) as archive:
            key = _take_in(archive, name, new, progress)
        progress(COMPARING, 0, 0)
        _compare(name, made)
        progress(BRINGING_UP, 0, 0)
        _bring_up(name)
        put_in_place(name)
    _forget_preparation()
    seal_keys = trust_earlier(map(bytes.fromhex, made.header.seal_keys))
    return Restored(made, _settle_key(key, made.header.key), seal_keys)


def _take_in(archive: ArchiveReader, name: str, new: Listing, progress: Progress) -> str:
    """Feed the dump to the database and put the files in the storage; gives the secret key if there is one."""
    key, done = "", 0
    with ExitStack() as dump:
        taking: IO[bytes] | None = dump.enter_context(filling(name))
        for member in archive.members():
            if taking and member.name.startswith(DATABASE):
                taking.write(member.content.read())
            elif member.name == SECRET_KEY:
                key = member.content.read().decode()
            elif digest := digest_in(member.name):
                if taking:
                    dump.close()  # the dump is whole: let the database finish
                    taking = None
                if put_file(digest, member.content):
                    new.add(digest, member.size)
            done += member.size
            progress(RESTORING, done // 1024**2, 0)
    return key


def _compare(name: str, made: Made) -> None:
    """Raises Unusable unless the database holds what was saved, row by row."""
    with own_connection(name) as filled:
        if content_hash(tables_content(filled), made.manifest.files) != made.manifest.content:
            raise Unusable(ALTERED)
        filled.execute("analyze")


def _bring_up(name: str) -> None:
    with standing_in(name), few_models_drawn():
        call_command(migrate.Command(), verbosity=0, interactive=False)  # we own the database that we made


@contextmanager
def _new_files() -> Iterator[Listing]:
    """Remembers the files that were put in; takes them out again when the body fails."""
    with listing() as new:
        try:
            yield new
        except BaseException:
            take_out(iter(new))
            raise


def _forget_preparation() -> None:
    """The next start looks at everything again, and loads no demonstration."""
    connection.close()
    for mark in ("prepared", "demo-wanted"):
        Path(settings.DATA, mark).unlink(missing_ok=True)


def _settle_key(key: str, print_: str) -> bool:
    if keyprint(settings.SECRET_KEY) == print_:
        return True
    return bool(key) and put_key(key)
