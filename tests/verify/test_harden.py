"""With a separate owner, the application's role cannot change the audit; tried on a real server with two roles."""

from collections.abc import Iterator
from subprocess import CompletedProcess

import psycopg
import pytest

from tests.verify.two_roles import APP, OWNER, Server, server_with_two_roles

REFUSED = [
    "update plans_planevent set subject = 'x'",
    "delete from organisation_unitevent",
    "insert into organisation_unitevent select * from organisation_unitevent",
    "truncate plans_planevent",
    "truncate organisation_unit cascade",
    "update pghistory_context set metadata = '{}'",
    "delete from pghistory_context",
    "update core_sealblock set rows = 0",
    "delete from core_sealpiece",
    "update plans_planstep set note = 'x'",
    "delete from organisation_reorganisation",
    "update core_papernumbers set last = 99",
    "update core_recordaccess set rows = 0",
    "delete from core_recordaccess",
    "insert into core_forgetting (source, before, rows) values ('core_recordaccess', '2020-01-01', 1)",
    "delete from core_forgetting",
    "delete from django_migrations",
    "alter table organisation_unit disable trigger all",
    "drop trigger core_seal_stays on core_sealblock",
    "alter table organisation_unit owner to congdoan_app",
    "create trigger quiet before insert on plans_planevent execute function core_seal_stays()",
    "create temporary table organisation_unitevent (pgh_id int)",
    "create table public.x (id int)",
    "create schema mine",
    "set session_replication_role = replica",
    "set role congdoan_owner",
    "create or replace function _pgh_attach_context() returns uuid language sql as 'select null::uuid'",
]


pytestmark = pytest.mark.xdist_group("harden")  # roles belong to the whole server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """An installation that ran as one role until today, with an organisation and its administrator."""
    with server_with_two_roles() as made:
        done = made.congdoan("migrate")
        assert done.returncode == 0, done.stderr
        done = made.congdoan("create-admin", "admin", "--full-name", "Quản trị", "--organisation", "LĐLĐ tỉnh Bến Tre")
        assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture(scope="module")
def hardening(server: Server) -> list[CompletedProcess[str]]:
    """What the command said when the owner could not take over yet, when he could, and once more."""
    refused = server.congdoan("harden", owner=True)
    with server.connect() as admin:
        admin.execute(f"grant {APP} to {OWNER}")
    return [refused, server.congdoan("harden", owner=True), server.congdoan("harden", owner=True)]


@pytest.fixture
def hardened(server: Server, hardening: list[CompletedProcess[str]]) -> Server:
    return server


def test_hardening_takes_over_from_the_application_and_says_what_it_did(
    hardening: list[CompletedProcess[str]],
) -> None:
    refused, done, again = hardening
    assert refused.returncode == 1
    assert f"GRANT {APP} TO {OWNER}" in refused.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    assert "đã siết  Vai trò congdoan_app là chủ của" in done.stdout
    assert again.stdout == f"Vai trò {APP} không sửa được nhật ký, quyết định và niêm phong.\n"


@pytest.mark.parametrize("statement", REFUSED)
def test_the_application_is_refused(hardened: Server, statement: str) -> None:
    with hardened.connect(APP) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


def test_the_audit_goes_on_and_cannot_be_told_to_look_away(hardened: Server) -> None:
    with hardened.connect(APP) as app:
        before = app.execute("select count(*) from organisation_unitevent").fetchone()
        triggers = app.execute("select array_agg(tgname::text) from pg_trigger where not tgisinternal").fetchone()
        assert before and triggers
        app.execute("select set_config('pgtrigger.ignore', %s, false)", ["{" + ",".join(triggers[0]) + "}"])
        app.execute("set search_path = pg_temp, public")
        app.execute("update organisation_unit set phone = '0275'")
        app.execute("set search_path = public")
        after = app.execute("select count(*) from organisation_unitevent").fetchone()
    assert after and after[0] == before[0] + 1


def test_the_product_goes_on_as_the_application(hardened: Server) -> None:
    opened = hardened.python("tests.verify.pages_as_application")
    assert opened.returncode == 0, opened.stderr
    worked = hardened.congdoan("worker", "--until-done")
    assert worked.returncode == 0, worked.stderr
    verified = hardened.congdoan("verify")
    assert verified.returncode == 0, verified.stdout
    assert "Quyền của ứng dụng trên nhật ký: đã siết." in verified.stdout
    with hardened.connect(APP) as app:
        assert app.execute("select count(*) from core_sealblock").fetchone() == (1,), "verify has sealed"


def test_old_looks_at_records_go_by_the_function_of_the_owner_and_young_ones_stay(hardened: Server) -> None:
    look = "insert into core_recordaccess (at, by_id, kind, what, filter, page, request, address) select {}, id, {}"
    with hardened.connect(APP) as app:
        for age in ("91 days", "89 days"):
            moment = f"now() - interval '{age}'"
            app.execute(look.format(moment, "'person', 'list', '', '', '', '' from accounts_user"))
        with pytest.raises(psycopg.errors.CheckViolation):
            app.execute("select core_forget_accesses(now(), 10)")
        assert app.execute("select core_forget_accesses(now() - interval '90 days', 10)").fetchone() == (1,)
        assert app.execute("select count(*) from core_recordaccess").fetchone() == (1,)
        assert app.execute("select rows from core_forgetting").fetchall() == [(1,)]


def test_migrations_run_as_the_owner_and_what_is_new_is_hardened(hardened: Server) -> None:
    with hardened.connect(OWNER) as owner:
        owner.execute("drop table demo_demonstration")
        owner.execute("delete from django_migrations where app = 'demo'")
    refused = hardened.congdoan("migrate")
    assert refused.returncode == 1
    assert "Chạy congdoan migrate với CONGDOAN_OWNER_URL." in refused.stderr
    done = hardened.congdoan("migrate", owner=True)
    assert done.returncode == 0, done.stderr
    with hardened.connect(APP) as app:
        assert app.execute("select count(*) from demo_demonstration").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("truncate demo_demonstration")


def test_a_right_given_back_by_mistake_is_found_by_verify(hardened: Server) -> None:
    with hardened.connect() as admin:
        admin.execute(f"grant update (subject) on plans_planevent to {APP}")
        admin.execute("alter table organisation_unit disable trigger user")
    verified = hardened.congdoan("verify", "--quick")
    assert verified.returncode == 1
    assert "Bảng plans_planevent: sửa hoặc xóa được dòng đã ghi" in verified.stdout
    assert "Bảng organisation_unit: trigger pgtrigger_update_update" in verified.stdout
