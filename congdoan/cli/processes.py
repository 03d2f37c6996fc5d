"""The processes of a running office: the pages and the worker, both kept alive, both gone when we go."""

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from congdoan.cli import texts
from congdoan.cli.address import EVERYWHERE
from congdoan.cli.failure import Failure
from congdoan.core.postgres.errors import ServerError
from congdoan.core.postgres.supervisor import alive, revive
from congdoan.core.shedding.gate import THREADS

STOPPING = 20.0  # seconds a process has to finish what it is doing
PATIENCE = 120.0  # seconds until the first page must have come
WORKERS = 3  # processes of pages, enough for two cores: who comes does not wait while another process has nothing to do
CONNECTIONS = 4096  # open ones of a process, nearly all idle; what of them is worked on, the gate decides

UNLESS_ORPHANED = '[ "$PPID" = "$0" ] && exec "$@"'
"""A parent that died before the tie was made is never told of: whoever finds another in its place does not start."""


def start(*command: str, **more: str) -> subprocess.Popen[bytes]:
    """Start one of our processes, with `more` in its environment; the system ends it when this one dies.

    Not by `preexec_fn`: between fork and exec it may wait for ever for what a thread held, and we with it.
    """
    setpriv = shutil.which("setpriv")
    tie = [setpriv, "--pdeathsig", "TERM", "sh", "-c", UNLESS_ORPHANED, str(os.getpid())] if setpriv else []
    return subprocess.Popen(
        [*tie, sys.executable, *command],
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def start_pages(host: str, port: int, workers: int) -> subprocess.Popen[bytes]:
    options = ["--interface", "wsgi", "--workers", str(workers), "--blocking-threads", str(THREADS), "--no-ws"]
    options += ["--backlog", str(CONNECTIONS), "--backpressure", str(CONNECTIONS)]
    options += ["--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "error"]
    if settings.LOG == "json":
        options += ["--log-config", str(Path(__file__).with_name("server_log.json"))]
    application = "congdoan.config.wsgi:application"
    return start("-m", "granian", *options, "--host", host, "--port", str(port), application, **counting(port))


def counting(port: int) -> dict[str, str]:
    """Where the processes of one server add up what they count for Prometheus: empty at each start."""
    if not settings.METRICS_TOKEN:
        return {}
    folder = settings.DATA / "metrics" / str(port)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return {"PROMETHEUS_MULTIPROC_DIR": str(folder)}


def start_worker() -> subprocess.Popen[bytes]:
    return start("-m", "congdoan.cli", "worker")


@dataclass
class Kept:
    """A process with its children: started again whenever it ends, more slowly each time it ends at once."""

    launch: Callable[[], subprocess.Popen[bytes]]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    wait: float = 1.0

    def keep(self) -> None:
        if self.process and self.process.poll() is None:
            return
        now = time.monotonic()
        if now - self.started > self.wait:
            self.wait = 1.0 if now - self.started > 60 else min(self.wait * 2, 30.0)
            self.end_children()
            self.process = self.launch()
            self.started = now

    def end_children(self) -> None:
        """End what a killed process left behind: its children would keep the port."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def ask_to_end(self) -> None:
        if self.process:
            self.process.terminate()

    def wait_for_end(self) -> None:
        if self.process:
            wait_or_kill(self.process)
            self.end_children()


class Office:
    """Pages, embedded database and, unless it runs elsewhere, the worker, until somebody asks to stop."""

    def __init__(self, host: str, port: int, workers: int, *, with_worker: bool = True) -> None:
        self.host = host
        self.port = port
        self.pages = Kept(lambda: start_pages(host, port, workers))
        self.worker = Kept(start_worker) if with_worker else None
        self.asked_to_stop = threading.Event()

    def open(self) -> None:
        wishes = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
        if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:  # nohup: goes on when the terminal closes
            wishes.remove(signal.SIGHUP)
        for wish in wishes:
            signal.signal(wish, lambda *_: self.asked_to_stop.set())
        self.pages.keep()

    def wait_for_first_page(self) -> bool:
        """True when the first page has come, False when somebody asked to stop before."""
        deadline = time.monotonic() + PATIENCE
        while not self.asked_to_stop.wait(0.05):
            self.check_pages_began()
            if answers(self.host, self.port):
                return True
            if time.monotonic() > deadline:
                raise Failure(texts.NO_FIRST_PAGE)
        return False

    def run(self) -> None:
        """Keep everything alive until somebody asks to stop: also while the database takes long to come back."""
        threading.Thread(target=self.keep_database, daemon=True).start()
        while not self.asked_to_stop.is_set():
            self.pages.keep()
            if self.worker:
                self.worker.keep()
            self.asked_to_stop.wait(0.5)

    def keep_database(self) -> None:
        while not self.asked_to_stop.wait(0.5):
            start_lost_database()

    def check_pages_began(self) -> None:
        """Raises Failure when the pages end before the first one has come: something is wrong from the start."""
        code = self.pages.process.poll() if self.pages.process else None
        if code is not None:
            raise Failure(texts.WEB_STOPPED.format(code=code))

    def close(self) -> None:
        """End pages and worker together, giving them time to finish what they are doing."""
        all_kept = [self.pages, self.worker] if self.worker else [self.pages]
        for kept in all_kept:
            kept.ask_to_end()
        for kept in all_kept:
            kept.wait_for_end()


def start_lost_database() -> None:
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
