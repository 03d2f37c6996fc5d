"""Processes that use an embedded server, as the commands of the product do."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import processes, stop

USER = """
import sys
from pathlib import Path
import psycopg
from congdoan.core.postgres.supervisor import acquire
socket = acquire(Path(sys.argv[1]), parameters={"fsync": "off", "shared_buffers": "16MB"})
with psycopg.connect(host=socket, user="postgres", dbname="congdoan") as connection:
    print(connection.execute("SELECT pg_postmaster_start_time()::text").fetchone()[0], flush=True)
sys.stdin.read()
"""


class ServerUser:
    """A process that has acquired the server of a data folder; it leaves when its input ends, or when it is killed."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def server_started(self) -> str:
        """When the server it reached was started; waits until it has reached it."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def leave(self) -> None:
        self.process.communicate()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@contextmanager
def data_folder() -> Iterator[Path]:
    """An empty data folder that only we may enter; afterwards its server must go by itself."""
    folder = Path(tempfile.mkdtemp(prefix="congdoan-runtime-"))
    yield folder
    gone = comes_true(lambda: not runs(folder))
    stop(Home.within(folder))
    shutil.rmtree(folder, ignore_errors=True)
    assert gone


def runs(folder: Path) -> bool:
    return bool(processes(Home.within(folder)))


def comes_true(said: Callable[[], bool], *, within: float = 60.0) -> bool:
    deadline = time.monotonic() + within
    while not said():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
