"""How long the pages of steering take for a leader of 10,000 units against a leader of 100: 25 tasks for each unit.

One plan of the province gives 25 tasks to every unit under it: 2,500 parts against 250,000, all of them in sight.
Pages are asked through the whole stack in one process, by turns from both.

Run from the root: python -m benchmarks.steering [units of the large one]
"""

import sys
from collections.abc import Callable

from benchmarks.database import fresh_database
from benchmarks.desk import from_schema, make_small_tables, p95_by_turns, queries_of, run, serving, use
from benchmarks.followup import GIVEN, PLANS_OF, PROVINCES_OF, TASKS, TASKS_OF, UNITS_OF

SMALL, LARGE, ASKED = 100, 10_000, 10
PAGES = {
    "heat map": "/dieu-hanh/ban-do/",
    "heat map, sections of a plan": "/dieu-hanh/ban-do/?ke-hoach=1",
    "heat map, page 3": "/dieu-hanh/ban-do/?trang=3",
    "state of all plans": "/dieu-hanh/",
    "burn-up": "/dieu-hanh/tien-do/",
    "what stands still": "/dieu-hanh/dung-lai/",
    "forecast": "/dieu-hanh/du-bao/",
    "comparison": "/dieu-hanh/so-sanh/",
    "calendar": "/dieu-hanh/lich/",
    "list behind a number": "/dieu-hanh/viec/?loai=district&trang-thai=qua-han",
    "briefing": "/dieu-hanh/giao-ban/",
}
REACH = {name: "≤ 1.5×" if name.startswith("heat map") else "≤ 10×" for name in PAGES}
"""The heat map must not grow; the others add up a hundred times as much."""
SECTIONS = """
    insert into plans_section (id, plan_id, number, printed, title, short_title, "order", depth)
    select n, 1, 'II.' || n, n::text, 'Mục ' || n, 'Mục ' || n, n, 0 from generate_series(1, 5) n
"""
IN_SECTIONS = "update plans_task set section_id = 1 + id %% 5"
FINISHED = "update plans_assignment set done_on = due - 20 + (unit_id %% 37)::int where state = 'done'"
TABLES = ("plans_assignment", "plans_task", "plans_section", "plans_plan", "organisation_unit")


def fill(units: int) -> None:
    """One province with that many units."""
    run("set session_replication_role = replica")
    run(PROVINCES_OF, 1)
    run(UNITS_OF, units, units, 1, units)
    run(PLANS_OF, 1)
    run(SECTIONS)
    run(TASKS_OF, TASKS, TASKS)
    run(IN_SECTIONS)
    run(GIVEN, units, units, units)
    run(FINISHED)
    run("set session_replication_role = default")
    for table in TABLES:
        run(f"vacuum analyze {table}")


def leader() -> None:
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


def main(large: int) -> None:
    fresh_database()
    with serving():
        asked = pages()
        make_small_tables(*TABLES)
        for schema, units in (("small", SMALL), ("public", large)):
            use(schema)
            fill(units)
        leader()
        for name, ask in asked.items():
            taken = p95_by_turns({schema: from_schema(schema, ask) for schema in ("small", "public")}, ASKED)
            ratio = taken["public"] / taken["small"]
            print(
                f"| steering: {name}, {large:,} units | with {SMALL}: p95 {taken['small']:.0f} ms | "
                f"p95 {taken['public']:.0f} ms | {ratio:.2f}× | {REACH[name]}, {queries_of(ask)} queries |",
                flush=True,
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
