"""Pages of a plan of 25 tasks whose work goes down through five levels: to 10,000 units against to 100.

Each of the units has its own plan of it, gives it to a unit below, and so on: 1,000,000 local tasks against 10,000.
One target is split among the units, with figures of four quarters. Pages are asked through the whole stack in one
process, by turns from both.

Run from the root: python -m benchmarks.rollup
"""

from collections.abc import Callable

from benchmarks.database import fresh_database
from benchmarks.desk import from_schema, make_small_tables, p95_by_turns, queries_of, run, serving, use
from benchmarks.followup import leader

FEW, MANY, TASKS, ASKED = 100, 10_000, 25, 60
PAGES = {
    "heat map": "/ke-hoach/1/theo-doi/",
    "heat map, a page of units": "/ke-hoach/1/theo-doi/?trang=2",
    "own plans of units": "/ke-hoach/1/theo-doi/?dang=trien-khai",
    "task with its units and their plans": "/ke-hoach/1/nhiem-vu/102/",
    "part of a unit, by number of parts": "/ke-hoach/nhiem-vu/2/",
    "part of a unit, sum through the levels": "/ke-hoach/nhiem-vu/1/",
    "targets of a plan": "/ke-hoach/1/chi-tieu/",
    "target with its units": "/ke-hoach/chi-tieu/1/",
}
# Level 1 is the province; unit n of level 2 to 5 has the id level * 100,000 + n, as its plan; a task plan * 100 + k.
UNITS_OF = """
    insert into organisation_unit (id, name, short_name, kind, parent_link, parent_id, depth, starts_on, path, symbol,
        place, code, address, phone, email, rank, sort_key, folded, words)
    select 1, 'LĐLĐ tỉnh', 'LĐLĐ tỉnh', 'province', 'direct', null::bigint, 0, date '2018-01-01', '/1/', 'LĐLĐ', '',
        '', '', '', '', 40, '1', '1', '1'
    union all
    select level * 100000 + n, 'Đơn vị ' || level || '.' || n, 'Đơn vị ' || level || '.' || n,
        (array['commune', 'grassroots', 'member_grassroots', 'section'])[level - 1], 'direct',
        case level when 2 then 1 else (level - 1) * 100000 + n end, level - 1,
        date '2018-01-01',
        '/1/' || (select string_agg((above * 100000 + n)::text, '/' order by above)
                    from generate_series(2, level) above) || '/',
        'CĐ', '', '', '', '', '', 50 + 10 * level, to_char(n, '00000'), n::text, n::text
    from generate_series(2, 5) level, generate_series(1, %(units)s) n
"""
PLANS_OF = """
    insert into plans_plan (id, unit_id, type, subject, state, symbol, issued_on, until, signer_title, version,
        revision, created_at, updated_at, folded, carries_out_id)
    select unit.id, unit.id, 'KH', 'Kế hoạch cải cách hành chính', 'running', '34/KH', date '2022-09-12',
        date '2025-12-31', '', 1, 1, now(), now(), '', unit.parent_id
    from organisation_unit unit
"""
TASKS_OF = """
    insert into plans_task (id, plan_id, "order", number, title, text, due_text, due, due_from_plan, recurrence,
        product, competence, revision, folded, roll_up, carries_out_id)
    select plan.id * 100 + k, plan.id, k, 'II.' || k, 'Hệ thống hóa thủ tục hành chính, việc số ' || k,
        'Hệ thống hóa những thủ tục hành chính đang thực hiện.', '', date '2023-03-15' + (k - 5) * 9, false, '', '', '',
        1, '', case k when 1 then 'sum' else 'all' end, plan.carries_out_id * 100 + k
    from plans_plan plan, generate_series(1, %(tasks)s) k
"""
# The province's parts come first, so that the first is that of its first task at unit 1 of level 2.
GIVEN = """
    insert into plans_assignment (plan_id, task_id, unit_id, role, state, due, given_on, taken_on, last_report_on,
        open_obstacles)
    select task.plan_id, task.id, unit.id, 'lead',
        case when task.plan_id = 1 then 'doing'
             else (array['new', 'doing', 'done', 'to_accept', 'doing', 'done'])[1 + (task.id + unit.id) %% 6] end,
        task.due, '2022-09-12', '2022-10-01', '2023-03-01', 0
    from plans_task task
    join plans_plan plan on plan.id = task.plan_id
    join (select parent_id as giver, id from organisation_unit
          union all select id, id from organisation_unit where kind = 'section') unit on unit.giver = plan.unit_id
    order by task.plan_id <> 1, unit.id, task.id
"""
COUNTED = """
    insert into plans_assignmenttarget (assignment_id, name, unit_text, total, reached, "order")
    select part.id, 'Thủ tục', 'thủ tục', 10, 1 + part.id %% 9, 0
    from plans_assignment part join plans_task task on task.id = part.task_id where task."order" = 1
"""
TARGETS = (
    """
    insert into plans_measuredtarget (id, plan_id, name, measure, unit_text, direction, counting, combining,
        periodicity, source, value, starts_on, ends_on, days_to_enter, "order", revision, changed_at)
    select 1, 1, 'Lớp tập huấn', 'number', 'lớp', 'higher', 'within', 'sum', 'quarterly', 'typed', 10 * %(units)s,
        '2023-01-01', '2023-12-31', 10, 1, 1, now()
    """,
    """
    insert into plans_targetperiod (id, target_id, name, starts_on, ends_on, due, share)
    select q, 1, 'Quý ' || q || '/2023', date '2023-01-01' + (q - 1) * 91, date '2023-01-01' + q * 91 - 1,
        date '2023-01-01' + q * 91 + 9, 25 from generate_series(1, 4) q
    """,
    """
    insert into plans_targetpart (id, target_id, unit_id, parent_id, path, depth, value, weight)
    select 1, 1, 1, null::bigint, '/1/', 0, 10 * %(units)s, 1
    union all select n + 1, 1, 200000 + n, 1, '/1/' || n + 1 || '/', 1, 10, 1 from generate_series(1, %(units)s) n
    """,
    """
    insert into plans_targetvalue (part_id, period_id, value, note, reason, at, revision)
    select part.id, period.id, case when period.id < 3 then 1 + part.id %% 5 end, '', '', now(), (period.id < 3)::int
    from plans_targetpart part, plans_targetperiod period
    """,
)
TABLES = (
    *("plans_targetvalue", "plans_targetpart", "plans_targetperiod", "plans_measuredtarget"),
    *("plans_followupsummary", "plans_followupchange"),
    *("plans_assignmenttarget", "plans_assignment", "plans_task", "plans_plan", "organisation_unit"),
)


