"""A backup is one moment of database and files, whatever people do meanwhile."""

import subprocess
import sys
from pathlib import Path

from tests.backup.installation import Installation
from tests.backup.test_round_trip import hash_in


def start_writer(at: Installation, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.backup.writer", name]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writer: subprocess.Popen[str] = subprocess.Popen(command, env=at.environment(), **streams)
    assert writer.stdout and writer.stdout.readline()
    return writer


def runs_of(at: Installation) -> int:
    return int(at.rows("select count(*) from core_jobrun where kind = 'x'")[0][0])


def test_files_and_rows_written_or_removed_meanwhile_do_not_tear_it(
    another: Installation, empty: Installation, tmp_path: Path
) -> None:
    writers = [start_writer(another, name) for name in ("một", "hai")]
    before = runs_of(another)
    made = another.run("backup", str(tmp_path / "a.tar"))
    after = runs_of(another)
    for writer in writers:
        writer.communicate("")
        assert writer.returncode == 0
    assert made.returncode == 0, made.stderr  # also: no file of the moment was missing
    restored = empty.run("restore", str(tmp_path / "a.tar"))
    assert restored.returncode == 0, restored.stderr
    assert hash_in(made.stdout) == hash_in(restored.stdout)
    assert before < runs_of(empty) < after
    known = {digest for (digest,) in empty.rows("select sha256 from core_blob")}
    assert {path.name for path in (empty.folder / "files").rglob("*") if path.is_file()} == known
    assert list((another.folder / "files" / "doubtful").iterdir())  # taken out meanwhile: the bytes waited
    assert empty.rows("select id from core_storedfile where blob_id not in (select sha256 from core_blob)") == []
