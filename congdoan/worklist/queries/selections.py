"""What a person may look at: the named views of open work, their filters and orders."""

import re
from datetime import date
from typing import Final

from django.db import models

from congdoan.accounts.models import User
from congdoan.worklist.addressing import giving_units_of, units_of
from congdoan.worklist.queries.groups import DueGroup, in_group
from congdoan.worklist.queries.piles import BY_DUE, Pile, Where, decisions, given_work, my_work, unit_work

MOST_LISTED: Final = 2_000
"""So many are counted and paged through. Of more, only the order by due day, which an index gives, is offered."""


class View(models.TextChoices):
    MINE = "toi", "Việc của tôi"
    UNIT = "don-vi", "Việc của đơn vị"
    GIVEN = "giao", "Việc đã giao"
    DECISIONS = "duyet", "Chờ tôi duyệt"


class Order(models.TextChoices):
    DUE = "han", "Hạn gần nhất"
    DUE_LAST = "-han", "Hạn xa nhất"
    NEWEST = "moi", "Mới giao nhất"
    TITLE = "ten", "Tên việc"


COLUMNS: Final = {
    Order.DUE: BY_DUE,
    Order.DUE_LAST: ("due desc", "id desc"),
    Order.NEWEST: ("opened_on desc", "id desc"),
    Order.TITLE: ("title", "id"),
}


def pile_of(view: View, user: User, on: date) -> Pile:
    """The pile that a view shows to the person."""
    match view:
        case View.UNIT:
            return unit_work(unit.pk for unit in units_of(user, on))
        case View.GIVEN:
            return given_work(giving_units_of(user, on))
        case View.DECISIONS:
            return decisions(my_work(user, on))
        case View.MINE:
            return my_work(user, on)


def filtered(pile: Pile, *, words: str, group: str, kind: str, urgent: bool, on: date) -> Pile:
    """What the filter lets through; words are looked for in title and source as typed."""
    conditions = [Where("(title ilike %s or source ilike %s)", (_holding(w), _holding(w))) for w in words.split()[:6]]
    if group in DueGroup.values:
        conditions.append(in_group(group, on))
    if kind:
        conditions.append(Where("kind = %s", (kind,)))
    if urgent:
        conditions.append(Where("urgent"))
    return pile.narrowed(*conditions)


def _holding(word: str) -> str:
    """A pattern for texts that hold the word, whose own % and _ are only signs."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", word) + "%"
