"""How long the log of looks at persons takes among 2,000,000 looks against the same pages among 5,000.

Each person was looked at 200 times in two years in both: 10,000 persons against 25. One look in ten was at the list of
a unit's officers. Asked by turns from the small table and from the large one, as in `benchmarks.desk`.

Run from the root: python -m benchmarks.privacy
"""

from functools import partial

from benchmarks.database import fresh_database
from benchmarks.desk import _ask, make_small_tables, make_units, p95_by_turns, queries_of, run, serving, use
from benchmarks.desk import from_schema as asked_from

SMALL, LARGE, EACH, UNITS = 5_000, 2_000_000, 200, 1_000
PAGES = {
    "log of looks, all persons": ("leader", "/du-lieu-ca-nhan/nhat-ky/"),
    "log of looks, its last page": ("leader", "/du-lieu-ca-nhan/nhat-ky/?page=9999"),
    "log of looks, persons of a unit": ("head", "/du-lieu-ca-nhan/nhat-ky/"),
    "log of looks, one person": ("leader", "/du-lieu-ca-nhan/nhat-ky/?nguoi=1000"),
    "my data": ("person", "/tai-khoan/du-lieu/"),
    "page of a person with who looked": ("leader", "/nguoi-dung/1000/"),
}
PERSONS = """
    insert into accounts_user (id, username, full_name, password, is_active, email, phone, sort_key, folded,
        date_joined)
    select n, 'nguoi' || n, 'Nguyễn Văn ' || n, '!', true, '', '', '', 'nguyen van ' || n, now()
      from generate_series(1000, %s) n
"""
POSTS = """
    insert into organisation_post (user_id, unit_id, role, title, starts_on, duty, decision, rank, created_at)
    select n, 2 + n %% %s, 'specialist', '', '2020-01-01', '', '', 50, now() from generate_series(1000, %s) n
"""
LOOKS = """
    insert into core_recordaccess (at, by_id, kind, record, what, unit, rows, filter, page, request, address)
    select now() - interval '730 days' * (1 - n::float / %s), 1000 + n * 7 %% %s, 'accounts.user',
           case when n %% 10 > 0 then 1000 + n %% %s end, case when n %% 10 > 0 then 'view' else 'list' end,
           case when n %% 10 = 0 then 2 + n %% %s end, case when n %% 10 = 0 then 12 end, '', '/nguoi-dung/<int>/', 'x',
           '10.0.0.1'
      from generate_series(1, %s) n
"""


def fill(looks: int) -> None:
    persons = looks // EACH
    run(LOOKS, looks, persons, persons, min(persons, UNITS), looks)
    run("vacuum analyze core_recordaccess")


def compare(name: str, ask: "partial[None]") -> None:
    taken = p95_by_turns({schema: asked_from(schema, ask) for schema in ("small", "public")})
    small, large = taken["small"], taken["public"]
    print(
        f"| {name}, {LARGE:,} looks | with {SMALL:,}: p95 {small:.1f} ms | p95 {large:.1f} ms | "
        f"{large / small:.2f}× | ≤ 1.5×, {queries_of(ask)} of 25 queries |",
        flush=True,
    )


def clients() -> "dict[str, partial[None]]":
    """Asks a page as the administrator of the province, as that of one unit, or as a person who was looked at."""
    from django.test import Client

    from congdoan.accounts.models import User
    from congdoan.organisation.models import Unit
    from tests.world import make_post, make_unit, make_user

    province = make_unit("LĐLĐ tỉnh", "province", id=1)
    make_units(UNITS)
    run("set session_replication_role = replica")
    run(PERSONS, 999 + LARGE // EACH)
    run(POSTS, UNITS, 999 + LARGE // EACH)
    run("set session_replication_role = default")
    run("analyze accounts_user")
    run("analyze organisation_post")
    users = {"leader": make_user("leader"), "head": make_user("head"), "person": User.objects.get(pk=1000)}
    make_post(users["leader"], province, "unit_leader")
    make_post(users["head"], Unit.objects.get(pk=2), "unit_leader")
    found = {}
    for name, user in users.items():
        client = Client(SERVER_NAME="localhost")
        client.force_login(user)
        found[name] = partial(_ask, client)
    return found


def main() -> None:
    fresh_database()
    with serving():
        asks = clients()
        make_small_tables("core_recordaccess")
        for schema, looks in (("small", SMALL), ("public", LARGE)):
            use(schema)
            fill(looks)
        for name, (who, address) in PAGES.items():
            compare(name, partial(asks[who], address))


if __name__ == "__main__":
    main()
