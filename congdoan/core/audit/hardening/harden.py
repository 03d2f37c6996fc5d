"""Gives the tables to the owner, and the application's role no more than it needs. May be done again at any time."""

from typing import Final

from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from psycopg import sql

from congdoan.core.audit.hardening.owner import NoOwner
from congdoan.core.audit.hardening.tables import history_tables, kept_tables

_GRANTS: Final = """
    revoke create on schema public from public, {app};
    grant usage on schema public to {app};
    revoke create, temporary on database {database} from public, {app};
    grant connect on database {database} to {app};
    revoke all on all tables in schema public from public, {app};
    grant select, insert, update, delete on all tables in schema public to {app};
    grant usage, select on all sequences in schema public to {app};
    alter default privileges in schema public grant select, insert, update, delete on tables to {app};
    alter default privileges in schema public grant usage, select on sequences to {app};
    revoke insert, update, delete on django_migrations from {app};
"""
_NO_IGNORING: Final = """
    create or replace function _pgtrigger_should_ignore(trigger_name name) returns boolean
    language plpgsql as $$ begin return false; end $$
"""
_OF_THE_AUDIT: Final = """
    select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace
       and (proname in ('_pgh_attach_context', 'core_forget_accesses') or starts_with(proname, 'pgtrigger_'))
"""


@transaction.atomic
def harden(app: str) -> None:
    """Harden against the role `app`; the connection is the owner's. Raises NoOwner when the roles do not allow it."""
    owner = _check_roles(app)
    _take_over(app, owner)
    with connection.cursor() as cursor:
        names = {"app": sql.Identifier(app), "database": sql.Identifier(_database())}
        _grant(sql.SQL(_GRANTS).format(**names), owner)
        for table in kept_tables():
            cursor.execute(sql.SQL("revoke update, delete on {} from {app}").format(sql.Identifier(table), **names))
        for table in history_tables():
            cursor.execute(sql.SQL("revoke insert on {} from {app}").format(sql.Identifier(table), **names))
        cursor.execute(_NO_IGNORING)
        cursor.execute(_OF_THE_AUDIT)
        for (function,) in cursor.fetchall():
            # The signature comes from PostgreSQL itself, quoted where it must be.
            cursor.execute(f"alter function {function} security definer set search_path = public, pg_temp")


def app_role() -> str:
    """The role of DATABASE_URL. Raises NoOwner with the embedded database, which has one role only."""
    if settings.EMBEDDED_POSTGRES:
        raise NoOwner("Cơ sở dữ liệu đi kèm chỉ có một vai trò; siết quyền cần PostgreSQL riêng (DATABASE_URL).")
    return str(settings.DATABASES["default"]["USER"])


def _check_roles(app: str) -> str:
    owner = _one("select current_user")
    if owner == app:
        raise NoOwner(f"CONGDOAN_OWNER_URL và DATABASE_URL cùng dùng vai trò {app}; tạo vai trò riêng cho chủ sở hữu.")
    if _one("select rolsuper from pg_roles where rolname = %s", app):
        raise NoOwner(f"Vai trò {app} của ứng dụng là siêu người dùng; chạy ALTER ROLE {app} NOSUPERUSER trước.")
    if _one("select pg_has_role(%s, %s, 'member')", app, owner):
        raise NoOwner(f"Vai trò {app} thuộc vai trò {owner}; chạy REVOKE {owner} FROM {app} trước.")
    return str(owner)


def _take_over(app: str, owner: str) -> None:
    """What the application made so far belongs to the owner from now on."""
    statement = sql.SQL("reassign owned by {} to {}").format(sql.Identifier(app), sql.Identifier(owner))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if _one("select exists (select from pg_class where relowner = %s::regrole)", app):
                cursor.execute(statement)
    except ProgrammingError as error:
        raise NoOwner(
            f"Các bảng đang thuộc vai trò {app}. Người quản trị PostgreSQL chạy GRANT {app} TO {owner} rồi chạy lại."
        ) from error


def _grant(statement: sql.Composed, owner: str) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError as error:
        raise NoOwner(
            f"Vai trò {owner} phải là chủ của cơ sở dữ liệu. "
            f"Người quản trị PostgreSQL chạy ALTER DATABASE {_database()} OWNER TO {owner} rồi chạy lại."
        ) from error


def _database() -> str:
    return str(settings.OWNER_DATABASE["NAME"])


def _one(select: str, *params: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(select, params)
        row = cursor.fetchone()
        return row[0] if row else ""
