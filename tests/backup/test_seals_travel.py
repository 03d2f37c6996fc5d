"""What was sealed on one machine is still known as the installation's own on another, and sealing goes on there."""

import json
from pathlib import Path

import pytest

from congdoan.core.backup.archive import HEADER
from congdoan.core.backup.moment import own_connection
from tests.backup.broken import changed, members_of, set_in
from tests.backup.installation import Installation

CHANGE = "update organisation_unit set phone = '0275 385 0002' where short_name like '%Ba Tri'"


@pytest.fixture
def sealed(another: Installation) -> Installation:
    done = another.run("verify")
    assert done.returncode == 0, done.stdout
    return another


@pytest.fixture
def moved(sealed: Installation, empty: Installation, tmp_path: Path) -> Installation:
    """The sealed installation in the place of the empty one, which has a key of its own."""
    assert empty.run("verify", "--quick").returncode == 0
    assert sealed.run("backup", str(tmp_path / "a.tar")).returncode == 0
    restored = empty.run("restore", str(tmp_path / "a.tar"))
    assert restored.returncode == 0, restored.stderr
    assert f"ký bằng khóa công khai {keys(sealed)[0]}" in restored.stderr
    return empty


def keys(of: Installation) -> list[str]:
    """Public keys of the chain, block by block."""
    return [key for (key,) in of.rows("select encode(public_key, 'hex') from core_sealblock order by number")]


def change(at: Installation) -> None:
    with own_connection(at.name) as connection:
        connection.execute(CHANGE)


def test_after_a_restore_elsewhere_verify_is_clean_and_new_seals_chain_on_by_the_new_key(
    moved: Installation, sealed: Installation
) -> None:
    assert moved.run("verify").returncode == 0
    assert keys(moved) == keys(sealed), "nothing new, nothing sealed"
    change(moved)
    verified = moved.run("verify")
    assert verified.returncode == 0, verified.stdout
    first, second = keys(moved)
    assert first == keys(sealed)[0] != second
    assert moved.rows("select count(*) from core_sealblock a join core_sealblock b on b.previous = a.root") == [(1,)]


def test_a_second_move_keeps_the_keys_of_the_first(moved: Installation, sealed: Installation, tmp_path: Path) -> None:
    change(moved)
    assert moved.run("verify").returncode == 0
    assert moved.run("backup", str(tmp_path / "b.tar")).returncode == 0
    header = json.loads(dict(members_of(tmp_path / "b.tar"))[HEADER])
    assert set(keys(moved)) <= set(header["seal_keys"])


def test_an_archive_that_does_not_name_the_key_leaves_its_blocks_strange(
    sealed: Installation, empty: Installation, tmp_path: Path
) -> None:
    assert sealed.run("backup", str(tmp_path / "a.tar")).returncode == 0
    without = changed(members_of(tmp_path / "a.tar"), HEADER, lambda text: set_in(text, seal_keys=[]))
    (tmp_path / "b.tar").write_bytes(without)
    assert empty.run("restore", str(tmp_path / "b.tar")).returncode == 0
    verified = empty.run("verify")
    assert verified.returncode == 1
    assert f"ký bằng khóa lạ {keys(sealed)[0]}" in verified.stdout
