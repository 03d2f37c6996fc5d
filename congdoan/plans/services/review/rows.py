"""The rows of a draft as plain values: photographed before and after a change, compared, put back."""

import json
from collections.abc import Iterable
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from congdoan.documents.models import Citation
from congdoan.plans.models import Doubt, Plan, Section, Target, Task, TaskParty

Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]
Pair = tuple[Row | None, Row | None]
Changes = dict[str, dict[str, Pair]]

HEADER: Final = (
    "folded",
    "type",
    "kind",
    "kind_name",
    "series",
    "subject",
    "symbol",
    "number",
    "issued_on",
    "until",
    "coordinator_id",
    "signer_id",
    "signer_title",
    "bases",
    "carries_out_id",
)
_MODELS: Final[dict[str, type[models.Model]]] = {
    "plan": Plan,
    "section": Section,
    "task": Task,
    "party": TaskParty,
    "target": Target,
    "doubt": Doubt,
    "citation": Citation,
}
_UNKEPT: Final = {"made_in"}
_UNCOMPARED: Final = {"revision", "number", "order"}


def photograph(plan: Plan) -> Rows:
    """Every row of the draft that a reviewer can change, by model and id."""
    return {
        "plan": _rows(Plan.objects.filter(pk=plan.pk), ("id", *HEADER)),
        "section": _rows(Section.objects.filter(plan=plan)),
        "task": _rows(Task.objects.filter(plan=plan)),
        "party": _rows(TaskParty.objects.filter(task__plan=plan)),
        "target": _rows(Target.objects.filter(plan=plan)),
        "doubt": _rows(Doubt.objects.filter(plan=plan)),
        "citation": _rows(Citation.objects.filter(document_id=plan.document_id)) if plan.document_id else {},
    }


def compare(before: Rows, after: Rows) -> Changes:
    """Only what differs: model → id → (row before, row after); None where there was no row."""
    changes: Changes = {}
    for name in before:
        old, new = before[name], after[name]
        pairs = {key: (old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)}
        if pairs:
            changes[name] = pairs
    return changes


def is_still(changes: Changes, now: Rows) -> bool:
    """Whether every row is as the change left it; a row's revision does not matter."""
    return all(
        _compared(now[name].get(key)) == _compared(after)
        for name, pairs in changes.items()
        for key, (_, after) in pairs.items()
    )


def put_back(changes: Changes) -> None:
    """Make every row as it was before the change. A task gets a new revision, never an old one."""
    for name, model in _MODELS.items():
        for key, (before, after) in changes.get(name, {}).items():
            if before is not None and after is not None:
                model._default_manager.filter(pk=key).update(**_risen(before, after))
            elif before is not None:
                model._default_manager.bulk_create([model(**_risen(before, None))])
    for name, model in reversed(_MODELS.items()):
        gone = [key for key, (before, _) in changes.get(name, {}).items() if before is None]
        if gone:
            model._default_manager.filter(pk__in=gone).delete()


def _rows(found: "models.QuerySet[Any]", fields: Iterable[str] = ()) -> dict[str, Row]:
    names = tuple(fields) or tuple(f.attname for f in found.model._meta.concrete_fields if f.name not in _UNKEPT)
    plain: list[Row] = json.loads(json.dumps(list(found.values(*names)), cls=DjangoJSONEncoder))
    return {str(row["id"]): row for row in plain}


def _compared(row: Row | None) -> Row | None:
    """A column that is empty is as one that did not exist yet when the row was photographed."""
    if row is None:
        return None
    return {key: value for key, value in row.items() if key not in _UNCOMPARED and value not in (None, "")}


def _risen(before: Row, after: Row | None) -> Row:
    if "revision" not in before:
        return before
    return {**before, "revision": max(before["revision"], after["revision"] if after else 0) + 1}
