"""Reads each hostile file with the command line, as a person would, and measures what that did to the machine.

`python -m tests.reading.hostile.run [NAME ...]` prints a line for each file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.reading.hostile import FILES

ROOT = Path(__file__).parent.parent.parent.parent
PREFIX = "congdoan-hostile-"
MEASURE = """
import os, sys
_, status, used = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:]), 0)
open(sys.argv[1], "w").write(str(used.ru_maxrss // 1024))
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Starts a command and writes down the megabytes that it held. A small process does this: until a command has replaced
its parent's memory by its own, the parent's counts as held by it, and who runs thousands of tests holds much."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`megabytes`: the most that one process of the reading held. `left`: files and processes that are still there."""

    code: int
    printed: str
    said: str
    seconds: float
    megabytes: int
    left: list[str]


def outcome_of(name: str, folder: Path) -> Outcome:
    """Make the file `name` in the empty `folder`, read it, and say what happened."""
    file, temporary = folder / name, folder / "temporary"
    _make(name, file)
    temporary.mkdir()
    command = [sys.executable, "-m", "congdoan.documents.reading.cli", str(file)]
    with (folder / "out").open("w+b") as out, (folder / "err").open("w+b") as err:
        started = time.monotonic()
        environment = {**os.environ, "TMPDIR": str(temporary)}
        measuring = [sys.executable, "-SE", "-c", MEASURE, str(folder / "megabytes"), *command]
        process = subprocess.run(measuring, check=False, stdout=out, stderr=err, cwd=ROOT, env=environment)
        seconds = time.monotonic() - started
        for stream in (out, err):
            stream.seek(0)
        printed, said = out.read().decode("utf-8", "replace"), err.read().decode("utf-8", "replace")
    left = [str(path) for path in temporary.rglob("*")] + _processes_with(str(folder))
    return Outcome(process.returncode, printed, said, seconds, int((folder / "megabytes").read_text()), left)


def _make(name: str, file: Path) -> None:
    """In a process of its own: what making it takes is not counted with reading it."""
    maker = os.fork()
    if maker == 0:
        try:
            file.write_bytes(FILES[name]())
        finally:
            os._exit(0)
    os.waitpid(maker, 0)


def _processes_with(text: str) -> list[str]:
    """Processes whose command line or environment mentions `text`."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            known = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
        except OSError:
            continue
        if text.encode() in known and int(entry.name) != os.getpid():
            found.append(known[:200].decode("utf-8", "replace"))
    return found


def fault_of(outcome: Outcome) -> str | None:
    """What is wrong with an outcome: a file is read, or refused in one sentence, quickly and without a trace."""
    if outcome.code == 0:
        if not outcome.printed.startswith("{") or outcome.said:
            return "read, but not as it should be printed"
    elif outcome.code != 2 or outcome.printed or outcome.said.count("\n") != 1 or not outcome.said.endswith(".\n"):
        return "neither a reading nor one sentence"
    if outcome.seconds > 20:
        return f"took {outcome.seconds:.0f} seconds"
    if outcome.megabytes > 1024:
        return f"took {outcome.megabytes} MB"
    return f"left {outcome.left}" if outcome.left else None


def main(names: list[str]) -> int:
    faults = 0
    for name in names or FILES:
        with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
            outcome = outcome_of(name, Path(folder))
        fault = fault_of(outcome)
        faults += fault is not None
        said = outcome.said.strip().splitlines()[-1:] or [f"read, {len(outcome.printed)} characters"]
        cost = f"{outcome.seconds:5.1f} s {outcome.megabytes:5} MB"
        sys.stdout.write(f"{name:34} {cost}  {said[0]}{f'  *** {fault}' if fault else ''}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(names or FILES)} files, {faults} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
