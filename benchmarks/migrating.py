"""An empty database brought to the present by `congdoan migrate` against the same by Django's own way.

Run from the root: python -m benchmarks.migrating
"""

from time import perf_counter

from benchmarks.database import fresh_database

LIMIT = 0.5


def seconds(command: object) -> float:
    """On a database of its own, thrown away again."""
    from django.core.management import call_command
    from django.db import connection

    from tests.template_database import connected_to

    with connection._nodb_cursor() as cursor:
        cursor.execute("create database migrated")
    with connected_to("migrated"):
        begun = perf_counter()
        call_command(command, verbosity=0)
        taken = perf_counter() - begun
    with connection._nodb_cursor() as cursor:
        cursor.execute("drop database migrated")
    return taken


def main() -> None:
    fresh_database()
    from django.core.management.commands import migrate as of_django

    from congdoan.core.management.commands import migrate

    bare, ours = seconds(of_django.Command()), seconds(migrate.Command())
    share = f"{ours / bare:.2f}× | ≤ {LIMIT:g}×"
    print(f"| migrate an empty database | Django's own way {bare:.0f} s | {ours:.1f} s | {share} |")


if __name__ == "__main__":
    main()
