"""A file is on the disk before the row that names it is committed."""

import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from congdoan.core.files.on_disk import OnDisk


def test_the_bytes_and_every_folder_that_names_them_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def remember(descriptor: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", remember)
    store = OnDisk(location=tmp_path)
    store.save("ab/cd/abcd", ContentFile(b"x"))
    assert synced == [str(tmp_path / name) for name in ("ab/cd/abcd", "ab/cd", "ab")] + [str(tmp_path)]
    synced.clear()
    store.save("ab/cd/abce", ContentFile(b"x"))
    assert synced == [str(tmp_path / "ab/cd/abce"), str(tmp_path / "ab/cd")]
