"""What amendments changed about one task, and why the work is gone where its plan was withdrawn or replaced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from congdoan.plans.models import AmendmentChange, PartyRole, PlanStep
from congdoan.plans.models.plan import TAKEN_BACK

Kind = AmendmentChange.Kind


@dataclass(frozen=True, slots=True)
class Amended:
    """One change: what ("Đổi hạn"), from what to what ("22/03/2023 → 30/04/2023"), from which day, why, by which paper.

    `is_own`: it holds for some units only.
    """

    label: str
    words: str
    on: date
    reason: str
    is_own: bool = False


@cache
def changes_of_task() -> ArraySubquery:
    """For `annotate()` of assignments, as `amended_from` reads it; the newest first."""
    facts = {name: F(name) for name in ("kind", "before", "after")}
    facts |= {name: F(f"amendment__{name}") for name in ("on", "reason", "decision")}
    of_some = AmendmentChange.units.through.objects.filter(amendmentchange=OuterRef("pk"))
    found = AmendmentChange.objects.filter(task=OuterRef("task")).order_by("-pk").annotate(is_own=Exists(of_some))
    found = found.filter(Q(is_own=False) | Q(units=OuterRef("unit")))
    facts["is_own"] = F("is_own")
    return ArraySubquery(found.values(facts=JSONObject(**facts))[:20])


@cache
def reason_of_end() -> Subquery:
    """For `annotate()` of assignments: why the plan ended before its work was done."""
    ended = PlanStep.objects.filter(plan=OuterRef("plan"), after__in=TAKEN_BACK)
    return Subquery(ended.order_by("-pk").values("note")[:1])


def amended_from(rows: Iterable[Mapping[str, Any]]) -> list[Amended]:
    return [
        Amended(
            str(Kind(row["kind"]).label),
            "; ".join(_words(row["kind"], row["before"], row["after"])),
            date.fromisoformat(row["on"]),
            f"{row['reason']} ({row['decision']})" if row["decision"] else row["reason"],
            row["is_own"],
        )
        for row in rows
    ]


def _words(kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    if kind == Kind.DUE:
        yield f"{_day(before)} → {_day(after)}"
    elif kind == Kind.TEXT:
        yield f"trước là “{before.get('text', '')}”"
    elif kind == Kind.ROLL_UP:
        yield f"{before['rule']} → {after['rule']}"
    elif kind == Kind.AFTER:
        yield after.get("first") or "không phải chờ việc nào"
    elif kind == Kind.MOVED:
        yield f"sang {after.get('plan', '')}"
    elif kind == Kind.PARTIES:
        for role in PartyRole:
            if before.get(role) != after.get(role):
                yield f"{role.label.lower()} {before.get(role) or '–'} → {after.get(role) or '–'}"


def _day(kept: Mapping[str, str]) -> str:
    return f"{date.fromisoformat(kept['due']):%d/%m/%Y}" if kept.get("due") else "không đặt"
