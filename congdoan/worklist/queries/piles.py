"""Piles of open work: mine, my unit's, what my unit has given to others.

A pile is a union of disjoint ranges of one table, each answered by one index, so that it is as quick among five million
items as among five thousand. Sizes are counted up to `MANY`. The statements are put together here and not by the
query builder, which would take longer over them than the database.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.db import connection, transaction

from congdoan.accounts.models import User
from congdoan.worklist.addressing import actions_by_unit
from congdoan.worklist.kinds import kinds
from congdoan.worklist.models import WorkItem

MANY: Final = 1000
Order = tuple[str, ...]
BY_DUE: Final[Order] = ("due", "id")
_NAMED: Final = """
    select item.*, unit.short_name as unit_name, giver.short_name as giver_name from ({items}) as item
    join organisation_unit unit on unit.id = item.unit_id
    left join organisation_unit giver on giver.id = item.given_by_unit_id
    order by {order}
"""


class Where(NamedTuple):
    """A condition on work items, in SQL."""

    sql: str
    params: tuple[Any, ...] = ()

    def __and__(self, other: "Where") -> "Where":
        return Where(f"{self.sql} and {other.sql}", self.params + other.params)


class Sql(NamedTuple):
    text: str
    params: list[Any]


class Line(NamedTuple):
    """An item in a sheet."""

    title: str
    source: str
    unit_name: str
    giver_name: str | None
    due: date | None
    opened_on: date


@dataclass(frozen=True, slots=True)
class Pile:
    """`parts` are conditions that exclude each other."""

    parts: tuple[Where, ...]

    def narrowed(self, *conditions: Where) -> "Pile":
        parts = self.parts
        for condition in conditions:
            parts = tuple(part & condition for part in parts)
        return Pile(parts)

    def page(self, *, offset: int, limit: int, order: Order = BY_DUE) -> list[WorkItem]:
        """Items `offset` to `offset + limit` of the pile in order, with the names of their units; one query."""
        return named([self.head(offset + limit, order)], order, Sql(" offset %s limit %s", [offset, limit]))

    def head(self, limit: int, order: Order = BY_DUE) -> Sql:
        """The statement for the ids of the first of each part; where an index has them, no row is read."""
        columns = ", ".join(column.split()[0] for column in order)
        one = f"(select {columns} from worklist_workitem where {{}} order by {', '.join(order)} limit %s)"  # noqa: S608
        text = " union all ".join(one.format(part.sql) for part in self.parts)
        return Sql(text, [param for part in self.parts for param in (*part.params, limit)])

    def every(self, order: Order = BY_DUE) -> Iterator[Line]:
        """All items in order as lines of a sheet, read by a server-side cursor."""
        text = " union all ".join(f"select * from worklist_workitem where {part.sql}" for part in self.parts)  # noqa: S608
        lines = f"select title, source, unit_name, giver_name, due, opened_on from ({_named_sql(text, order)}) as line"  # noqa: S608
        if not self.parts:
            return
        with transaction.atomic(), connection.chunked_cursor() as cursor:
            cursor.execute(lines, [param for part in self.parts for param in part.params])
            yield from (Line(*row) for row in cursor)

    def size(self, most: int = MANY) -> int:
        return sizes({"all": self}, most)["all"]


def my_work(user: User, on: date) -> Pile:
    """Open work for the person: addressed to them by name, or to a unit where one of their posts gives the action."""
    by_name = Where("user_id = %s", (user.pk,))
    addressed = Where("user_id is null and unit_id = %s and action = any(%s)")
    units = actions_by_unit(user, on).items()
    return _open(by_name, *(addressed._replace(params=(unit_id, sorted(actions))) for unit_id, actions in units))


def decisions(pile: Pile) -> Pile:
    """What waits for a decision: approving, confirming."""
    return pile.narrowed(Where("kind = any(%s)", (_decision_kinds(),)))


def doings(pile: Pile) -> Pile:
    """The rest: what is to be done."""
    return pile.narrowed(Where("kind <> all(%s)", (_decision_kinds(),)))


def unit_work(unit_ids: Iterable[int]) -> Pile:
    """Open work addressed to these very units or to somebody in them."""
    return _open(*(Where("unit_id = %s", (unit_id,)) for unit_id in unit_ids))


def given_work(unit_ids: Iterable[int]) -> Pile:
    """Open work that these units have given to others."""
    return _open(*(Where("given_by_unit_id = %s and unit_id <> %s", (unit_id, unit_id)) for unit_id in unit_ids))


def named(heads: Sequence[Sql], order: Order, cut: Sql = Sql("", [])) -> list[WorkItem]:  # noqa: B008
    """The items of these statements in order, with the names of their units; one query."""
    found = [head for head in heads if head.text]
    if not found:
        return []
    heads_text = " union all ".join(head.text for head in found)
    picked = f"select id from ({heads_text}) as head order by {', '.join(order)}{cut.text}"  # noqa: S608
    items = f"select * from worklist_workitem where id in ({picked})"  # noqa: S608
    params = [param for head in [*found, cut] for param in head.params]
    return list(WorkItem.objects.raw(_named_sql(items, order), params))


def sizes(piles: Mapping[str, Pile], most: int = MANY) -> dict[str, int]:
    """How many items each pile has, `most` + 1 standing for more; one query for all of them."""
    return numbers({name: size_sql(pile, most) for name, pile in piles.items()})


def numbers(asked: Mapping[str, Sql]) -> dict[str, int]:
    """What each of these statements counts; one query for all of them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {', '.join(sql.text for sql in asked.values())}", [p for sql in asked.values() for p in sql.params]
        )
        return dict(zip(asked, cursor.fetchone(), strict=True))


def size_sql(pile: Pile, most: int = MANY) -> Sql:
    if not pile.parts:
        return Sql("0", [])
    text = " union all ".join(f"select 1 from worklist_workitem where {part.sql}" for part in pile.parts)  # noqa: S608
    params = [param for part in pile.parts for param in part.params]
    return Sql(f"(select count(*) from ({text} limit %s) as pile)", [*params, most + 1])  # noqa: S608


def _open(*conditions: Where) -> Pile:
    return Pile(tuple(Where("state = 'open'") & condition for condition in conditions))


def _named_sql(items: str, order: Order) -> str:
    return _NAMED.format(items=items, order=", ".join(f"item.{column}" for column in order))


def _decision_kinds() -> list[str]:
    return [name for name, kind in kinds.items() if kind.waits_for_decision]
