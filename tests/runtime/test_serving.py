"""`congdoan serve`: everything comes up with one command, stays up, and goes with Ctrl-C."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from congdoan.cli.processes import answers
from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import postmaster
from tests.runtime.command import congdoan, is_one_sentence
from tests.runtime.office import Office
from tests.runtime.prepared import prepared_folder
from tests.runtime.server_process import comes_true, runs

pytestmark = pytest.mark.xdist_group("office")  # one prepared data folder serves all of these


@pytest.fixture(scope="module")
def prepared() -> Iterator[Path]:
    with prepared_folder() as folder:
        yield folder


def children(pid: int) -> set[int]:
    """All processes under `pid`."""
    found = set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    return found.union(*map(children, found))


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def named(pids: set[int], word: str) -> set[int]:
    return {pid for pid in pids if word in Path(f"/proc/{pid}/cmdline").read_text().split("\0")}


def alive(pids: set[int]) -> bool:
    return any(Path(f"/proc/{pid}/cwd").exists() for pid in pids)


def test_preparing_again_ends_and_leaves_nothing_running(prepared):
    done = congdoan("serve", "--prepare", "--empty", data_folder=prepared)
    assert done.returncode == 0, done.stderr
    assert comes_true(lambda: not runs(prepared))


def test_it_says_where_it_is_how_to_begin_and_where_the_data_lies_and_stops_with_ctrl_c(prepared):
    with Office(prepared) as office:
        assert f"http://127.0.0.1:{office.port}" in office.said
        assert str(prepared) in office.said
        assert (prepared / "setup-key").read_text().strip() in office.said
        assert "csrfmiddlewaretoken" in office.page("/")
        started = children(office.process.pid)
        assert named(started, "granian")
        assert office.interrupt() == 0
    assert comes_true(lambda: not alive(started))
    assert comes_true(lambda: not runs(prepared))


def test_a_killed_worker_and_a_killed_database_come_back(prepared):
    with Office(prepared) as office:
        assert comes_true(lambda: named(children(office.process.pid), "worker"))
        (worker,) = named(children(office.process.pid), "worker")
        os.kill(worker, signal.SIGKILL)
        assert comes_true(lambda: named(children(office.process.pid), "worker") - {worker})
        os.kill(postmaster(Home.within(prepared)), signal.SIGKILL)
        assert "csrfmiddlewaretoken" in office.page("/")
        assert office.interrupt() == 0


def test_it_stops_with_ctrl_c_also_while_the_database_does_not_answer(prepared):
    with Office(prepared) as office:
        silent = postmaster(Home.within(prepared))
        os.kill(silent, signal.SIGSTOP)
        try:
            time.sleep(1.0)  # the office looks for its database twice a second
            assert office.interrupt() == 0
        finally:
            os.kill(silent, signal.SIGCONT)


def test_killed_pages_come_back_with_all_their_processes(prepared):
    with Office(prepared) as office:
        before = named(children(office.process.pid), "granian")
        (first,) = {pid for pid in before if parent(pid) == office.process.pid}
        os.kill((before - {first}).pop(), signal.SIGKILL)
        assert comes_true(lambda: len(named(children(office.process.pid), "granian")) == len(before))
        os.kill(first, signal.SIGKILL)
        assert comes_true(lambda: not alive(before))
        assert comes_true(lambda: answers("127.0.0.1", office.port))
        assert "csrfmiddlewaretoken" in office.page("/")
        started = children(office.process.pid)
        assert office.interrupt() == 0
    assert comes_true(lambda: not alive(started))


def test_nothing_stays_behind_when_it_is_killed(prepared):
    with Office(prepared) as office:
        started = children(office.process.pid)
        office.process.kill()
        office.process.wait()
    assert comes_true(lambda: not alive(started))
    assert comes_true(lambda: not runs(prepared))


def test_nothing_stays_behind_when_it_is_killed_while_its_pages_were(prepared):
    with Office(prepared) as office:
        started = children(office.process.pid)
        (first,) = {pid for pid in named(started, "granian") if parent(pid) == office.process.pid}
        office.process.send_signal(signal.SIGSTOP)  # it does not see that they are gone
        os.kill(first, signal.SIGKILL)
        office.process.kill()
        office.process.wait()
    assert comes_true(lambda: not alive(started))
    assert comes_true(lambda: not runs(prepared))


def test_a_database_of_a_newer_version_is_one_sentence(prepared):
    statement = "insert into django_migrations (app, name, applied) values ('core', '9999_later', now())"
    insert = f"from django.db import connection; connection.cursor().execute({statement!r})"
    assert congdoan("shell", "--command", insert, data_folder=prepared).returncode == 0
    done = congdoan("serve", "--prepare", data_folder=prepared)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert "core.9999_later" in done.stderr
