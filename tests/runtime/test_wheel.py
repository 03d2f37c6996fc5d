"""The product as a wheel: everything that it needs is in it, and any user of the system can run it."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.office import Office
from tests.runtime.server_process import comes_true, runs

pytestmark = pytest.mark.xdist_group("wheel")  # one installation serves all of these
SOURCE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that other users may look into."""
    folder = Path(tempfile.mkdtemp(prefix="congdoan-wheel-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def congdoan(place: Path) -> str:
    """The command of the wheel, installed with the locked requirements in an environment of its own."""
    python = place / "env" / "bin" / "python"
    uv("build", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", place, SOURCE)
    uv("venv", "--python", python_for_all(), place / "env")
    pip = [sys.executable, "-m", "pip", "-qq", "--python", python, "install", "--no-deps"]
    subprocess.run([*pip, "--require-hashes", "--requirement", SOURCE / "requirements.lock"], check=True)
    subprocess.run([*pip, next(place.glob("congdoan-*.whl"))], check=True)
    return str(python.with_name("congdoan"))


def uv(*arguments: str | Path) -> None:
    subprocess.run([Path(sys.executable).with_name("uv"), "--quiet", *arguments], check=True)


def python_for_all() -> str:
    """A Python that every user may run: the system's, where it is new enough."""
    script = "import sys; sys.exit(sys.version_info < (3, 11))"
    found = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    fits = found and subprocess.run([found, "-c", script], check=False).returncode == 0
    return found if found and fits else sys.executable


def another_user(folder: Path) -> dict[str, Any]:
    """What runs a process as somebody who is not us, with a folder of their own; only root can."""
    if os.geteuid() != 0 or python_for_all() == sys.executable:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def test_the_installed_wheel_serves_its_first_page_as_another_user(congdoan, place):
    folder = place / "data"
    folder.mkdir(mode=0o700)
    with Office(folder, program=[congdoan], **another_user(folder)) as office:
        assert "csrfmiddlewaretoken" in office.page("/")
        assert office.interrupt() == 0
    assert comes_true(lambda: not runs(folder))


def test_the_installed_wheel_needs_no_source_beside_it(congdoan):
    done = subprocess.run([congdoan, "--version"], cwd="/", capture_output=True, text=True)
    assert done.returncode == 0
