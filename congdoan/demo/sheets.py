"""The demo's own data: sheets and texts that lie beside this module."""

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("data")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>.csv`."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def table(name: str) -> dict[str, Any]:
    """The content of `data/<name>.toml`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def day_or_none(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
