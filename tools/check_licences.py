"""Fails when a library the product runs on does not fit Apache-2.0: AGPL, or GPL without another choice."""

import re
import sys
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FORBIDDEN = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public", re.IGNORECASE)
ALLOWED = re.compile(r"MIT|BSD|Apache|MPL|Mozilla|LGPL|Lesser General Public|ISC|PSF|Python", re.IGNORECASE)


def main() -> int:
    used = everything_needed_by("congdoan")
    problems = [
        f"{name}: {licence}" for name, found in sorted(used.items()) if is_forbidden(licence := licence_of(found))
    ]
    print("\n".join([*problems, f"{len(used)} libraries, {len(problems)} with a licence that does not fit"]))
    return 1 if problems else 0


def everything_needed_by(name: str) -> dict[str, Distribution]:
    """The distribution and all that it needs here, directly or not."""
    found: dict[str, Distribution] = {}
    seen: set[str] = set()
    open_ends = [Requirement(name)]
    while open_ends:
        wanted = open_ends.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        here = found.setdefault(canonicalize_name(wanted.name), distribution(wanted.name))
        open_ends += [inner for inner in map(Requirement, here.requires or []) if applies(inner, wanted.extras)]
    return found


def applies(requirement: Requirement, extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ["", *extras])


def licence_of(found: Distribution) -> str:
    about = found.metadata
    named = [about.get("License-Expression") or about.get("License", "").partition("\n")[0]]
    return " / ".join(text for text in [*named, *classified(about.get_all("Classifier") or [])] if text)


def classified(classifiers: list[str]) -> list[str]:
    return [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]


def is_forbidden(licence: str) -> bool:
    """A choice between licences is fine as soon as one of them fits."""
    return bool(FORBIDDEN.search(licence)) and not ALLOWED.search(licence)


if __name__ == "__main__":
    sys.exit(main())
