"""Exports every unit's part of a plan, a million by default: XLSX against XlsxWriter in constant memory alone with the
same cells, CSV against COPY alone of the same rows; and how much memory the exporting process takes.

Each side runs in a process of its own, by turns on the same database. Run from the root:
python -m benchmarks.exporting [rows]
"""

import os
import resource
import subprocess
import sys
from datetime import date, timedelta
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.database import fresh_database
from benchmarks.desk import run

if TYPE_CHECKING:
    from congdoan.plans.queries.work.follow_up.scope import FollowUp

UNITS, TIMES = 40_000, 3
UNITS_OF = """
    insert into organisation_unit (id, name, short_name, kind, parent_link, parent_id, depth, starts_on, path, symbol,
        place, code, address, phone, email, rank, sort_key, folded, words)
    select n, 'Công đoàn cơ sở xã ' || n, 'CĐCS xã ' || n, case n when 1 then 'province' else 'grassroots' end,
        'direct', nullif(1, n), least(n - 1, 1), '2018-01-01', case n when 1 then '/1/' else '/1/' || n || '/' end,
        'LĐLĐ', '', '', '', '', '', 100, n::text, n::text, n::text from generate_series(1, %s) n
"""
PLAN = """
    insert into plans_plan (id, unit_id, type, subject, state, symbol, issued_on, until, signer_title, version,
        revision, created_at, updated_at, folded)
    values (1, 1, 'KH', 'Kế hoạch cải cách hành chính', 'running', '34/KH-LĐLĐ', '2022-09-12', '2025-12-31', '', 1, 1,
        now(), now(), '')
"""
TASKS = """
    insert into plans_task (id, plan_id, "order", number, title, text, due_text, due, due_from_plan, recurrence,
        product, competence, revision, folded)
    select n, 1, n, 'II.' || n, 'Hệ thống hóa thủ tục hành chính, việc số ' || n, 'Hệ thống hóa.', '',
        date '2023-03-15' + (n - 5) * 9, false, '', '', '', 1, '' from generate_series(1, %s) n
"""
GIVEN = """
    insert into plans_assignment (plan_id, task_id, unit_id, role, state, due, given_on, taken_on, last_report_on,
        open_obstacles)
    select 1, task.id, 1 + n, case when n %% 2 = 0 then 'lead' else 'cooperating' end,
        (array['new', 'doing', 'done', 'to_accept', 'doing', 'done'])[1 + (task.id + n) %% 6], task.due, '2022-09-12',
        '2022-10-01', date '2023-03-10' - (n %% 100)::int, 0
    from plans_task task, generate_series(1, %s) n
"""


def main(rows: int) -> None:
    fresh_database()
    from congdoan.core import clock

    clock.set_today(date(2023, 3, 15))
    units = min(rows, UNITS)
    tasks = rows // units
    for statement, values in ((UNITS_OF, [units + 1]), (PLAN, []), (TASKS, [tasks]), (GIVEN, [units])):
        run(statement, *values)
    run("analyze organisation_unit, plans_task, plans_assignment")
    made = units * tasks
    for ours, alone, name, limit in (
        ("xlsx", "xlsx-alone", "XlsxWriter constant-memory alone", "1,5"),
        ("csv", "csv-alone", "COPY alone", "2"),
    ):
        turns = [(_measured(ours, made), _measured(alone, made)) for _ in range(TIMES)]
        product, bare = median(one[0][0] for one in turns), median(one[1][0] for one in turns)
        memory = max(one[0][1] for one in turns)
        words = f"export {made:,} parts to {ours.upper()}, peak memory {memory:.0f} MB (≤ 300)"
        print(f"| {words} | {name} {bare:.1f} s | {product:.1f} s | {product / bare:.2f}× | ≤ {limit}× |", flush=True)


