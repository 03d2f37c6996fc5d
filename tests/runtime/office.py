"""The whole office, started as an operator starts it."""

import signal
import subprocess
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.runtime.command import command_line, environment, free_port


class Office:
    """A running `congdoan serve` without the demo; killed when a test leaves it running."""

    def __init__(
        self,
        folder: Path,
        *,
        program: Sequence[str] = (),
        options: Sequence[str] = (),
        settings: Mapping[str, str] | None = None,
        **running: Any,
    ) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [*(program or command_line()), "serve", "--empty", "--port", str(self.port), "--workers", "2", *options],
            env=environment(folder, **(settings or {})),
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            **running,
        )
        self.said = self.read_welcome()

    def __enter__(self) -> "Office":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def read_welcome(self) -> str:
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if "Ctrl-C" in line:
                break
        return "".join(lines)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return answer.read().decode()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        return self.process.returncode
