"""An archive of each released version is restored and brought up to this one.

`released/` holds one of each, made by that version's own `congdoan backup` in the world of `world.py`.
"""

from pathlib import Path

import pytest

from tests.backup.installation import Installation
from tests.backup.test_round_trip import hash_in
from tests.backup.world import PAPERS

RELEASED = sorted((Path(__file__).parent / "released").glob("*.tar"))


def test_there_is_an_archive_of_a_released_version() -> None:
    assert RELEASED


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_an_archive_of_a_released_version_is_restored_and_brought_up(empty: Installation, path: Path) -> None:
    restored = empty.run("restore", str(path))
    assert restored.returncode == 0, restored.stderr
    assert hash_in(restored.stdout)
    assert empty.run("migrate", "--check").returncode == 0
    assert empty.run("check").returncode == 0
    assert empty.rows("select count(*) from core_storedfile") == [(len(PAPERS),)]
    assert empty.rows("select phone from organisation_unit where short_name like '%Ba Tri'") == [("0275 385 0001",)]
