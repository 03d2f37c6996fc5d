"""Runs a reading in a process of its own under limits, so that no file can harm whoever asked for it."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from congdoan.documents.reading.errors import UnreadableFile

MEMORY_BYTES = 850 * 2**20
MEMORY_BYTES_OF_HELPERS = 3 * 1024**3
"""LibreOffice maps more than it uses and may raise its own limit up to this one."""
CPU_SECONDS = 10
CPU_SECONDS_AT_MOST = 20 * 60
WRITTEN_BYTES = 1024**3
OPEN_FILES = 256
WALL_SECONDS = 20 * 60
UNREADABLE = 2
_PR_SET_PDEATHSIG = 1

TOO_LONG = "Đọc tệp này mất quá lâu nên đã dừng. Hãy tách thành nhiều tệp rồi thử lại."
TOO_MUCH = "Tệp cần quá nhiều bộ nhớ để đọc. Hãy giảm dung lượng hoặc tách thành nhiều tệp."
FAILED = "Không đọc được tệp này. Hãy lấy lại từ bản gốc, hoặc lưu thành .docx hay .pdf rồi thử lại."


def set_limits() -> None:
    """Limit memory, processor time, written bytes and open files of this process and of each that it starts."""
    mapped = _mapped_bytes()
    _limit(resource.RLIMIT_AS, mapped + MEMORY_BYTES, mapped + MEMORY_BYTES_OF_HELPERS)
    _limit(resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS_AT_MOST)
    _limit(resource.RLIMIT_FSIZE, WRITTEN_BYTES, WRITTEN_BYTES)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0, 0)


def end_with_parent(parent: int | None = None) -> None:
    """On Linux, this process is killed when the one that started it is; at once when that was `parent` and is gone."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if parent is not None and os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)


def allow_seconds(more: float) -> None:
    """Let this process use `more` seconds of processor time, for work that is known to be long, such as many pages."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        wanted = soft + round(more)
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _mapped_bytes() -> int:
    """What this process has mapped before it reads anything: little, unless a large program forked it."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()


def _limit(kind: int, soft: int, hard: int) -> None:
    """Never above what this process was started with."""
    _, given = resource.getrlimit(kind)
    if given != resource.RLIM_INFINITY:
        soft, hard = min(soft, given), min(hard, given)
    resource.setrlimit(kind, (soft, hard))


def confined(work: Callable[[], bytes], *, seconds: float = WALL_SECONDS) -> bytes:
    """What `work` gives in a child process under limits, where temporary files are gone afterwards.

    Raises UnreadableFile: what `work` raised, or one that says why the child ended without an answer.
    """
    with _folder() as folder, _ended_by_sigterm():
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            _work_and_exit(work, folder)
        code, expired = _wait(child, seconds)
        if code == 0:
            return (folder / "answer").read_bytes()
        said = (folder / "sentence").read_text("utf-8") if code == UNREADABLE else ""
    raise UnreadableFile(said or sentence_for(code, expired=expired))


def sentence_for(code: int, *, expired: bool) -> str:
    """Why a reading ended with exit code `code` (negative: the signal) and no sentence of its own."""
    return TOO_LONG if expired or code == -signal.SIGXCPU else FAILED


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="congdoan-") as name:
        yield Path(name)


@contextlib.contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """A request to end stops the child and clears up, as an interrupt does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _wait(child: int, seconds: float) -> tuple[int, bool]:
    """The child's exit code, and whether it took longer than `seconds`; nothing that it started is left."""
    with contextlib.suppress(OSError):
        os.setpgid(child, child)
    expired = threading.Event()
    watch = threading.Timer(seconds, _stop, [child, expired])
    watch.daemon = True
    watch.start()
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:
        _kill_group(child)
        os.waitpid(child, 0)
        raise
    finally:
        watch.cancel()
        _kill_group(child)
    return os.waitstatus_to_exitcode(status), expired.is_set()


def _stop(child: int, expired: threading.Event) -> None:
    expired.set()
    _kill_group(child)


def _kill_group(child: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)


def _work_and_exit(work: Callable[[], bytes], folder: Path) -> NoReturn:
    """In the child: what it says on standard error is noise of libraries, unless Python runs in its dev mode."""
    code = 1
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        end_with_parent()
        _redirect(folder)
        code = _answer(work, folder)
    finally:
        os._exit(code)


def _redirect(folder: Path) -> None:
    os.environ["TMPDIR"] = str(folder)
    import tempfile

    tempfile.tempdir = None
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 1)
    if not sys.flags.dev_mode:
        os.dup2(nothing, 2)


def _answer(work: Callable[[], bytes], folder: Path) -> int:
    set_limits()
    try:
        answer = work()
    except UnreadableFile as error:
        sentence = error.message
    except MemoryError:
        sentence = TOO_MUCH
    except Exception:
        if sys.flags.dev_mode:
            sys.excepthook(*sys.exc_info())
        sentence = FAILED
    else:
        (folder / "answer").write_bytes(answer)
        return 0
    (folder / "sentence").write_text(sentence, "utf-8")
    return UNREADABLE
