"""What is saved comes back: the same content hash, the same rows, the same files."""

import re
from pathlib import Path

import pytest

from tests.backup.installation import Installation, databases


def hash_in(text: str) -> str:
    found = re.search(r"Mã nội dung: ([0-9a-f]{64})", text)
    assert found, text
    return found[1]


def same_files(one: Installation, other: Installation) -> bool:
    def files(of: Installation) -> dict[str, bytes]:
        root = of.folder / "files"
        return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    return files(one) == files(other)


def test_an_archive_restores_into_an_empty_installation_with_the_same_content_hash(another, empty, tmp_path):
    made = another.run("backup", str(tmp_path / "a.tar"))
    assert made.returncode == 0, made.stderr
    restored = empty.run("restore", str(tmp_path / "a.tar"))
    assert restored.returncode == 0, restored.stderr
    assert hash_in(made.stdout) == hash_in(restored.stdout)
    assert same_files(another, empty)
    question = "select id, name, phone, path from organisation_unit order by id"
    assert empty.rows(question) == another.rows(question)
    assert {f"{empty.name}_restoring", f"{empty.name}_before"}.isdisjoint(databases(empty.name))


@pytest.mark.parametrize("way", ["passphrase", "key"])
def test_an_encrypted_archive_shows_nothing_and_opens_to_its_owner(another, empty, tmp_path: Path, way: str):
    path, key = tmp_path / "a.tar.age", tmp_path / "key"
    public = re.search(r"age1\w+", another.run("backup", "--new-key", str(key)).stdout)
    assert public
    secret = {"CONGDOAN_BACKUP_PASSPHRASE": "bốn con ngựa chạy"} if way == "passphrase" else {}
    made = another.run("backup", str(path), *(["--to", public[0]] if way == "key" else []), **secret)
    assert made.returncode == 0, made.stderr
    assert b"congdoan" not in path.read_bytes() and b"vanthu" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    restored = empty.run("restore", str(path), *(["--key", str(key)] if way == "key" else []), **secret)
    assert restored.returncode == 0, restored.stderr
    assert hash_in(made.stdout) == hash_in(restored.stdout)
    assert (empty.folder / "secret-key").read_text() == (another.folder / "secret-key").read_text()
