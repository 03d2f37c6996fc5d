"""Every measurement, one after the other, each in a process of its own: python -m benchmarks

Prints the table of docs/benchmarks.md; with --write puts it there.
"""

import subprocess
import sys
from pathlib import Path

MODULES = (
    "reading",
    "issuing",
    "desk",
    "followup",
    "steering",
    "reporting",
    "rollup",
    "rising",
    "privacy",
    "auditing",
    "sealing",
    "printing",
    "exporting",
    "backup",
    "migrating",
    "starting",
    "load",
)
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
HEAD = """# Figures

Each row measures both sides in the same run; the ratio is what counts, for machines differ and are noisy.
Made by `python -m benchmarks --write` on 2 cores.

| work | against | measured | ratio | reach |
| --- | --- | --- | --- | --- |
"""


def rows(module: str) -> list[str]:
    """The table rows that a measurement prints; its other lines are for whoever watches."""
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{module}"], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"benchmarks.{module} failed:\n{done.stderr[-2000:]}")
    return [line for line in done.stdout.splitlines() if line.startswith("|")]


def main() -> None:
    table = []
    for module in MODULES:
        table += rows(module)
        print("\n".join(table[-4:]), flush=True)
    if "--write" in sys.argv:
        PAGE.write_text(HEAD + "\n".join(table) + "\n", "utf-8")


if __name__ == "__main__":
    main()
