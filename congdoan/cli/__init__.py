"""The command line `congdoan`: starts the office, and gives every other command a plain front."""

import sys
from io import TextIOWrapper

from congdoan.cli.dispatch import run_command_line


def main() -> None:
    """Run the command that was typed and exit: 0 done, 1 failed, 2 wrongly asked, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run_command_line(sys.argv[1:]))
