"""One PostgreSQL server: make its database, start it, find out whether it lives, stop it."""

import os
import shutil
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.pq import PGconn, Ping

from congdoan.core.postgres.binaries import HERE, run
from congdoan.core.postgres.conf import write_conf
from congdoan.core.postgres.errors import ServerError
from congdoan.core.postgres.home import Home, private_folder

MAJOR = "18"
PATIENCE = 3600.0  # seconds: recovery after a crash may take long
STOPS_WITHIN = 60.0  # seconds: a crash may come between the look whether it answers and the word to stop
FULL = 16 * 1024 * 1024  # bytes left on a disk on which no server starts


def answers(home: Home) -> bool:
    """Whether the server takes connections now."""
    place = f"host='{home.socket}' user=postgres dbname=postgres connect_timeout=10"
    return PGconn.ping(os.fsencode(place)) == Ping.OK


def ensure_running(home: Home, *, parameters: Mapping[str, str], database: str) -> None:
    """Start the server, or wait for it when it is starting, recovering or stopping. The caller holds `starting()`."""
    deadline = time.monotonic() + PATIENCE
    while not answers(home):
        if not processes(home) and start(home, parameters):
            create_database(home, database)
        elif time.monotonic() > deadline:
            raise ServerError(f"PostgreSQL không trả lời; xem nhật ký trong {home.data / 'log'}.")
        else:
            quit_orphans(home)
            time.sleep(0.05)


def processes(home: Home) -> list[int]:
    """Living processes of this server: those named postgres that stand in its directory. A zombie stands nowhere."""
    if not home.data.exists():
        return []
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if belongs(entry, home.data)]


def belongs(process: Path, data: Path) -> bool:
    try:
        return (process / "cwd").samefile(data) and (process / "comm").read_text().strip() == "postgres"
    except OSError:
        return False


def quit_orphans(home: Home) -> None:
    """End what a killed postmaster left behind: no new one may start beside it."""
    left = processes(home)
    if postmaster(home) not in left:
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGQUIT)


def postmaster(home: Home) -> int | None:
    try:
        return int((home.data / "postmaster.pid").read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def start(home: Home, parameters: Mapping[str, str]) -> bool:
    """Start the server and wait until it takes connections; False while what somebody started before is not gone.

    The server inherits the lock with which we start it: when we are killed in the middle, the server that is on its
    way is none yet to `processes`, and its files must not be taken for stale ones.
    """
    with home.holding("server.lock") as handle:
        if handle is None:
            return False
        if home.data.exists():
            check_version(home)
        else:
            initialise(home)
        for stale in [home.data / "postmaster.pid", *home.socket.glob(".s.PGSQL.*")]:
            stale.unlink(missing_ok=True)
        write_conf(home, parameters)
        way = ["-D", HERE, "-w", "-s", "-t", f"{PATIENCE:.0f}", "-l", home.log.name]
        done = run(home, "pg_ctl", *way, "start", inherited=handle)
    if done.returncode:
        raise failure(home, done.stdout + tail(home.log))
    return True


def initialise(home: Home) -> None:
    """Make an empty database cluster; it takes its name only when it is whole."""
    for abandoned in home.root.glob("data.new.*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    unfinished = home.root / f"data.new.{os.getpid()}"
    private_folder(unfinished, owner=home.server_user, mode=0o700)
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-E", "UTF8", "-T", "simple"]
    done = run(home, "initdb", "-D", HERE, "-U", "postgres", "-A", "peer", *locale, within=unfinished)
    if done.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise failure(home, done.stdout)
    unfinished.rename(home.data)


def check_version(home: Home) -> None:
    """Raises ServerError when another major version of PostgreSQL made the database."""
    made_by = (home.data / "PG_VERSION").read_text().strip()
    if made_by != MAJOR:
        raise ServerError(
            f"Cơ sở dữ liệu trong {home.data} do PostgreSQL {made_by} tạo, chương trình này đi kèm PostgreSQL {MAJOR}; "
            "hãy cài đúng phiên bản chương trình đã tạo ra nó."
        )


def create_database(home: Home, name: str) -> None:
    with psycopg.connect(host=str(home.socket), user="postgres", dbname="postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def stop(home: Home) -> None:
    """Stop the server after its running transactions were cut off cleanly, and wait until nothing of it is left.

    Not by pg_ctl, which signals and waits for whatever process the pid file names, also one that is no server.
    """
    hurried = time.monotonic() + STOPS_WITHIN
    asked = False
    while left := processes(home):
        if not asked and postmaster(home) in left:
            tell_to_stop(home, signal.SIGINT if answers(home) else signal.SIGQUIT)
        elif not asked:
            quit_orphans(home)
        elif time.monotonic() > hurried and postmaster(home) in left:
            tell_to_stop(home, signal.SIGQUIT)
        asked = True
        time.sleep(0.02)


def tell_to_stop(home: Home, way: signal.Signals) -> None:
    """By SIGINT in good order, by SIGQUIT at once: what was committed is kept, and recovered at the next start.

    A server that begins to recover from a crash is only to be told at once: after SIGINT PostgreSQL 18 ends the
    process that recovers, and then waits for ever for others to whom it said nothing.
    """
    if pid := postmaster(home):
        with suppress(ProcessLookupError):
            os.kill(pid, way)


def failure(home: Home, said: str) -> ServerError:
    if "No space left on device" in said or shutil.disk_usage(home.root).free < FULL:
        return ServerError(f"Ổ đĩa chứa {home.root} đã đầy; hãy giải phóng dung lượng rồi chạy lại.")
    if "could not look up effective user ID" in said:
        return ServerError("Người dùng đang chạy không có tên trong /etc/passwd; hãy thêm vào, hoặc đặt DATABASE_URL.")
    last = said.strip().splitlines()[-1:] or [""]
    return ServerError(f"PostgreSQL không khởi động được ({last[0]}); xem nhật ký trong {home.data}.")


def tail(log: Path) -> str:
    try:
        return log.read_text("utf-8", errors="replace")[-2000:]
    except OSError:
        return ""
