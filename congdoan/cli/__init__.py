"""The command line `congdoan`: starts the office, and gives every other command a plain front."""

import gc
import sys
from io import TextIOWrapper

from congdoan.cli.dispatch import run_command_line


def main() -> None:
    """Run the command that was typed and exit: 0 done, 1 failed, 2 wrongly asked, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Loading makes a million objects that stay: to look through them again and again took a fifth of the time.
    gc.set_threshold(50_000, 20, 50)
    sys.exit(run_command_line(sys.argv[1:]))
