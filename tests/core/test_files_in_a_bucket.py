"""Several machines share their files in a bucket of an S3 store: everything that works in a folder works there."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import boto3
import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from environs import Env
from moto.server import ThreadedMotoServer

from congdoan.config.storage import file_storage
from congdoan.core.files.discard import discard
from congdoan.core.files.paths import path_of
from congdoan.core.files.serve import file_response
from congdoan.core.files.store import DamagedFile, open_stored, store
from congdoan.core.verify.files import find_changed, find_unpaired

pytestmark = pytest.mark.xdist_group("bucket")
WORDS = "KẾ HOẠCH tổ chức Tháng Công nhân".encode()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A store of the same protocol, on this machine."""
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host.replace('0.0.0.0', '127.0.0.1')}:{port}"
    server.stop()


@pytest.fixture
def bucket(address: str, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """An empty bucket, and an installation whose environment names it."""
    told = {
        "CONGDOAN_S3_BUCKET": "congdoan-tep",
        "CONGDOAN_S3_ENDPOINT": address,
        "CONGDOAN_S3_REGION": "ap-southeast-1",
        "CONGDOAN_S3_PREFIX": "tep",
        "AWS_ACCESS_KEY_ID": "khoa",
        "AWS_SECRET_ACCESS_KEY": "bi-mat",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = {**settings.STORAGES, "default": file_storage(Env())}
    made = boto3.resource("s3", endpoint_url=address, region_name="ap-southeast-1").Bucket("congdoan-tep")
    made.create(CreateBucketConfiguration={"LocationConstraint": "ap-southeast-1"})
    yield made
    made.objects.all().delete()
    made.delete()


def names(bucket: Any) -> list[str]:
    """What lies there, without the notes of uploads whose transaction has not ended: the test's own."""
    return [found.key for found in bucket.objects.all() if "/doubtful/" not in found.key]


@pytest.mark.django_db
def test_a_file_is_kept_once_under_its_digest_and_comes_back_whole(bucket: Any) -> None:
    first = store(BytesIO(WORDS), name="ke-hoach.txt", by_id=None)
    store(BytesIO(WORDS), name="ban-sao.txt", by_id=None)
    digest = hashlib.sha256(WORDS).hexdigest()
    assert names(bucket) == [f"tep/{path_of(digest)}"]
    assert open_stored(first).read() == WORDS


@pytest.mark.django_db
def test_a_file_larger_than_memory_allows_comes_back_whole(bucket: Any) -> None:
    content = bytes(range(256)) * 40_000
    assert open_stored(store(BytesIO(content), name="anh.bin", by_id=None)).read() == content


@pytest.mark.django_db
def test_a_browser_gets_it(bucket: Any) -> None:
    response = file_response(store(BytesIO(WORDS), name="kế hoạch.txt", by_id=None))
    assert b"".join(response.streaming_content) == WORDS
    assert response.headers["Content-Length"] == str(len(WORDS))
    assert "attachment" in response.headers["Content-Disposition"]


@pytest.mark.django_db
def test_one_that_was_altered_or_taken_away_is_told(bucket: Any) -> None:
    kept = store(BytesIO(WORDS), name="ke-hoach.txt", by_id=None)
    bucket.put_object(Key=f"tep/{path_of(kept.blob_id)}", Body=b"khac")
    with pytest.raises(DamagedFile, match="đã bị thay đổi"):
        open_stored(kept)
    bucket.objects.all().delete()
    with pytest.raises(DamagedFile, match="không còn trong kho"):
        open_stored(kept)


@pytest.mark.django_db
def test_checking_everything_finds_what_is_missing_altered_or_left_over(bucket: Any) -> None:
    lost, altered = (store(BytesIO(words), name="tep.txt", by_id=None) for words in (b"mat", b"doi"))
    assert not [*find_unpaired(_quietly), *find_changed(_quietly)]
    bucket.Object(f"tep/{path_of(lost.blob_id)}").delete()
    bucket.put_object(Key=f"tep/{path_of(altered.blob_id)}", Body=b"khac")
    found = [*find_unpaired(_quietly), *find_changed(_quietly)]
    assert [("không còn trong kho" in line, "đã bị thay đổi" in line) for line in found] == [
        (True, False),
        (False, True),
    ]


def _quietly(what: str, done: int, total: int) -> None:
    """Says nothing of how far it is."""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_nothing_refers_to_is_taken_out(bucket: Any) -> None:
    kept = store(BytesIO(WORDS), name="ke-hoach.txt", by_id=None)
    with transaction.atomic():
        discard([kept])
    assert names(bucket) == []
    assert not default_storage.exists(path_of(kept.blob_id))


def test_without_a_bucket_files_lie_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.delenv("CONGDOAN_S3_BUCKET", raising=False)
    assert file_storage(Env())["OPTIONS"] == {"location": settings.DATA / "files"}
