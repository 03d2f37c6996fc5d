"""Keeps audited updates of many rows as quick as they can be.

The trigger of an update joins the old rows with the new ones. PL/pgSQL keeps the plan that it made at the session's
first update, which mostly changed one row: a nested loop, for which 30,000 rows are minutes. Told to do without, it
makes a plan that serves one row and a million.
"""

from typing import Any, Final

from django.db import connections

_FUNCTIONS: Final = """
    select oid::regprocedure::text from pg_proc
     where pronamespace = 'public'::regnamespace and starts_with(proname, 'pgtrigger_update_update_')
       and not coalesce(proconfig, '{}') @> '{enable_nestloop=off}'
"""


def without_nested_loops(using: str, **_: Any) -> None:
    """After migrations, which make the triggers' functions anew: tell each of them."""
    with connections[using].cursor() as cursor:
        cursor.execute(_FUNCTIONS)
        for (function,) in cursor.fetchall():
            # The signature comes from PostgreSQL itself, quoted where it must be.
            cursor.execute(f"alter function {function} set enable_nestloop = off")
