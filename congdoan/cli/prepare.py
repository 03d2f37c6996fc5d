"""Makes everything ready to serve: database at this version, static files, the demo federation at the first start."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from congdoan.cli import texts
from congdoan.cli.failure import Failure
from congdoan.cli.mark import remember_prepared

PREPARING = 7_206_116  # any number: PostgreSQL's advisory lock for one preparation at a time
OLDEST = 150_000  # PostgreSQL 15
MEGABYTE = 1024 * 1024
NEEDED = 200 * MEGABYTE  # bytes that must be free on the disk to go on


def prepare(*, empty: bool) -> None:
    """Bring the installation up to this version; quick when nothing changed. `empty`: without the demo federation."""
    check_room()
    with one_at_a_time():
        bring_up_database(empty=empty)
        load_demo_if_wanted()
    call_command("collectstatic", verbosity=0, interactive=False)
    remember_prepared(settings.DATA)


def check_room() -> None:
    """Raises Failure while there is too little room to go on."""
    free = shutil.disk_usage(settings.DATA).free
    if free < NEEDED:
        words = {"folder": settings.DATA, "free": free // MEGABYTE, "needed": NEEDED // MEGABYTE}
        raise Failure(texts.DISK_NEARLY_FULL.format(**words))


@contextmanager
def one_at_a_time() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        if cursor.fetchone()[0] < OLDEST:
            raise Failure(texts.OLD_SERVER)
        cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARING])
    try:
        yield
    finally:
        connection.close()


def bring_up_database(*, empty: bool) -> None:
    executor = MigrationExecutor(connection)
    loader = executor.loader
    applied = set(loader.applied_migrations or {})
    check_not_newer(applied - set(loader.disk_migrations or {}), loader.migrated_apps)
    if not executor.migration_plan(loader.graph.leaf_nodes()):
        return
    if not applied and not empty:
        demo_wanted().touch()
    call_command("migrate", verbosity=0, interactive=False)


def check_not_newer(unknown: set[tuple[str, str]], ours: set[str]) -> None:
    """Refuse a database that a newer version of the program has already changed."""
    names = sorted(f"{label}.{name}" for label, name in unknown if label in ours)
    if names:
        raise Failure(texts.NEWER_DATABASE.format(name=names[0]))


def load_demo_if_wanted() -> None:
    """Load the demo federation at the first start, or again when that was cut off."""
    if demo_wanted().exists():
        print(texts.LOADING_DEMO, flush=True)
        call_command("demo")
        demo_wanted().unlink()


def demo_wanted() -> Path:
    return settings.DATA / "demo-wanted"
