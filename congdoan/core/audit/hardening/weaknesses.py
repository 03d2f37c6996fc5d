"""What a role can still do that it should not, each in a sentence; nothing when it is hardened."""

from collections.abc import Iterator
from typing import Any, Final

from django.db import connection

from congdoan.core.audit.hardening.tables import history_tables, kept_tables
from congdoan.core.verify.checks import Check, Progress, checks, places

_ROLE: Final = """
    select 'Vai trò ' || rolname || case when rolsuper then ' là siêu người dùng' when rolcreaterole then
           ' tạo được vai trò khác' else ' sao chép được cơ sở dữ liệu' end
      from pg_roles where rolname = %(role)s and (rolsuper or rolcreaterole or rolreplication)
"""
_OWNED: Final = """
    select 'Vai trò ' || %(role)s || ' là chủ của ' || count(*) || ' bảng, hoặc thuộc vai trò của chủ'
      from pg_class owned
     where owned.relnamespace = 'public'::regnamespace and owned.relkind in ('r', 'S', 'v', 'p')
       and pg_has_role(%(role)s, owned.relowner, 'member')
    having count(*) > 0
"""
_CREATES: Final = """
    select 'Vai trò ' || %(role)s || ' tạo được bảng trong ' || place
      from (values ('lược đồ public', has_schema_privilege(%(role)s, 'public', 'create')),
                   ('cơ sở dữ liệu', has_database_privilege(%(role)s, current_database(), 'create')),
                   ('vùng tạm', has_database_privilege(%(role)s, current_database(), 'temporary'))) may(place, granted)
     where granted
"""
_ON_KEPT: Final = """
    select 'Bảng ' || relname || ': sửa hoặc xóa được dòng đã ghi'
      from pg_class where relnamespace = 'public'::regnamespace and relname = any(%(kept)s)
       and (has_any_column_privilege(%(role)s, oid, 'update') or has_table_privilege(%(role)s, oid, 'delete'))
"""
_ON_HISTORY: Final = """
    select 'Bảng ' || relname || ': thêm được dòng lịch sử giả'
      from pg_class where relnamespace = 'public'::regnamespace and relname = any(%(history)s)
       and has_any_column_privilege(%(role)s, oid, 'insert')
"""
_ON_ALL: Final = """
    select 'Bảng ' || relname || ': xóa sạch hoặc gắn trigger được'
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and has_table_privilege(%(role)s, oid, 'truncate, trigger')
"""
_MIGRATIONS: Final = """
    select 'Bảng django_migrations: sửa được dấu của các bước nâng cấp'
     where has_table_privilege(%(role)s, 'django_migrations', 'insert, update, delete')
"""
_FUNCTIONS: Final = """
    select 'Hàm ' || proname || ': không chạy bằng quyền của chủ với đường tìm cố định'
      from pg_proc where pronamespace = 'public'::regnamespace
       and (proname in ('_pgh_attach_context', 'core_forget_accesses') or starts_with(proname, 'pgtrigger_'))
       and not (prosecdef and exists (select from unnest(proconfig) set where starts_with(set, 'search_path=')))
"""
_IGNORING: Final = """
    select 'Trigger của lịch sử tắt được bằng pgtrigger.ignore'
      from pg_proc where pronamespace = 'public'::regnamespace and proname = '_pgtrigger_should_ignore'
       and prosrc ilike '%%current_setting%%'
"""
_DISABLED: Final = """
    select 'Bảng ' || tgrelid::regclass || ': trigger ' || tgname || ' đã bị tắt'
      from pg_trigger where not tgisinternal and tgenabled in ('D', 'R')
       and (starts_with(tgname, 'pgtrigger_') or starts_with(tgname, 'core_'))
"""
_ALL: Final = (_ROLE, _OWNED, _CREATES, _ON_KEPT, _ON_HISTORY, _ON_ALL, _MIGRATIONS, _FUNCTIONS, _IGNORING)
_MAY_CREATE: Final = "select has_schema_privilege('public', 'create')"


def weaknesses(role: str) -> Iterator[str]:
    """Everything that would let the role change the audit in silence."""
    values: dict[str, Any] = {"role": role, "kept": kept_tables(), "history": history_tables()}
    for select in (*_ALL, _DISABLED):
        yield from places(select, values)


def may_change_tables() -> bool:
    """Whether the role that asks can make tables: then nobody has hardened the database against it."""
    with connection.cursor() as cursor:
        cursor.execute(_MAY_CREATE)
        return bool(cursor.fetchone()[0])


def is_hardened() -> bool:
    return not may_change_tables() and not list(find_left(lambda stage, done, total: None))


def register() -> None:
    checks.register("audit.triggers", Check("Trigger ghi lịch sử đều đang bật", find_disabled))
    checks.register("audit.rights", Check("Vai trò của ứng dụng không sửa được nhật ký (khi đã siết quyền)", find_left))


def find_disabled(_: Progress) -> Iterator[str]:
    yield from places(_DISABLED)


def find_left(_: Progress) -> Iterator[str]:
    """Nothing while the application may change its tables: then `harden` was never asked for."""
    if not may_change_tables():
        with connection.cursor() as cursor:
            cursor.execute("select current_user")
            role = cursor.fetchone()[0]
        yield from weaknesses(role)
