"""The embedded PostgreSQL comes when somebody needs it, survives what may happen to it, and goes when nobody does."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from congdoan.core.postgres.errors import ServerError
from congdoan.core.postgres.home import LONGEST_SOCKET_DIRECTORY, Home
from congdoan.core.postgres.server import answers, postmaster, start
from congdoan.core.postgres.supervisor import acquire
from tests.runtime.server_process import ServerUser, comes_true, data_folder, runs


@pytest.fixture
def folder() -> Iterator[Path]:
    with data_folder() as made:
        yield made


def connect(folder: Path) -> psycopg.Connection:
    return psycopg.connect(host=str(Home.within(folder).socket), user="postgres", dbname="congdoan")


def kill_postmaster(folder: Path) -> None:
    pid = postmaster(Home.within(folder))
    assert pid
    os.kill(pid, signal.SIGKILL)


def test_eight_processes_at_once_share_one_server(folder):
    users = [ServerUser(folder) for _ in range(8)]
    assert len({user.server_started() for user in users}) == 1
    for user in users:
        user.leave()


def test_the_server_stops_with_its_last_user_even_when_that_one_is_killed(folder):
    first, last = ServerUser(folder), ServerUser(folder)
    assert first.server_started() == last.server_started()
    first.kill()
    assert runs(folder)
    last.kill()
    assert comes_true(lambda: not runs(folder))


def test_the_next_user_after_a_killed_server_gets_a_new_one_with_the_same_data(folder):
    user = ServerUser(folder)
    first = user.server_started()
    with connect(folder) as connection:
        connection.execute("CREATE TABLE kept (n int)")
    kill_postmaster(folder)
    later = ServerUser(folder)
    assert later.server_started() > first
    with connect(folder) as connection:
        connection.execute("SELECT * FROM kept")
    user.leave()
    assert runs(folder)
    later.leave()
    assert comes_true(lambda: not runs(folder))


def test_a_pid_file_that_names_some_other_process_does_not_keep_the_server_from_starting(folder):
    user = ServerUser(folder)
    user.server_started()
    user.leave()
    assert comes_true(lambda: not runs(folder))
    home = Home.within(folder)
    (home.data / "postmaster.pid").write_text(f"{os.getpid()}\n{home.data}\n1\n5432\n../socket\n\n")
    again = ServerUser(folder)
    assert again.server_started()
    again.leave()


def test_nobody_starts_a_second_server_while_one_that_a_killed_process_began_is_on_its_way(folder):
    user = ServerUser(folder)
    user.server_started()
    home = Home.within(folder)
    pid_file = (home.data / "postmaster.pid").read_text()
    assert not start(home, {})
    assert (home.data / "postmaster.pid").read_text() == pid_file
    user.leave()
    assert comes_true(lambda: not runs(folder))
    with home.holding("server.lock") as handle:
        assert handle is not None


def test_stopping_ends_the_server_and_no_other_process_that_its_pid_file_names(folder):
    user = ServerUser(folder)
    user.server_started()
    home = Home.within(folder)
    kill_postmaster(folder)
    with subprocess.Popen(["sleep", "60"]) as bystander:
        (home.data / "postmaster.pid").write_text(f"{bystander.pid}\n{home.data}\n1\n5432\n../socket\n\n")
        user.leave()
        assert comes_true(lambda: not runs(folder))
        assert bystander.poll() is None
        again = ServerUser(folder)
        assert again.server_started()
        again.leave()
        bystander.kill()


def test_a_data_folder_with_a_long_name_has_its_socket_elsewhere(folder):
    deep = folder / ("rất-dài-" * 10) / ("rất-dài-" * 10)
    user = ServerUser(deep)
    assert user.server_started()
    socket = Home.within(deep).socket
    assert len(os.fsencode(socket)) <= LONGEST_SOCKET_DIRECTORY
    assert socket.stat().st_mode & 0o777 == 0o700
    user.leave()
    assert comes_true(lambda: not runs(deep))
    socket.rmdir()


def test_nobody_else_may_enter_the_database_and_it_has_no_network_address(folder):
    user = ServerUser(folder)
    user.server_started()
    home = Home.within(folder)
    assert {path.stat().st_mode & 0o077 for path in (home.data, home.socket)} == {0}
    with connect(folder) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    user.leave()


def test_the_database_knows_vietnamese_letters(folder):
    user = ServerUser(folder)
    user.server_started()
    with connect(folder) as connection:
        found = connection.execute(
            "SELECT lower('NGUYỄN ĐỨC'), to_tsvector('của Đảng')::text, current_setting('default_text_search_config')"
        ).fetchone()
    assert found == ("nguyễn đức", "'của':1 'đảng':2", "pg_catalog.simple")
    user.leave()


def test_lines_of_the_administrator_win_over_ours_and_stay(folder):
    user = ServerUser(folder)
    user.server_started()
    user.leave()
    assert comes_true(lambda: not runs(folder))
    own = Home.within(folder).data / "local.conf"
    own.write_text("work_mem = '7MB'\n")
    own.chmod(0o644)
    again = ServerUser(folder)
    again.server_started()
    with connect(folder) as connection:
        assert connection.execute("SHOW work_mem").fetchone() == ("7MB",)
    again.leave()


def test_a_database_of_another_postgresql_is_left_alone_and_named(folder):
    user = ServerUser(folder)
    user.server_started()
    user.leave()
    assert comes_true(lambda: not runs(folder))
    (Home.within(folder).data / "PG_VERSION").write_text("17\n")
    with pytest.raises(ServerError, match="do PostgreSQL 17 tạo"):
        acquire(folder)


def test_a_server_that_recovers_from_a_crash_goes_with_its_last_user_too(folder):
    user = ServerUser(folder)
    user.server_started()
    startup = crash_and_hold_recovery(folder)
    user.leave()
    assert comes_true(lambda: "shutdown request" in said(folder))
    with suppress(ProcessLookupError):
        os.kill(startup, signal.SIGCONT)
    assert comes_true(lambda: not runs(folder))


def crash_and_hold_recovery(folder: Path) -> int:
    """Kill a connection; gives the process that then recovers the database, stopped before it has begun.

    From where it has begun the server can be asked to stop like any other, so a later one is let go: once more then.
    """
    for crashes in range(1, 50):
        with connect(folder) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
        startup = stopped_startup(folder)
        if startup and len(re.findall("redo (starts|is not)", said(folder))) < crashes:
            return startup
        if startup:
            with suppress(ProcessLookupError):
                os.kill(startup, signal.SIGCONT)
        assert comes_true(lambda: answers(Home.within(folder)))
    raise AssertionError("recovery was never caught before it began")


def stopped_startup(folder: Path) -> int | None:
    """The process that recovers the database, stopped; None when it was through before anybody saw it."""
    pid = postmaster(Home.within(folder))
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        for child in children.read_text().split():
            with suppress(OSError):
                if b"startup" in Path(f"/proc/{child}/cmdline").read_bytes():
                    os.kill(int(child), signal.SIGSTOP)
                    return int(child)
    return None


def said(folder: Path) -> str:
    return "".join(log.read_text() for log in (Home.within(folder).data / "log").iterdir())