def fill(units: int) -> None:
    """A province's plan whose work goes to that many units, and from each of them down to the fifth level."""
    from congdoan.plans.services.work.summarise import summarise

    run("set session_replication_role = replica")
    for statement in (UNITS_OF, PLANS_OF, TASKS_OF, GIVEN, COUNTED, *TARGETS):
        run_named(statement, units=units, tasks=TASKS)
    run("set session_replication_role = default")
    for table in TABLES:
        run(f"vacuum analyze {table}")
    summarise(1)  # as the worker does after a change


def run_named(sql: str, **params: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def pages() -> dict[str, Callable[[], None]]:
    from django.test import Client

    from tests.world import make_user

    client = Client(SERVER_NAME="localhost")
    client.force_login(make_user("leader"))
    return {name: (lambda address=address: _ask(client, address)) for name, address in PAGES.items()}


def _ask(client: object, address: str) -> None:
    response = client.get(address)  # type: ignore[attr-defined]
    assert response.status_code == 200, (address, response.status_code)


def compare(name: str, ask: Callable[[], None]) -> None:
    """Print the row of a page: asked by turns of few units and of many."""
    taken = p95_by_turns({schema: from_schema(schema, ask) for schema in ("small", "public")}, ASKED)
    few, many = taken["small"], taken["public"]
    print(
        f"| {name}, {TASKS} tasks × {MANY:,} units, {4 * TASKS * MANY:,} local tasks | {FEW} units: p95 {few:.1f} ms | "
        f"p95 {many:.1f} ms | {many / few:.2f}× | ≤ 1.5×, {queries_of(ask)} queries |",
        flush=True,
    )


def main() -> None:
    fresh_database()
    with serving():
        asked = pages()
        make_small_tables(*TABLES)
        for schema, units in (("small", FEW), ("public", MANY)):
            use(schema)
            fill(units)
        leader()
        for name, ask in asked.items():
            compare(name, ask)


if __name__ == "__main__":
    main()
