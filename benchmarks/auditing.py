"""What the audit costs an update of 30,000 units that were just loaded, against the same update without its trigger.

The session has changed single units before, as each process of pages has: the plans of its triggers are kept from then.

Run from the root: python -m benchmarks.auditing
"""

from benchmarks.database import fresh_database
from benchmarks.desk import run
from benchmarks.sealing import seconds

UNITS = 30_000
LOADED = """
    insert into organisation_unit (name, short_name, kind, parent_link, path, depth, starts_on, symbol, place, code,
        address, phone, email, rank, sort_key, folded, words)
    select 'Công đoàn cơ sở ' || n, 'CĐCS ' || n, 'grassroots', 'under', to_char(n, 'FM000000') || '/', 0, '2020-01-01',
           '', '', '', '', '', '', 0, '', 'cong doan co so ' || n, '{}'
      from generate_series(1, %s) n
"""
ONE = "update organisation_unit set phone = '0275' where id = (select max(id) - %s from organisation_unit)"
MOVED = "update organisation_unit set path = path || '1/', depth = depth + 1"
TRIGGER = "alter table organisation_unit {} trigger user"


def moving(*, audited: bool) -> float:
    """Seconds of the update on a table that nobody has analysed, in a session that has changed single rows."""
    run("truncate organisation_unit cascade")
    run(LOADED, UNITS)
    for place in range(10):
        run(ONE, place)
    run(TRIGGER.format("enable" if audited else "disable"))
    taken = seconds(lambda: run(MOVED))
    run(TRIGGER.format("enable"))
    return taken


def main() -> None:
    fresh_database()
    bare = min(moving(audited=False) for _ in range(3))
    audited = min(moving(audited=True) for _ in range(3))
    against = f"the same without its history {bare:.2f} s"
    print(f"| move {UNITS:,} units just loaded | {against} | {audited:.2f} s | {audited / bare:.1f}× | ≤ 4× |")


if __name__ == "__main__":
    main()
