"""The command line as somebody at a terminal meets it."""

import os
import socket
import subprocess
import sys
from pathlib import Path


def command_line(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "congdoan.cli", *arguments]


def environment(data_folder: Path, **changes: str) -> dict[str, str]:
    """Ours, with a data folder and the embedded database of the command itself."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return {**inherited, "CONGDOAN_DATA": str(data_folder), **changes}


def congdoan(*arguments: str, data_folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command_line(*arguments),
        env=environment(data_folder, **changes),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def is_one_sentence(text: str) -> bool:
    """One line for a person, without a traceback."""
    return text.count("\n") == 1 and text.startswith("congdoan: ") and text.endswith(".\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
