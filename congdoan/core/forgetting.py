"""Looks at personal records are sealed, and go when a rule keeps them no longer; that they went is sealed too."""

from datetime import datetime
from typing import Final

from django.db import connection

from congdoan.core.audit.sealing.sources import Source, sealed_sources
from congdoan.core.models import Forgetting, RecordAccess

_AT_ONCE: Final = 10_000
_NAME: Final = "': ' || source.rows || ' lượt xem'"


def register() -> None:
    for table, source in (
        (RecordAccess._meta.db_table, Source(RecordAccess._meta.db_table, "id", "Lượt xem hồ sơ")),
        (Forgetting._meta.db_table, Source(Forgetting._meta.db_table, "id", "Lần bỏ dòng hết hạn giữ", name=_NAME)),
    ):
        sealed_sources.register(table, source)


def forget_accesses_before(moment: datetime) -> int:
    """Drop looks older than the rule keeps, some thousands at a time; returns how many rows went.

    A function in the database does it: the application's role cannot delete them by itself when it is hardened.
    """
    gone = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute("select core_forget_accesses(%s, %s)", [moment, _AT_ONCE])
            done = int(cursor.fetchone()[0])
        gone += done
        if done < _AT_ONCE:
            return gone
