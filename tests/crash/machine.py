"""The machine on which the office runs: starts it, kills what runs in it, looks into its database."""

import os
import random
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import Any

import psycopg

from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import postmaster, processes
from tests.runtime.command import command_line, environment, free_port

FILL = "import django; django.setup(); from tests.crash.world import fill; fill()"
WEIGHTS = {"page process": 5, "pages": 2, "worker": 5, "database": 3, "connection": 4, "office": 1}


class Machine:
    def __init__(self, folder: Path, mail_port: int) -> None:
        self.folder, self.port, self.home = folder, free_port(), Home.within(folder)
        limits = "search=100000/m,export=100000/m,upload=100000/m"
        mail = f"smtp://127.0.0.1:{mail_port}"
        self._environment = environment(folder, EMAIL_URL=mail, CONGDOAN_LIMITS=limits)
        self._process: subprocess.Popen[bytes] | None = None

    def fill(self) -> None:
        self._environment["DJANGO_SETTINGS_MODULE"] = "congdoan.config.settings"
        self.run(sys.executable, "-c", FILL)
        del self._environment["DJANGO_SETTINGS_MODULE"]

    def run(self, *command: str) -> None:
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        """Start the office, again while what was killed still holds the port."""
        with (self.folder / "office.log").open("ab") as log:
            command = command_line("serve", "--port", str(self.port), "--workers", "2")
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    def wait_until_it_answers(self, *, within: float = 120.0) -> None:
        deadline = time.monotonic() + within
        while not (self._is_alive() and self._is_well() and self._is_alive()):
            assert time.monotonic() < deadline, f"the office does not come back\n{self.state()}"
            if not self._is_alive() and not self._is_well():  # orphans of a killed office answer for a moment
                self.start()
            time.sleep(0.1)

    def stop(self) -> int:
        assert self._process
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(120)

    def kill_anything(self, choose: random.Random) -> str:
        """Kill -9 something; gives what."""
        while True:
            if not self._is_alive():
                self.wait_until_it_answers()
            (what,) = choose.choices([*WEIGHTS], [*WEIGHTS.values()])
            if pids := self._living(what):
                with suppress(ProcessLookupError):
                    os.kill(choose.choice(pids), signal.SIGKILL)
                    return what
            time.sleep(0.05)

    def ask(self, question: str) -> list[Any]:
        place = {"host": str(self.home.socket), "user": "postgres", "dbname": "congdoan"}
        with psycopg.connect(**place, autocommit=True) as connection:
            cursor = connection.execute(question)
            return cursor.fetchall() if cursor.description else []

    def state(self) -> str:
        """What runs, and the last that office and database said: what is asked when it does not come back."""
        inside = [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if self._is_ours(pid)]
        running = [f"{pid} {_waiting(pid)} {' '.join(_command(pid))[:150]}" for pid in inside]
        said = [line for log in (self.folder / "office.log", self.home.log) for line in _last_lines(log)]
        return "\n".join(running + said)

    def _is_ours(self, pid: int) -> bool:
        try:
            return str(self.folder).encode() in Path(f"/proc/{pid}/environ").read_bytes() or pid in processes(self.home)
        except OSError:
            return False

    def _is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _is_well(self) -> bool:
        """Whether pages come, with what they need of the database."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz?chi=trang", timeout=30):
                return True
        except (OSError, HTTPException):
            return False

    def _living(self, what: str) -> list[int]:
        assert self._process
        office = self._process.pid
        pages = [pid for pid in _children(office) if "granian" in _command(pid)]
        ways: dict[str, Callable[[], list[int]]] = {
            "office": lambda: [office] if self._is_alive() else [],
            "pages": lambda: pages,
            "page process": lambda: [pid for page in pages for pid in _children(page) if "granian" in _command(pid)],
            "worker": lambda: [pid for pid in _children(office) if "worker" in _command(pid)],
            "database": lambda: [pid for pid in [postmaster(self.home)] if pid in processes(self.home)],
            "connection": lambda: [pid for pid in processes(self.home) if b"congdoan" in _title(pid)],
        }
        return ways[what]()


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _waiting(pid: int) -> str:
    """State and parent of a process, and in which call of the system each of its threads waits."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
        calls = [(thread / "syscall").read_text().split()[0] for thread in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return "gone"
    return f"{state} of {parent}, calls {' '.join(calls)}"


def _last_lines(log: Path) -> list[str]:
    try:
        return log.read_text(errors="replace").splitlines()[-40:]
    except OSError:
        return []


def _command(pid: int) -> list[str]:
    return _title(pid).decode(errors="replace").split("\0")


def _title(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
