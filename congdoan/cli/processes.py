"""The processes of a running office: the pages and the worker, both kept alive, both gone when we go."""

import ctypes
import http.client
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from django.conf import settings

from congdoan.cli import texts
from congdoan.cli.address import EVERYWHERE
from congdoan.cli.failure import Failure
from congdoan.core.postgres.errors import ServerError
from congdoan.core.postgres.supervisor import alive, revive

STOPPING = 20.0  # seconds a process has to finish what it is doing
PATIENCE = 120.0  # seconds until the first page must have come
PR_SET_PDEATHSIG = 1


def start(*command: str) -> subprocess.Popen[bytes]:
    """Start one of our processes; the system ends it when this one dies, even by kill -9."""
    return subprocess.Popen(
        [sys.executable, *command], stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=die_with_parent
    )


def die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start_pages(host: str, port: int, workers: int) -> subprocess.Popen[bytes]:
    options = ["--interface", "wsgi", "--workers", str(workers), "--blocking-threads", "4", "--no-ws"]
    options += ["--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"]
    return start("-m", "granian", *options, "--host", host, "--port", str(port), "congdoan.config.wsgi:application")


@dataclass
class Worker:
    """The background worker: started again whenever it ends, more slowly each time it ends at once."""

    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    wait: float = 1.0

    def keep(self) -> None:
        if self.process and self.process.poll() is None:
            return
        now = time.monotonic()
        if now - self.started > self.wait:
            self.wait = 1.0 if now - self.started > 60 else min(self.wait * 2, 30.0)
            self.process = start("-m", "congdoan.cli", "worker")
            self.started = now


class Office:
    """Pages, worker and embedded database, from the start until somebody asks to stop."""

    def __init__(self, host: str, port: int, workers: int) -> None:
        self.host = host
        self.port = port
        self.workers = workers
        self.worker = Worker()
        self.pages: subprocess.Popen[bytes] | None = None
        self.asked_to_stop = threading.Event()

    def open(self) -> None:
        wishes = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
        if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:  # nohup: goes on when the terminal closes
            wishes.remove(signal.SIGHUP)
        for wish in wishes:
            signal.signal(wish, lambda *_: self.asked_to_stop.set())
        self.pages = start_pages(self.host, self.port, self.workers)

    def wait_for_first_page(self) -> bool:
        """True when the first page has come, False when somebody asked to stop before."""
        deadline = time.monotonic() + PATIENCE
        while not self.asked_to_stop.wait(0.05):
            self.check_pages()
            if answers(self.host, self.port):
                return True
            if time.monotonic() > deadline:
                raise Failure(texts.NO_FIRST_PAGE)
        return False

    def run(self) -> None:
        """Keep everything alive until somebody asks to stop."""
        while not self.asked_to_stop.is_set():
            self.check_pages()
            keep_database()
            self.worker.keep()
            self.asked_to_stop.wait(0.5)

    def check_pages(self) -> None:
        code = self.pages.poll() if self.pages else None
        if code is not None:
            raise Failure(texts.WEB_STOPPED.format(code=code))

    def close(self) -> None:
        """End pages and worker together, giving them time to finish what they are doing."""
        running = [process for process in (self.pages, self.worker.process) if process]
        for process in running:
            process.terminate()
        for process in running:
            wait_or_kill(process)


def keep_database() -> None:
    """Start the embedded database again when it has gone away; the pages wait meanwhile."""
    if settings.EMBEDDED_POSTGRES and not alive(settings.POSTGRES_FOLDER):
        try:
            revive(settings.POSTGRES_FOLDER, parameters=settings.POSTGRES_PARAMETERS)
        except ServerError as error:
            print(f"congdoan: {error}", file=sys.stderr, flush=True)
            time.sleep(5)


def wait_or_kill(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(STOPPING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def answers(host: str, port: int) -> bool:
    """Whether a page comes, whatever it says."""
    connection = http.client.HTTPConnection("127.0.0.1" if host in EVERYWHERE else host, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse()
    except OSError:
        return False
    finally:
        connection.close()
    return True
