"""Starts the embedded PostgreSQL for whoever needs it first, and keeps it while anybody does.

Each process that uses the server holds a shared lock on `users.lock` until it dies, even by kill -9. A small watcher
(`reaper`) waits for the last of these locks to go and then stops the server.
"""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import answers, ensure_running

PACKAGE_ROOT = Path(__file__).parents[3]

_held: dict[Path, int] = {}
_holding = threading.Lock()


def acquire(data_folder: Path, *, parameters: Mapping[str, str] | None = None, database: str = "congdoan") -> str:
    """Make sure the server of `data_folder` runs, and keep it until this process ends.

    Starts it with `parameters` and an empty `database`, or only waits while it starts or recovers. Quick when this
    process has it already. Returns the directory of its socket. Raises ServerError when it cannot run.
    """
    home = Home.within(data_folder)
    with _holding:
        if home.root not in _held:
            _bring_up(home, parameters or {}, database)
    return str(home.socket)


def revive(data_folder: Path, *, parameters: Mapping[str, str] | None = None, database: str = "congdoan") -> None:
    """Start the server again if it has gone away under us. Raises ServerError when it cannot run."""
    home = Home.within(data_folder)
    with _holding:
        if not answers(home):
            _bring_up(home, parameters or {}, database)


def alive(data_folder: Path) -> bool:
    """Whether the server takes connections now."""
    return answers(Home.within(data_folder))


def _bring_up(home: Home, parameters: Mapping[str, str], database: str) -> None:
    home.make()
    with home.starting():
        _hold(home)
        ensure_running(home, parameters=parameters, database=database)
        _watch(home)


def _hold(home: Home) -> None:
    if home.root not in _held:
        handle = home.open_lock("users.lock")
        fcntl.flock(handle, fcntl.LOCK_SH)
        _held[home.root] = handle


def is_watched(home: Home) -> bool:
    """Whether a reaper waits for the last user to leave."""
    with home.holding("reaper.lock") as handle:
        return handle is None


def _watch(home: Home) -> None:
    if is_watched(home):
        return
    subprocess.Popen(
        [sys.executable, "-m", "congdoan.core.postgres.reaper", str(home.root.parent)],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(PACKAGE_ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
