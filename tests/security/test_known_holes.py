"""Known holes of the locked requirements are found in an archive that needs no network."""

import json
from pathlib import Path
from zipfile import ZipFile

from tools.check_known_holes import LOCKS, ROOT, holes, pinned

PINS = {"django": "5.2.3", "pillow": "11.0.0", "lxml": "5.0"}


def _told(number: str, package: str, events: list[dict[str, str]], **more: object) -> dict[str, object]:
    ranges = [{"type": "ECOSYSTEM", "events": events}]
    return {"id": number, "summary": "x", "affected": [{"package": {"name": package}, "ranges": ranges}], **more}


def _found(tmp_path: Path, *all_told: dict[str, object]) -> list[str]:
    archive = tmp_path / "all.zip"
    with ZipFile(archive, "w") as packed:
        for told in all_told:
            packed.writestr(f"{told['id']}.json", json.dumps(told))
    return sorted(holes(archive, PINS))


def test_a_version_between_introduced_and_fixed_has_the_hole(tmp_path: Path) -> None:
    events = [{"introduced": "5.2"}, {"fixed": "5.2.4"}]
    assert _found(tmp_path, _told("A-1", "Django", events)) == ["django 5.2.3: A-1, x"]


def test_a_mended_a_later_and_a_withdrawn_one_are_none(tmp_path: Path) -> None:
    mended = _told("A-2", "django", [{"introduced": "0"}, {"fixed": "5.2.3"}])
    later = _told("A-3", "pillow", [{"introduced": "11.1"}, {"last_affected": "11.2"}])
    withdrawn = _told("A-4", "lxml", [{"introduced": "0"}], withdrawn="2026-01-01T00:00:00Z")
    assert _found(tmp_path, mended, later, withdrawn) == []


def test_the_last_version_that_has_it_still_has_it(tmp_path: Path) -> None:
    events = [{"introduced": "0"}, {"last_affected": "11.0.0"}]
    assert _found(tmp_path, _told("A-5", "Pillow", events)) == ["pillow 11.0.0: A-5, x"]


def test_every_locked_requirement_is_compared() -> None:
    pins = dict(pair for lock in LOCKS for pair in pinned((ROOT / lock).read_text("utf-8")))
    assert {"django", "django-allauth", "psycopg", "pillow", "lxml"} <= set(pins)
    assert len(pins) > 60
