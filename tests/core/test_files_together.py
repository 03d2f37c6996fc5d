"""Two people who send the same new files at once, in another order."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from congdoan.core.files.store import store_all
from congdoan.core.models.files import Blob

ROUNDS = 5


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_both_have_their_files_in_their_order(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    together = threading.Barrier(2, timeout=30)

    def send(names: list[str]) -> list[list[str]]:
        try:
            kept = []
            for turn in range(ROUNDS):
                together.wait()
                files = [(io.BytesIO(f"{turn} {name}".encode()), name) for name in names]
                kept.append([file.name for file in store_all(files, by_id=None)])
            return kept
        finally:
            connection.close()

    orders = ["abcdef", "fedcba"]
    with ThreadPoolExecutor(2) as people:
        assert list(people.map(lambda order: send(list(order)), orders)) == [[list(order)] * ROUNDS for order in orders]
    assert Blob.objects.count() == ROUNDS * 6
