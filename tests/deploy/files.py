"""The files in deploy/, read as the programs read them that use them."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
GUIDE = (ROOT / "docs" / "operate.md").read_text("utf-8")


def settings_of(unit: Path) -> dict[str, str]:
    """Name and value of each line; sections and comments left out."""
    return dict(line.split("=", 1) for line in unit.read_text("utf-8").splitlines() if re.match(r"[A-Z]\w+=", line))


def command_of(unit: Path) -> list[str]:
    """What the unit starts, without the path of the program: ["serve", "--empty", ...]."""
    program, *arguments = shlex.split(settings_of(unit)["ExecStart"])
    assert program == "/opt/congdoan/.venv/bin/congdoan"
    return arguments


def example_environment() -> dict[str, str]:
    """The lines that are in force."""
    return dict(_pairs(r"^([A-Z_0-9]+)=(.*)$"))


def example_names() -> set[str]:
    """Also of the lines that are there to be uncommented."""
    return {name for name, _ in _pairs(r"^#?([A-Z_0-9]+)=(.*)$")}


def _pairs(pattern: str) -> Iterator[tuple[str, str]]:
    text = (DEPLOY / "congdoan.env.example").read_text("utf-8")
    yield from re.findall(pattern, text, re.MULTILINE)


def variables_of_the_guide() -> set[str]:
    """Those that the table in docs/operate.md names, one a row."""
    return set(re.findall(r"^\| `([A-Z_0-9]+)` \|", GUIDE, re.MULTILINE))


def variables_of_the_program() -> set[str]:
    """Those that some line of the product reads."""
    found = set()
    for path in (ROOT / "congdoan").rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r'"((?:CONGDOAN|AWS)_[A-Z_0-9]+|DATABASE_URL|EMAIL_URL)"', text))
    return found
