"""A broken, cut, altered, foreign or newer archive changes nothing and says why."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyrage
import pytest

from congdoan.core.backup.errors import NotEmpty, Unusable
from congdoan.core.backup.restoring import restore_archive
from congdoan.core.backup.sealing import Opener, Seal, sealing
from tests.backup.block import BLOCK, BLOCK_KEY
from tests.backup.broken import altered, broken_archives
from tests.backup.installation import Installation, databases, drop, make
from tests.runtime.command import is_one_sentence
from tests.template_database import template_database


@pytest.fixture(scope="module")
def target(_unblocked: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One empty installation for all of them, since none may change it."""
    name = f"backup_target_{uuid4().hex[:8]}"
    yield make(name, tmp_path_factory.mktemp("target"), template_database())
    drop(name)


@pytest.fixture(scope="module")
def refused(target: Installation) -> Any:
    def restore(path: Path, opener: Opener) -> str:
        before, known = target.state(), databases(target.name)
        with target.inside(), pytest.raises(Unusable) as raised:
            restore_archive(path, opener, lambda *_: None)
        assert target.state() == before
        assert databases(target.name) == known
        assert raised.value.message.count("\n") == 0
        return raised.value.message

    return restore


def test_a_broken_archive_changes_nothing_and_says_why(archive: Path, refused: Any, tmp_path: Path) -> None:
    path = tmp_path / "hong.tar"
    for name, (content, words) in broken_archives(archive).items():
        path.write_bytes(content)
        assert words in refused(path, Opener()), name


def test_what_is_no_file_at_all_is_told(refused: Any, tmp_path: Path) -> None:
    assert "Không có tệp" in refused(tmp_path / "không-có.tar", Opener())
    assert "là thư mục" in refused(tmp_path, Opener())


OWN = pyrage.x25519.Identity.generate()
OTHER = pyrage.x25519.Identity.generate()


def sealed(archive: Path, path: Path, key: str, before: bytes = b"") -> bytes:
    with path.open("wb") as out:
        out.write(before)
        with sealing(out, Seal((key,))) as stream:
            stream.write(archive.read_bytes())
    return path.read_bytes()


def test_the_wrong_passphrase_or_none_changes_nothing(archive: Path, refused: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    whole = sealed(archive, path, BLOCK_KEY, BLOCK)
    assert "Cụm mật khẩu không đúng" in refused(path, Opener(passphrase=lambda: "cụm khác"))
    assert "đặt cụm mật khẩu" in refused(path, Opener())
    path.write_bytes(whole[:-100])
    right = Opener(passphrase=lambda: "đúng cụm này")
    assert "thiếu phần cuối" in refused(path, right)
    path.write_bytes(altered(whole, len(whole) // 2))
    assert "thay đổi hoặc hỏng" in refused(path, right)
    path.write_bytes(whole[:200])
    assert "thiếu phần cuối" in refused(path, right)


def test_the_wrong_key_or_none_changes_nothing(archive: Path, refused: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    whole = sealed(archive, path, str(OWN.to_public()))
    assert "Khóa không mở được" in refused(path, Opener((str(OTHER),)))
    assert "--key" in refused(path, Opener(passphrase=lambda: "gì đó"))
    assert "không chứa khóa" in refused(path, Opener(("age1xyz",)))
    right = Opener((str(OWN),))
    for at in (1000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(altered(whole, at))
        assert "thay đổi hoặc hỏng" in refused(path, right)
        path.write_bytes(whole[:at])
        assert "thiếu phần cuối" in refused(path, right)


def test_an_installation_in_use_is_not_overwritten(archive: Path, another: Installation) -> None:
    before = another.state()
    with another.inside(), pytest.raises(NotEmpty, match="đã có dữ liệu"):
        restore_archive(archive, Opener(), lambda *_: None)
    assert another.state() == before


def test_a_program_still_at_work_is_told_to_stop(archive: Path, empty: Installation) -> None:
    from congdoan.core.backup.moment import own_connection

    before, known = empty.state(), databases(empty.name)
    with empty.inside(), own_connection(empty.name), pytest.raises(NotEmpty, match="còn đang chạy"):
        restore_archive(archive, Opener(), lambda *_: None)
    assert empty.state() == before and databases(empty.name) == known


def test_the_command_says_one_sentence_and_ends_with_2(archive: Path, target: Installation, tmp_path: Path) -> None:
    path = tmp_path / "hong.tar"
    path.write_bytes(archive.read_bytes()[:-1])
    done = target.run("restore", str(path))
    assert done.returncode == 2 and is_one_sentence(done.stderr) and not done.stdout
    assert "không trọn vẹn" in done.stderr
    good = target.run("restore", "--check", str(archive))
    assert good.returncode == 0 and "Bản sao lưu tốt" in good.stdout
