"""What sealing a million audit rows costs, against reading them once; and verifying them, against the same.

Reading once is the least that anything does that looks at each row: PostgreSQL writes it as text and sends it over.

Run from the root: python -m benchmarks.sealing
"""

import time
from collections.abc import Callable

from benchmarks.database import fresh_database
from benchmarks.desk import run

ROWS = 1_000_000
TABLE = "worklist_workitemevent"
EVENTS = f"""
    insert into {TABLE} (pgh_created_at, pgh_label, pgh_obj_id, id, kind, object_id, title, source, unit_id, action,
        due, urgent, state, opened_on, created_at)
    select now(), 'update_update', n, n, 'plans.report', n, 'Hệ thống hóa thủ tục hành chính',
        'Nhiệm vụ II.1, 34/KH-LĐLĐ', n %% 200, 'tasks.report', '2023-06-30', false, 'open', '2022-10-01', now()
    from generate_series(1, %s) n
"""
READ = f"copy {TABLE} to stdout"


def seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def read_once() -> None:
    from django.db import connection

    with connection.cursor() as cursor, cursor.copy(READ) as rows:
        assert sum(len(block) for block in rows) > ROWS


def row(work: str, taken: float, reading: float) -> str:
    against = f"reading them once {reading:.1f} s"
    return f"| {work} {ROWS:,} audit rows | {against} | {taken:.1f} s | {taken / reading:.1f}× | ≤ 8× |"


def main() -> None:
    fresh_database()
    from congdoan.core.audit.sealing.check import find_changed_rows, find_slipped_in
    from congdoan.core.audit.sealing.seal import seal_new

    def silent(stage: str, done: int, total: int) -> None:
        """Nobody watches."""

    def verify_rows() -> None:
        assert not [*find_changed_rows(silent), *find_slipped_in(silent)]

    seal_new()
    run(EVENTS, ROWS)
    run(f"vacuum analyze {TABLE}")
    reading = min(seconds(read_once) for _ in range(3))
    print(row("sealing", seconds(seal_new), reading))
    print(row("verifying", seconds(verify_rows), reading))
    print(f"looking again when nothing is new: {seconds(seal_new) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
