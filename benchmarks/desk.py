"""How long the desk and its lists take among 5,000,000 work items against the same pages among 5,000.

A unit has as many items in both: the federation grows from 10 units to 10,000. The province has given them all. Pages
are asked through the whole stack in one process, by turns from the small table and from the large one, so that both
meet the same machine.

Run from the root: python -m benchmarks.desk
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from statistics import quantiles
from time import perf_counter

from benchmarks.database import fresh_database

SMALL, LARGE, EACH, ASKED = 5_000, 5_000_000, 500, 150
DAY = date(2023, 3, 15)
PAGES = {
    "desk, my work": ("head", "/"),
    "desk, my unit's": ("head", "/?xem=don-vi"),
    "desk, given to all": ("leader", "/?xem=giao"),
    "list of my work": ("head", "/viec/"),
    "list of the late among all given": ("leader", "/viec/?xem=giao&nhom=qua-han"),
    "list of all given, its last page": ("leader", "/viec/?xem=giao&page=40"),
    "count of notices": ("head", "/viec/thong-bao/so/"),
}
# One in two is still open; due days reach from a year ago to a year ahead; a fifth of unit 2's is for its head.
ITEMS = """
    insert into worklist_workitem (kind, object_id, title, source, unit_id, action, user_id, given_by_unit_id, due,
        urgent, state, opened_on, closed_on, created_at)
    select 'benchmark.report', n, 'Hệ thống hóa thủ tục hành chính, việc số ' || n, 'Nhiệm vụ III.2.c, 34/KH-LĐLĐ',
        2 + n %% %s, 'tasks.report', case when n %% %s = 0 and n / %s %% 5 = 0 then 2 end, 1,
        case when n %% 11 <> 0 then date '2023-03-15' + (n %% 731 - 365)::int end, false,
        case when n / %s %% 2 = 0 then 'open' else 'done' end, '2022-09-12',
        case when n / %s %% 2 = 1 then date '2023-03-01' end, now()
    from generate_series(1, %s) n
"""


def run(sql: str, *params: object) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def use(schema: str) -> None:
    """Ask the tables of the schema from now on: `small` has its own of the tables that grow, all else is shared."""
    run(f"set search_path to {schema}, public")


def make_small_tables(*tables: str) -> None:
    run("create schema small")
    for table in tables:
        run(f"create table small.{table} (like public.{table} including all)")


def fill(items: int) -> None:
    """Exactly this many items at as many units as that takes."""
    units = items // EACH
    run("set session_replication_role = replica")
    make_units(units)
    run(ITEMS, units, units, units, units, units, items)
    run("set session_replication_role = default")
    run("vacuum analyze worklist_workitem")
    run("vacuum analyze organisation_unit")


def make_units(count: int) -> None:
    from congdoan.organisation.models import Unit

    numbers = range(2, count + 2)
    units = (
        Unit(
            pk=n,
            name=f"Đơn vị {n}",
            short_name=f"Đơn vị {n}",
            kind="grassroots",
            path=f"/1/{n}/",
            depth=1,
            starts_on=DAY,
        )
        for n in numbers
    )
    Unit.objects.bulk_create(units, batch_size=1000)


def people() -> dict[str, Callable[[str], None]]:
    """Asks a page as the leader of the province or as the head of one unit."""
    from django.test import Client

    from tests.world import make_post, make_unit, make_user

    province = make_unit("LĐLĐ tỉnh", "province", id=1)
    clients = {}
    for name, role in (("leader", "unit_leader"), ("head", "unit_leader")):
        user = make_user(name)
        post = make_post(user, province, role)
        if name == "head":
            run("set session_replication_role = replica")
            type(post).objects.filter(pk=post.pk).update(unit_id=2)
            run("set session_replication_role = default")
        client = Client(SERVER_NAME="localhost")
        client.force_login(user)
        clients[name] = partial(_ask, client)
    return clients


def _ask(client: "object", address: str) -> None:
    assert client.get(address).status_code == 200  # type: ignore[attr-defined]


def p95_by_turns(asks: dict[str, Callable[[], None]], asked: int = ASKED) -> dict[str, float]:
    """Milliseconds in which 95 of 100 answers came, of pages asked one after the other again and again."""
    taken: dict[str, list[float]] = {name: [] for name in asks}
    for _ in range(10 + asked):
        for name, ask in asks.items():
            start = perf_counter()
            ask()
            taken[name].append((perf_counter() - start) * 1000)
    return {name: quantiles(times[10:], n=20)[18] for name, times in taken.items()}


def from_schema(schema: str, ask: Callable[[], None]) -> Callable[[], None]:
    """The page from the schema's tables; to change over costs both the same."""

    def asked() -> None:
        use(schema)
        ask()

    return asked


@contextmanager
def serving() -> Iterator[None]:
    """Without collected static files, on the day of the items."""
    from django.conf import settings
    from django.test import override_settings

    from congdoan.core import clock
    from congdoan.worklist.kinds import WorkKind, kinds

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    kinds.register("benchmark.report", WorkKind("Báo cáo kết quả", lambda pk: f"/viec/{pk}/"))
    clock.set_today(DAY)
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield


def queries_of(ask: Callable[[], None]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def compare(name: str, ask: Callable[[], None]) -> None:
    """Print the row of a page: asked by turns from the small tables and from the large ones."""
    taken = p95_by_turns({schema: from_schema(schema, ask) for schema in ("small", "public")})
    small, large = taken["small"], taken["public"]
    print(
        f"| {name}, {LARGE:,} work items | with {SMALL:,}: p95 {small:.1f} ms | p95 {large:.1f} ms | "
        f"{large / small:.2f}× | ≤ 1.5×, {queries_of(ask)} of 12 queries |",
        flush=True,
    )


def main() -> None:
    fresh_database()
    with serving():
        clients = people()
        make_small_tables("organisation_unit", "worklist_workitem")
        run("insert into small.organisation_unit select * from public.organisation_unit where id = 1")
        for schema, items in (("small", SMALL), ("public", LARGE)):
            use(schema)
            fill(items)
        for name, (who, address) in PAGES.items():
            compare(name, partial(clients[who], address))


if __name__ == "__main__":
    main()
