"""Compares the locked requirements with known holes, without the network: `python tools/check_known_holes.py`.

The holes come from OSV's archive for PyPI (https://storage.googleapis.com/osv-vulnerabilities/PyPI/all.zip), which the
operator fetches where there is a network; OSV_ARCHIVE names it. Without one, nothing is compared, and that is said.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def main() -> int:
    archive = os.environ.get("OSV_ARCHIVE", "")
    if not archive:
        print("no archive of known holes (OSV_ARCHIVE): not compared")
        return 0
    pins = {name: version for lock in LOCKS for name, version in pinned((ROOT / lock).read_text("utf-8"))}
    found = sorted(holes(Path(archive), pins))
    print("\n".join([*found, f"{len(pins)} packages compared, {len(found)} known holes"]))
    return 1 if found else 0


def pinned(lock: str) -> Iterator[tuple[str, str]]:
    """(name, version) of each line of a lock file."""
    return ((canonicalize_name(name), version) for name, version in _PIN.findall(lock))


def holes(archive: Path, pins: dict[str, str]) -> Iterator[str]:
    """One line for each hole that a pinned version has: "django 5.2.1: GHSA-…, summary"."""
    with ZipFile(archive) as packed:
        for name in packed.namelist():
            told = json.loads(packed.read(name))
            if "withdrawn" not in told:
                yield from (f"{hit}: {told['id']}, {told.get('summary', '')}" for hit in _hits(told, pins))


def _hits(told: dict[str, Any], pins: dict[str, str]) -> Iterator[str]:
    for affected in told.get("affected", []):
        name = canonicalize_name(affected.get("package", {}).get("name", ""))
        version = pins.get(name)
        if version and (version in affected.get("versions", []) or _in_ranges(Version(version), affected)):
            yield f"{name} {version}"


def _in_ranges(version: Version, affected: dict[str, Any]) -> bool:
    ranges = (one["events"] for one in affected.get("ranges", []) if one.get("type") == "ECOSYSTEM")
    return any(_between(version, events) for events in ranges)


def _between(version: Version, events: list[dict[str, str]]) -> bool:
    """Whether the last event up to the version opens the hole: introduced, or the last version that has it."""
    inside = False
    for event in events:
        [(kind, text)] = event.items()
        try:
            at = Version(text)
        except InvalidVersion:
            continue
        if kind == "introduced" and version >= at:
            inside = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            inside = False
    return inside


if __name__ == "__main__":
    sys.exit(main())
