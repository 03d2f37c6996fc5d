"""How long the pages of a task and of a plan take among 5,000,000 work items against the same pages among 5,000.

A province's plan gives 25 tasks to its 200 units: 5,000 assignments, each with its work item. The large federation has
a thousand such provinces. Pages are asked through the whole stack in one process, by turns from both.

Run from the root: python -m benchmarks.followup
"""

from collections.abc import Callable

from benchmarks.database import fresh_database
from benchmarks.desk import compare, make_small_tables, run, serving, use

TASKS, UNITS, PROVINCES = 25, 200, 1000
PAGES = {
    "task of a unit": "/ke-hoach/nhiem-vu/1/",
    "task with all its units": "/ke-hoach/1/nhiem-vu/1/",
    "follow-up, matrix": "/ke-hoach/1/theo-doi/",
    "follow-up, line of time": "/ke-hoach/1/theo-doi/?dang=dong-thoi-gian",
    "follow-up, list of the late": "/ke-hoach/1/theo-doi/?dang=danh-sach&trang-thai=qua-han",
    "tasks of a unit": "/ke-hoach/don-vi/10001/",
    "overview of plans": "/ke-hoach/tong-quan/",
}
PROVINCES_OF = """
    insert into organisation_unit (id, name, short_name, kind, parent_link, depth, starts_on, path, symbol, place, code,
        address, phone, email, rank, sort_key, folded, words)
    select n, 'LĐLĐ tỉnh ' || n, 'LĐLĐ tỉnh ' || n, 'province', 'direct', 0, '2018-01-01', '/' || n || '/', 'LĐLĐ', '',
        '', '', '', '', 100, n::text, n::text, n::text from generate_series(1, %s) n
"""
UNITS_OF = """
    insert into organisation_unit (id, name, short_name, kind, parent_link, parent_id, depth, starts_on, path, symbol,
        place, code, address, phone, email, rank, sort_key, folded, words)
    select 10000 + (p - 1) * %s + n, 'LĐLĐ huyện ' || n, 'LĐLĐ huyện ' || n, 'district', 'direct', p, 1, '2018-01-01',
        '/' || p || '/' || 10000 + (p - 1) * %s + n || '/', 'LĐLĐ', '', '', '', '', '', 100, to_char(n, '0000'),
        n::text, n::text from generate_series(1, %s) p, generate_series(1, %s) n
"""
PLANS_OF = """
    insert into plans_plan (id, unit_id, type, subject, state, symbol, issued_on, until, signer_title, version,
        revision, created_at, updated_at, folded)
    select p, p, 'KH', 'Kế hoạch cải cách hành chính', 'running', '34/KH-LĐLĐ', '2022-09-12', '2025-12-31', '', 1, 1,
        now(), now(), '' from generate_series(1, %s) p
"""
TASKS_OF = """
    insert into plans_task (id, plan_id, "order", number, title, text, due_text, due, due_from_plan, recurrence,
        product, competence, revision, folded)
    select (plan.id - 1) * %s + n, plan.id, n, 'II.' || n, 'Hệ thống hóa thủ tục hành chính, việc số ' || n,
        'Hệ thống hóa những thủ tục hành chính đang thực hiện.', '', date '2023-03-15' + (n - 5) * 9, false, '', '', '',
        1, '' from plans_plan plan, generate_series(1, %s) n
"""
GIVEN = """
    insert into plans_assignment (id, plan_id, task_id, unit_id, role, state, due, given_on, taken_on, last_report_on,
        open_obstacles)
    select (task.id - 1) * %s + n, task.plan_id, task.id, 10000 + (plan.unit_id - 1) * %s + n,
        case when n %% 2 = 0 then 'lead' else 'cooperating' end,
        (array['new', 'doing', 'done', 'to_accept', 'doing', 'done'])[1 + (task.id + n) %% 6], task.due, '2022-09-12',
        '2022-10-01', date '2023-03-10' - (n %% 100)::int, 0
    from plans_task task join plans_plan plan on plan.id = task.plan_id, generate_series(1, %s) n
"""
ITEMS = """
    insert into worklist_workitem (kind, object_id, title, source, unit_id, action, given_by_unit_id, due, urgent,
        state, opened_on, created_at)
    select 'plans.report', assignment.id, 'Hệ thống hóa thủ tục hành chính', 'Nhiệm vụ II.1, 34/KH-LĐLĐ',
        assignment.unit_id, 'tasks.report', plan.unit_id, assignment.due, false,
        case assignment.state when 'done' then 'done' else 'open' end, '2022-10-01', now()
    from plans_assignment assignment join plans_plan plan on plan.id = assignment.plan_id
"""
REPORTS = """
    insert into plans_progressreport (assignment_id, text, finishes, state, by_id, "on", created_at, decision_note)
    select 1, 'Xong nhóm thủ tục thứ ' || n, false, 'noted', 1, '2023-03-01', now(), '' from generate_series(1, 20) n
"""
TABLES = (
    "worklist_workitem",
    "plans_progressreport",
    "plans_assignment",
    "plans_task",
    "plans_plan",
    "organisation_unit",
)


def fill(provinces: int) -> None:
    """A federation of that many provinces with a plan each; the first plan is the one that is followed."""
    run("set session_replication_role = replica")
    run(PROVINCES_OF, provinces)
    run(UNITS_OF, UNITS, UNITS, provinces, UNITS)
    run(PLANS_OF, provinces)
    run(TASKS_OF, TASKS, TASKS)
    run(GIVEN, UNITS, UNITS, UNITS)
    run(ITEMS)
    run(REPORTS)
    run("set session_replication_role = default")
    for table in TABLES:
        run(f"vacuum analyze {table}")


def leader() -> None:
    """The chair of the first province, who follows its plans."""
    run(
        "insert into organisation_post (user_id, unit_id, role, title, duty, starts_on, decision, rank, created_at) "
        "select 1, 1, 'unit_leader', 'Chủ tịch', '', '2018-01-01', '', 50, now()"
    )


def pages() -> dict[str, Callable[[], None]]:
    from django.test import Client

    from tests.world import make_user

    client = Client(SERVER_NAME="localhost")
    client.force_login(make_user("leader"))
    return {name: (lambda address=address: _ask(client, address)) for name, address in PAGES.items()}


def _ask(client: object, address: str) -> None:
    response = client.get(address)  # type: ignore[attr-defined]
    assert response.status_code == 200, (address, response.status_code)


def main() -> None:
    fresh_database()
    with serving():
        asked = pages()
        make_small_tables(*TABLES)
        for schema, provinces in (("small", 1), ("public", PROVINCES)):
            use(schema)
            fill(provinces)
        leader()
        for name, ask in asked.items():
            compare(name, ask)


if __name__ == "__main__":
    main()
