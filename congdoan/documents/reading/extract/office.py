"""Older Office formats (.doc, .rtf, .xls) by way of LibreOffice, where it is: a profile of its own, no macros."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from congdoan.documents.reading.errors import UnreadableFile


class _Form(NamedTuple):
    """`filter`: the name under which LibreOffice opens it; without a name it would take noise for text."""

    suffix: str
    filter: str
    made: str = "docx:MS Word 2007 XML"


_FORMS = {
    "doc": _Form(".doc", "MS Word 97"),
    "old-doc": _Form(".doc", "MS Word 95"),
    "rtf": _Form(".rtf", "Rich Text Format"),
    "xls": _Form(".xls", "MS Excel 97", "xlsx:Calc MS Excel 2007 XML"),
}
_NAMES = ("soffice", "libreoffice")
_LEAST_SECONDS = 17
_SECONDS_PER_MB = 10
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Macros, links to other files and active objects stay off."""


def program() -> str:
    """The path of LibreOffice; raises UnreadableFile with what to do where it is not installed."""
    found = _found()
    if found is None:
        raise UnreadableFile(
            "Máy chủ chưa cài LibreOffice nên chưa đọc được tệp .doc, .rtf. "
            "Hãy mở tệp bằng Word, lưu thành .docx rồi tải lên lại."
        )
    return found


def is_installed() -> bool:
    return _found() is not None


def _found() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def converted(path: Path, form: str) -> Iterator[Path]:
    """`path`, a file of `form` ("doc", "old-doc", "rtf", "xls"), as .docx or .xlsx that is removed afterwards."""
    command = program()
    with tempfile.TemporaryDirectory(prefix="congdoan-office-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        given = folder / f"paper{_FORMS[form].suffix}"
        shutil.copyfile(path, given)
        seconds = _LEAST_SECONDS + _SECONDS_PER_MB * given.stat().st_size / 2**20
        _run([command, *_arguments(profile, folder / "out", given, _FORMS[form])], folder, seconds)
        made = folder / "out" / f"paper.{_FORMS[form].made[:4]}"
        if not made.exists():
            raise UnreadableFile(
                f"Không mở được tệp {given.suffix} này: tệp hỏng hoặc có mật khẩu. "
                f"Hãy mở lại, bỏ mật khẩu, lưu thành {made.suffix} rồi tải lên lại."
            )
        yield made


def _arguments(profile: Path, out: Path, given: Path, form: _Form) -> list[str]:
    quiet = ["--headless", "--nologo", "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard"]
    made = ["--convert-to", form.made, "--outdir", str(out)]
    return [f"-env:UserInstallation={profile.as_uri()}", *quiet, f"--infilter={form.filter}", *made, str(given)]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run LibreOffice to its end; raises UnreadableFile when it needs more than `seconds`."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}
    silent = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdin=silent, stdout=silent, stderr=silent, preexec_fn=_room
    ) as running:
        try:
            running.wait(timeout=seconds)
        except BaseException as error:
            _kill_all(running.pid)
            if isinstance(error, subprocess.TimeoutExpired):
                raise UnreadableFile(
                    "Chuyển đổi tệp này mất quá lâu nên đã dừng. Hãy lưu thành .docx hoặc .xlsx rồi tải lên lại."
                ) from error
            raise


def _room() -> None:
    """LibreOffice maps more memory than it uses, and counts its own processor time."""
    for kind, wanted in ((resource.RLIMIT_AS, resource.RLIM_INFINITY), (resource.RLIMIT_CPU, 300)):
        _, most = resource.getrlimit(kind)
        fits = most == resource.RLIM_INFINITY or (wanted != resource.RLIM_INFINITY and wanted <= most)
        resource.setrlimit(kind, (wanted if fits else most, most))


def _kill_all(root: int) -> None:
    """Kill a process and all that it started; LibreOffice starts its real program two steps down."""
    for process in [*_descendants(root), root]:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(process, signal.SIGKILL)


def _descendants(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            parents[int(stat.parent.name)] = int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    found, level = list[int](), {root}
    while level:
        level = {process for process, parent in parents.items() if parent in level}
        found += level
    return found
