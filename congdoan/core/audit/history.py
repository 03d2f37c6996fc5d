"""The history of one object: who changed what, when and from where, old and new, from the audit tables."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone
from pghistory.models import Context

from congdoan.core.audit.field_names import field_name
from congdoan.core.finding import find
from congdoan.core.registry import Registry

HIDDEN: Final = {"made_in", "updated_at", "changed_at", "path", "sort_key", "folded", "password", "revision", "secret"}

ERASED: Final = "đã xóa theo yêu cầu"
Veil = Callable[[models.Model], Mapping[str, datetime]]
veils: Registry[Veil] = Registry("veil over histories")
"""Each says which fields of an object were erased on request, and when: older values are kept, but not shown.

The audit itself is sealed and stays as it was."""

_HOW = {"command": "lệnh", "job": "việc chạy nền"}


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """`what` is insert or update; `who` a name, empty for the system; `origin` the page, job or command it came from.

    `address` is the network address of the browser; empty for jobs and commands.
    """

    what: str
    at: datetime | None
    who: str
    origin: str
    address: str
    request: str
    changes: tuple[Change, ...]


def history_of(obj: models.Model) -> list[HistoryEntry]:
    """Newest first. An event row holds the state *before* it, so each is compared with the one after it."""
    events = list(
        event_model(type(obj)).objects.filter(pgh_obj_id=obj.pk).select_related("pgh_context").order_by("-pgh_id")
    )
    made_in = _context_of_insert(obj)
    names = _names([*(event.pgh_context for event in events), made_in])
    erased = _erased(obj)
    newer: models.Model = obj
    entries = []
    for event in events:
        hidden = {field for field, at in erased.items() if event.pgh_created_at <= at}
        if changes := tuple(_changes(event, newer, _fields(obj), hidden)):
            entries.append(_entry("update", event.pgh_created_at, event.pgh_context, changes, names))
        newer = event
    return [*entries, _entry("insert", getattr(obj, "created_at", None), made_in, (), names)]


def origin_words(origin: str) -> str:
    """Where a change came from, as a person reads it: a page's address, "lệnh ..." or "việc chạy nền ..."."""
    how, colon, name = origin.partition(":")
    return f"{_HOW[how]} {name.replace('_', '-')}" if colon and how in _HOW else origin


def event_model(model: type[models.Model]) -> Any:
    """The table of old rows of an audited model."""
    return next(field.related_model for field in model._meta.get_fields() if field.name == "events")


def _fields(obj: models.Model) -> list[models.Field[Any, Any]]:
    return [f for f in obj._meta.concrete_fields if f.name not in HIDDEN]


def _erased(obj: models.Model) -> dict[str, datetime]:
    """Field → the moment up to which its values are hidden."""
    return {field: at for veil in veils for field, at in veil(obj).items()}


def _changes(
    old: models.Model, new: models.Model, fields: Iterable[models.Field[Any, Any]], hidden: Iterable[str]
) -> Iterable[Change]:
    for field in fields:
        before, after = getattr(old, field.attname), getattr(new, field.attname)
        if before != after:
            say = _veiled if field.name in hidden else _words
            yield Change(field_name(field), say(field, before), say(field, after))


def _veiled(field: models.Field[Any, Any], value: Any) -> str:
    return ERASED if value not in (None, "") else _words(field, value)


def _words(field: models.Field[Any, Any], value: Any) -> str:
    """A value as a person reads it: the words of a choice, days as dd/mm/yyyy, how many lines, a dash for nothing."""
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return f"{len(value)} dòng"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if field.related_model:
        return str(find(field.related_model._default_manager, value) or value)
    return str(dict(field.flatchoices or ()).get(value, value))


def _context_of_insert(obj: models.Model) -> Context | None:
    made_in = getattr(obj, "made_in", None)
    return find(Context.objects, made_in) if made_in else None


def _names(contexts: Iterable[Any]) -> dict[int, str]:
    """Names of the persons of all entries, in one query."""
    ids = {context.metadata.get("user") for context in contexts if context} - {None}
    return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=ids)} if ids else {}


def _entry(
    what: str, at: datetime | None, context: Any, changes: tuple[Change, ...], names: dict[int, str]
) -> HistoryEntry:
    metadata = context.metadata if context else {}
    return HistoryEntry(
        what,
        at or (context.created_at if context else None),
        names.get(metadata.get("user") or 0, ""),
        origin_words(metadata.get("origin", "")),
        metadata.get("address") or "",
        metadata.get("request") or "",
        changes,
    )