def _measured(side: str, rows: int) -> tuple[float, float]:
    """Seconds and the peak memory in MB of a process that does this side."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.exporting", side, str(rows)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def side(which: str, rows: int) -> None:
    """In the process that is measured: do it, say how long it took and what it took at most."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")
    import django

    django.setup()
    from django.db import connection

    connection.ensure_connection()
    began = perf_counter()
    {"xlsx": _sheet, "csv": _lines, "xlsx-alone": _workbook_alone, "csv-alone": _copy_alone}[which](rows)
    seconds = perf_counter() - began
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _sheet(rows: int) -> None:
    """The worker's job from its start to the kept file."""
    from congdoan.core.exports.jobs import make_sheet, start_sheet
    from congdoan.core.exports.large import Asked
    from congdoan.core.models import JobRun, StoredFile

    run = start_sheet(by=_whole().user, asked=Asked("plans.parts", 1), request="")
    make_sheet.func(run_id=run.pk, request="")
    run = JobRun.objects.get(pk=run.pk)
    assert run.state == JobRun.State.DONE, run.error
    assert StoredFile.objects.get(pk=run.result["file"]).blob.size > rows


def _lines(rows: int) -> None:
    """The answer of the product, read to its end as the server does."""
    from django.http import StreamingHttpResponse
    from django.test import RequestFactory

    from congdoan.core.exports.asked import export_if_asked
    from congdoan.plans.exports.parts import PART_COLUMNS, part_rows

    follow_up = _whole()
    request = RequestFactory().get("/?xuat=csv")
    request.user = follow_up.user
    answer = export_if_asked(
        request, name="Phan viec", columns=PART_COLUMNS, rows=part_rows(follow_up), title="Kế hoạch"
    )
    assert isinstance(answer, StreamingHttpResponse)
    size = sum(len(part) for part in answer.streaming_content)  # type: ignore[arg-type, union-attr, misc]
    assert size > rows


def _whole() -> "FollowUp":
    """The plan as somebody follows it who sees all of it."""
    from congdoan.accounts.models import User
    from congdoan.core import clock
    from congdoan.organisation.models import Post
    from congdoan.plans.models import Plan
    from congdoan.plans.queries.work.follow_up.scope import FollowUp

    user, _ = User.objects.get_or_create(username="a", defaults={"full_name": "Trần An"})
    Post.objects.get_or_create(
        user=user, unit_id=1, defaults={"role": "unit_leader", "title": "Chủ tịch", "starts_on": date(2018, 1, 1)}
    )
    return FollowUp(Plan.objects.select_related("unit").get(), user, clock.today())


def _workbook_alone(rows: int) -> None:
    """The same cells in the same formats, from rows that are made in no time."""
    from xlsxwriter import Workbook

    from congdoan.core.exports import xlsx

    due, given = date(2023, 4, 20), date(2022, 10, 1)
    with TemporaryFile() as file:
        book = Workbook(file, xlsx._OPTIONS)
        text, day = (book.add_format(xlsx._FORMATS[name]) for name in ("text", "day"))
        sheet = book.add_worksheet()
        for row in range(rows):
            task = 1 + row // UNITS
            sheet.write_string(row, 0, f"II.{task}", text)
            sheet.write_string(row, 1, f"Hệ thống hóa thủ tục hành chính, việc số {task}", text)
            sheet.write_string(row, 2, f"CĐCS xã {row % UNITS}", text)
            sheet.write_string(row, 3, "Chủ trì", text)
            sheet.write_datetime(row, 4, due, day)
            sheet.write_string(row, 5, "Đang thực hiện", text)
            sheet.write_datetime(row, 6, given, day)
            sheet.write_datetime(row, 8, due - timedelta(days=row % 100), day)
        book.close()


def _copy_alone(rows: int) -> None:
    """The same columns as they stand in the tables."""
    from django.db import connection

    query = """copy (select task.number, task.title, unit.short_name, given.role, given.due, given.state,
        given.taken_on, given.done_on, given.last_report_on from plans_assignment given
        join plans_task task on task.id = given.task_id
        join organisation_unit unit on unit.id = given.unit_id order by given.id) to stdout (format csv)"""
    size = 0
    with connection.cursor() as cursor, cursor.copy(query) as lines:
        for line in lines:
            size += len(line)
    assert size > rows


if __name__ == "__main__":
    if len(sys.argv) == 3:
        side(sys.argv[1], int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
