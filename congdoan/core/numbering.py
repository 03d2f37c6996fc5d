"""Numbers without gaps. Take the number last, just before commit: the row lock is held until then."""

from django.db import connection


def next_number(*, unit_id: int, series: str, year: int) -> int:
    """The next number of the series, starting at 1 each year; given back when the caller's transaction rolls back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into core_counter (unit_id, series, year, last) values (%s, %s, %s, 1) "
            "on conflict (unit_id, series, year) do update set last = core_counter.last + 1 returning last",
            [unit_id, series, year],
        )
        return int(cursor.fetchone()[0])


def reserve_through(*, unit_id: int, series: str, year: int, number: int) -> None:
    """Say that the numbers up to `number` are already used (a register kept on paper until now).

    Which they are is kept, so that `congdoan verify` can tell them from lost ones.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into core_counter (unit_id, series, year, last) values (%s, %s, %s, 0) "
            "on conflict (unit_id, series, year) do nothing",
            [unit_id, series, year],
        )
        cursor.execute(
            "with before as (select id, last from core_counter "
            "where (unit_id, series, year) = (%s, %s, %s) for update), "
            "moved as (update core_counter set last = %s from before where core_counter.id = before.id "
            "and before.last < %s returning before.last) "
            "insert into core_papernumbers (unit_id, series, year, first, last) "
            "select %s, %s, %s, last + 1, %s from moved",
            [unit_id, series, year, number, number, unit_id, series, year, number],
        )
