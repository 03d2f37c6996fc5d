"""An installation without the demo federation, prepared once for all test processes; each test gets a copy."""

import fcntl
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congdoan.cli.mark import state
from tests.runtime.command import congdoan
from tests.runtime.server_process import comes_true, data_folder, runs

STATE = Path(__file__).parents[2] / ".test-state"


@contextmanager
def prepared_folder() -> Iterator[Path]:
    """As `congdoan serve --prepare --empty` leaves it; afterwards its server must go by itself."""
    with data_folder() as folder:
        subprocess.run(["cp", "-a", f"{_made_once()}/.", folder], check=True)
        yield folder


def _made_once() -> Path:
    made = STATE / "prepared"
    STATE.mkdir(exist_ok=True)
    with (STATE / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark = made / "prepared"
        if not mark.exists() or mark.read_text() != state():
            shutil.rmtree(made, ignore_errors=True)
            done = congdoan("serve", "--prepare", "--empty", data_folder=made)
            assert done.returncode == 0, done.stderr
            assert comes_true(lambda: not runs(made))
    return made
