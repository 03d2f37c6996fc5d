"""A database beside the installation's own: made, filled, and put in its place, or dropped again."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import IO, Any, Final

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from psycopg import Connection, errors, sql

from congdoan.core.backup.errors import NotEmpty, Unusable
from congdoan.core.backup.moment import own_connection
from congdoan.core.backup.programs import address_of, last_line, running
from congdoan.core.models.files import Blob

BUSY: Final = "Chương trình còn đang chạy trên cơ sở dữ liệu này; dừng mọi tiến trình rồi phục hồi lại."
FULL: Final = (
    "Hệ thống này đã có dữ liệu; chỉ phục hồi vào bản cài mới: đặt CONGDOAN_DATA sang thư mục trống "
    "hoặc DATABASE_URL sang cơ sở dữ liệu trống."
)
NO_RIGHT: Final = "Tài khoản PostgreSQL trong DATABASE_URL cần quyền tạo cơ sở dữ liệu (CREATEDB) để phục hồi."
_EMPTIED: Final = """
    drop schema public cascade; create schema public authorization pg_database_owner;
    grant usage on schema public to public;
"""
_OTHERS: Final = """
    select from pg_stat_activity where datname = %s and coalesce(backend_type, 'client backend') = 'client backend'
"""
_PSQL: Final = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")


def require_empty() -> None:
    """Raises NotEmpty unless the database has no tables, or only those that preparing it makes."""
    tables = set(connection.introspection.table_names())
    ours = {model._meta.db_table for model in (get_user_model(), Blob)}
    if tables and (not ours <= tables or any(_has_rows(table) for table in ours)):
        raise NotEmpty(FULL)


@contextmanager
def database_beside() -> Iterator[str]:
    """The name of an empty database like our own; dropped at the end, unless it was put in place."""
    own = str(connection.settings_dict["NAME"])
    name = f"{own}_restoring"
    connection.close()
    with _maintenance() as server:
        if server.execute(_OTHERS, [own]).fetchone():
            raise NotEmpty(BUSY)
        _drop(server, name)
        server.execute(_named("create database {} template {}", name, own))
    try:
        with own_connection(name) as made:
            made.execute(_EMPTIED)
        yield name
    finally:
        with _maintenance() as server:
            _drop(server, name)


@contextmanager
def filling(name: str) -> Iterator[IO[bytes]]:
    """Takes the dump of pg_dump as a stream and puts it into the database. Raises Unusable when it is refused."""
    with (
        tempfile.TemporaryFile() as said,
        running("pg_restore", "--file=-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said) as script,
        running(
            "psql", *_PSQL, *address_of(name), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as psql,
        ThreadPoolExecutor(1) as beside,
    ):
        assert script.stdin and script.stdout and psql.stdin
        beside.submit(_pass_on, script.stdout, psql.stdin)
        with suppress(BrokenPipeError), script.stdin as taking:  # the programs say why
            yield taking
        if psql.wait() | script.wait():
            raise Unusable(f"PostgreSQL không nhận dữ liệu của bản sao lưu ({last_line(said)}).")


def _pass_on(script: IO[bytes], psql: IO[bytes]) -> None:
    """Give the script to psql, without the one setting at its head that servers before PostgreSQL 17 do not know."""
    with suppress(BrokenPipeError), psql:
        psql.write(script.read(4096).replace(b"SET transaction_timeout = 0;\n", b""))
        shutil.copyfileobj(script, psql, 1024 * 1024)
    script.close()


@contextmanager
def standing_in(name: str) -> Iterator[None]:
    """Django works on the database `name` in the body."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own
        ContentType.objects.clear_cache()


def put_in_place(name: str) -> None:
    """Make the database the installation's own, in one step; the empty one that it was goes."""
    own = str(connection.settings_dict["NAME"])
    before = f"{own}_before"
    with _maintenance() as server:
        _drop(server, before)
        with server.transaction():
            server.execute(_named("alter database {} rename to {}", own, before))
            server.execute(_named("alter database {} rename to {}", name, own))
        _drop(server, before)


@contextmanager
def _maintenance() -> Iterator[Connection[Any]]:
    try:
        with own_connection("postgres") as server:
            yield server
    except errors.ObjectInUse:
        raise NotEmpty(BUSY) from None
    except errors.InsufficientPrivilege:
        raise NotEmpty(NO_RIGHT) from None


def _drop(server: Connection[Any], name: str) -> None:
    server.execute(_named("drop database if exists {} with (force)", name))


def _named(statement: str, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*(sql.Identifier(name) for name in names))


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"select exists (select from {connection.ops.quote_name(table)})")  # noqa: S608
        return bool(cursor.fetchone()[0])
