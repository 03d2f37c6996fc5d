"""An audited update of many rows does not suffer from the plan that was made for one row."""

import time

from django.db import connection

from congdoan.core.models import WorkdayException
from tests.world import Federation

ROWS = 6_000


def seconds(statement: str) -> float:
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(statement)
        return time.perf_counter() - began


def test_every_trigger_of_an_update_does_without_nested_loops(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select bool_and(proconfig @> '{enable_nestloop=off}'), count(*) from pg_proc join pg_trigger "
            "on tgfoid = pg_proc.oid where tgname like 'pgtrigger_update_update_%' and tgnewtable is not null"
        )
        told, triggers = cursor.fetchone()
    assert told
    assert triggers > 20


def test_after_updates_of_one_row_one_of_thousands_is_kept_row_by_row_without_comparing_each_with_each(
    federation: Federation,
) -> None:
    seconds(
        "insert into core_workdayexception (day, is_worked, name, source) "
        f"select date '2100-01-01' + n, false, 'Nghỉ', '' from generate_series(1, {ROWS}) n"
    )
    one = min(seconds("update core_workdayexception set name = 'Bù' where day = '2100-01-02'") for _ in range(6))
    all_of_them = seconds("update core_workdayexception set source = 'QĐ' where day >= '2100-01-02'")
    history = WorkdayException.objects.get(day="2100-01-03").events.model.objects  # type: ignore[attr-defined]
    assert history.filter(pgh_label="update", source="").count() >= ROWS
    assert all_of_them < one + 2, "each with each takes 36 million comparisons"
