"""Fails when a requirement of pyproject.toml is not in the lock file that belongs to it: then `tools/lock` is due."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


def main() -> int:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = {
        "requirements.lock": project["dependencies"] + extras["build"],
        "requirements-learn.lock": project["dependencies"] + extras["learn"],
        "requirements-test.lock": project["dependencies"] + extras["build"] + extras["test"],
    }
    problems = [
        f"{lock}: {line}" for lock, lines in wanted.items() for line in lines if not is_met(line, pins(Path(lock)))
    ]
    print("\n".join([*problems, f"{len(problems)} requirements are not locked"]))
    return 1 if problems else 0


def pins(lock: Path) -> dict[str, list[str]]:
    """Version of each library; several where it depends on the Python it is for."""
    found: dict[str, list[str]] = {}
    for name, version in PINNED.findall(lock.read_text()):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def is_met(line: str, pinned: dict[str, list[str]]) -> bool:
    wanted = Requirement(line)
    versions = pinned.get(canonicalize_name(wanted.name), [])
    return bool(versions) and all(version in wanted.specifier for version in versions)


if __name__ == "__main__":
    sys.exit(main())
