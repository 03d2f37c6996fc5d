"""Runs the reader apart from the worker, with limits of memory and time, and brings back what it found."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from congdoan.core.errors import Invalid
from congdoan.documents.codec import from_plain
from congdoan.documents.reading.confine import UNREADABLE, WALL_SECONDS, sentence_for
from congdoan.documents.reading.model import PlanReading

Stage = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """The reading, and the pictures of its pages by page number."""

    read: PlanReading
    images: dict[int, Path]


def read_apart(file: Path, folder: Path, on_stage: Stage, *, limit: float = WALL_SECONDS) -> Found:
    """Read `file` in a process of its own that writes into `folder`. Raises Invalid with one sentence for the user."""
    with (folder / "errors.txt").open("w+", encoding="utf-8") as errors:
        process = _start(file, folder, errors.fileno())
        expired = threading.Event()
        watch = threading.Timer(limit, _stop, [process, expired])
        watch.start()
        try:
            for line in process.stdout or ():
                stage, done, total = line.split()
                on_stage(stage, int(done), int(total))
            code = process.wait()
        finally:
            watch.cancel()
            _kill(process)
        if code != 0:
            errors.seek(0)
            raise Invalid(_sentence(code, errors.read(), timed_out=expired.is_set()))
    plain = json.loads((folder / "reading.json").read_text(encoding="utf-8"))
    images = {int(path.stem.removeprefix("page-")): path for path in folder.glob("page-*.jpg")}
    return Found(from_plain(PlanReading, plain), images)


def _start(file: Path, folder: Path, errors: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "congdoan.documents.reader_process", str(file), str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
        encoding="utf-8",
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(folder)},
    )


def _stop(process: "subprocess.Popen[str]", expired: threading.Event) -> None:
    expired.set()
    _kill(process)


def _kill(process: "subprocess.Popen[str]") -> None:
    """The process with all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _sentence(code: int, said: str, *, timed_out: bool) -> str:
    if code == UNREADABLE and said.strip():
        return said.strip().splitlines()[-1]
    return sentence_for(code, expired=timed_out)
