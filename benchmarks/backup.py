"""How long a backup takes against pg_dump alone with the same compression, and how much memory it needs.

Run from the root: python -m benchmarks.backup
"""

import resource
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.database import fresh_database

ITEMS, RUNS = 1_000_000, 3
ROWS = """
    insert into core_jobrun (kind, title, object_kind, state, stage, done, total, error, result, result_url,
        created_at, updated_at)
    select 'benchmark', 'Nhập đơn vị ' || md5(n::text), '', 'done', 'Đã ghi', n, n, '', '{}', '', now(), now()
    from generate_series(1, %s) n
"""


def main() -> None:
    fresh_database()
    from django.db import connection

    from congdoan.core.backup.making import write_archive
    from congdoan.core.backup.programs import address_of, environment, path_of
    from congdoan.core.backup.sealing import Seal

    with connection.cursor() as cursor:
        cursor.execute(ROWS, [ITEMS])
    dump = [path_of("pg_dump"), "--format=custom", "--compress=gzip:1", *address_of("congdoan")]
    ours, theirs = [], []
    with TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(RUNS):
            begun = perf_counter()
            with Path(folder, "a.tar").open("wb") as out:
                write_archive(out, Seal(), lambda *_: None)
            ours.append(perf_counter() - begun)
            begun = perf_counter()
            subprocess.run([*dump, "--file", str(Path(folder, "dump"))], env=environment(), check=True)
            theirs.append(perf_counter() - begun)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    alone, with_hash = median(theirs), median(ours)
    work = f"back up {ITEMS:,} rows, with content hash"
    print(f"| {work} | pg_dump alone {alone:.1f} s | {with_hash:.1f} s | {with_hash / alone:.2f}× | ≤ 2× |")
    print(f"| memory of it | 100 MB | {grown:.0f} MB | {grown / 100:.2f}× | ≤ 1× |")


if __name__ == "__main__":
    main()
