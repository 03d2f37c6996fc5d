"""Whatever moment a crash chooses: no file stays without its row, no row is without its file."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction

from congdoan.core.files.discard import discard
from congdoan.core.files.doubtful import noted, settle_all
from congdoan.core.files.paths import path_of
from congdoan.core.files.store import open_stored, store
from congdoan.core.models import Blob, StoredFile
from congdoan.core.verify.files import find_unpaired

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
CONTENT = b"Bien ban hop ngay 15/3"


class Crash(BaseException):
    """Here the process dies."""


@pytest.fixture(autouse=True)
def _file_store(settings: Any, tmp_path: Path) -> None:
    """A store of this test alone."""
    store = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": store}


def put_in() -> StoredFile:
    return store(BytesIO(CONTENT), name="bien-ban.txt", by_id=None)


def put_in_and_crash() -> str:
    """The bytes lie there, their row is gone with the transaction."""
    with pytest.raises(Crash), transaction.atomic():
        digest = put_in().blob_id
        raise Crash
    return str(digest)


def wrong_files() -> list[str]:
    return list(find_unpaired(lambda *_: None))


def test_what_was_being_sent_in_a_crash_is_taken_out_and_is_no_error_before() -> None:
    digest = put_in_and_crash()
    assert default_storage.exists(path_of(digest))
    assert not wrong_files()
    settle_all()
    assert not default_storage.exists(path_of(digest))
    assert not noted()


def test_a_file_that_was_kept_stays_and_leaves_no_note() -> None:
    file = put_in()
    assert not noted()
    settle_all()
    assert open_stored(file).read() == CONTENT


def test_half_a_file_left_by_a_crash_is_not_taken_for_the_whole() -> None:
    digest = put_in_and_crash()
    Path(default_storage.path(path_of(digest))).write_bytes(CONTENT[:5])
    assert open_stored(put_in()).read() == CONTENT


def test_bytes_whose_rows_went_just_before_a_crash_go_too(monkeypatch: pytest.MonkeyPatch) -> None:
    file = put_in()
    monkeypatch.setattr("congdoan.core.files.discard.settle", lambda *_: None)  # it dies after the commit
    discard([file])
    assert default_storage.exists(path_of(file.blob_id))
    assert not Blob.objects.exists()
    settle_all()
    assert not default_storage.exists(path_of(file.blob_id))


def test_one_who_sends_the_same_file_while_it_is_tidied_up_keeps_it() -> None:
    put_in_and_crash()
    tidying = threading.Thread(target=_settle_elsewhere)
    with transaction.atomic():
        file = put_in()
        tidying.start()
        tidying.join(0.5)
        assert tidying.is_alive()  # waits for the one who sends
    tidying.join(30)
    assert open_stored(file).read() == CONTENT
    settle_all()
    assert not noted()
    assert not wrong_files()


def _settle_elsewhere() -> None:
    try:
        settle_all()
    finally:
        connection.close()
