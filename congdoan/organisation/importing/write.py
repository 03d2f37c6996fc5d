"""Writes a checked draft with COPY, in the caller's transaction: 100,000 units in one go."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from congdoan.core.audit.context import bind_to_transaction
from congdoan.core.text import fold, sort_key
from congdoan.organisation.importing.drafts import ImportDraft, PersonDraft, UnitDraft
from congdoan.organisation.kinds import RANKS
from congdoan.organisation.naming import order_key, search_words
from congdoan.organisation.roles import rank_of
from congdoan.organisation.services.authority import Actor
from congdoan.organisation.services.establish import default_link

_UNIT = (
    "id, name, short_name, kind, parent_link, path, parent_id, depth, starts_on, symbol, place, code, address, phone, "
    "email, rank, sort_key, folded, words"
)
_USER = "id, password, username, full_name, email, phone, is_active, date_joined, sort_key, folded"
_POST = "user_id, unit_id, role, title, duty, starts_on, decision, rank, made_by_id, created_at"


def write_draft(draft: ImportDraft, *, by: Actor, decision: str) -> None:
    """Give ids and paths, then write units with their versions and commands, accounts and posts."""
    bind_to_transaction()
    for unit, pk in zip(draft.units, _ids("organisation_unit", len(draft.units)), strict=True):
        unit.pk = pk
        unit.path = f"{unit.parent.path if unit.parent else '/'}{pk}/"
    for person, pk in zip(draft.people, _ids("accounts_user", len(draft.people)), strict=True):
        person.pk = pk
    _copy("organisation_unit", _UNIT, (_unit_row(unit) for unit in draft.units))
    _write_history([unit.pk for unit in draft.units], by=by, decision=decision)
    _copy("accounts_user", _USER, (_user_row(person) for person in draft.people))
    now, made_by = timezone.now(), by.pk if by else None
    _copy(
        "organisation_post",
        _POST,
        (
            (
                *(p.person.pk, p.unit.pk, p.role, p.title, p.duty, p.starts_on, decision),
                *(rank_of(p.role, p.title), made_by, now),
            )
            for p in draft.posts
        ),
    )


def _ids(table: str, count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)", [table, count])
        return [row[0] for row in cursor.fetchall()]


def _copy(table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"copy {table} ({columns}) from stdin") as copy:
        for row in rows:
            copy.write_row(row)


def _unit_row(unit: UnitDraft) -> tuple[Any, ...]:
    contacts = unit.contacts
    return (
        unit.pk,
        unit.name[:250],
        unit.short_name[:120],
        unit.kind,
        default_link(unit.kind),
        unit.path,
        unit.parent.pk if unit.parent else None,
        unit.depth,
        unit.starts_on,
        contacts["symbol"][:40],
        contacts["place"][:80],
        "",
        contacts["address"][:250],
        contacts["phone"][:40],
        contacts["email"][:254],
        RANKS[unit.kind],
        order_key(unit.short_name[:120]),
        fold(f"{unit.short_name} {unit.name}")[:400],
        search_words(unit.short_name, unit.name),
    )


def _user_row(person: PersonDraft) -> tuple[Any, ...]:
    unusable = f"!{secrets.token_urlsafe(30)}"
    name = person.full_name[:120]
    return (
        person.pk,
        unusable,
        person.username,
        name,
        person.email,
        person.phone,
        True,
        timezone.now(),
        sort_key(name),
        fold(name),
    )


def _write_history(ids: list[int], *, by: Actor, decision: str) -> None:
    """One command and one version for each new unit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into organisation_reorganisation "
            "(kind, unit_id, effective_on, decision, summary, details, made_by_id, made_at) "
            "select 'establish', id, starts_on, %s, left('Thành lập ' || short_name, 400), "
            "jsonb_build_object('parent', parent_id), %s, now() from organisation_unit where id = any(%s)",
            [decision, by.pk if by else None, ids],
        )
        cursor.execute(
            "insert into organisation_unitversion "
            "(unit_id, name, short_name, kind, parent_link, path, parent_id, valid_from, reorganisation_id) "
            "select u.id, u.name, u.short_name, u.kind, u.parent_link, u.path, u.parent_id, u.starts_on, r.id "
            "from organisation_unit u join organisation_reorganisation r on r.unit_id = u.id where u.id = any(%s)",
            [ids],
        )
