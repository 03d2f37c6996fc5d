"""A server without room: whoever sends something is told so, and nothing is half done."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from congdoan.core.views.failures import is_disk_full
from tests.world import Federation


@pytest.fixture
def no_room_for(client: Client, federation: Federation) -> Any:
    """PostgreSQL says that the disk is full whenever a row of the table is written."""
    client.raise_request_exception = False
    client.force_login(federation["chutich"])

    def refuse(table: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE FUNCTION pg_temp.no_room() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
            )
            cursor.execute(f"CREATE TRIGGER no_room BEFORE UPDATE ON {table} EXECUTE FUNCTION pg_temp.no_room()")

    return refuse


@pytest.mark.parametrize(
    ("table", "address"),
    [("organisation_unit", "/don-vi/{unit}/lien-he/"), ("django_session", "/don-vi/chuc-vu/doi/")],
)
def test_a_change_that_finds_no_room_says_whom_to_tell(
    client: Client, federation: Federation, no_room_for: Any, table: str, address: str
) -> None:
    no_room_for(table)
    sent = {"phone": "0275 385 0001", "post": federation["chutich"].posts.get().pk}
    answer = client.post(address.format(unit=federation.ba_tri.pk), sent)
    assert answer.status_code == 507
    assert "Ổ đĩa của máy chủ đã đầy" in answer.content.decode()
    assert answer.headers["X-Request-Number"] in answer.content.decode()


@pytest.mark.parametrize(("place", "full"), [("/dev/full", True), ("/proc/không-có", False)])
def test_a_file_that_finds_no_room_is_told_from_other_failures(place: str, full: bool) -> None:
    with pytest.raises(OSError, match=r".") as raised:
        Path(place).write_text("x" * 100_000)
    assert is_disk_full(raised.value) == full
