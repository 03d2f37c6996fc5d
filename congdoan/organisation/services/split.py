from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction

from congdoan.core.errors import Invalid
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.hand_over import (
    cease,
    check_may_cease,
    check_successor,
    heirs_within,
    itself_and_departments,
    move_children,
    own_children,
    put_under,
)
from congdoan.organisation.services.tree import check_day, let_follow, lock_tree, record, unit_to_change
from congdoan.organisation.succession import Choices, Shares, as_details

OF_UNIT: Final = "don-vi-"
"""Begins the key of a unit below in the choices."""


@transaction.atomic
def split_unit(
    *,
    by: Actor,
    unit_id: int,
    successor_ids: Sequence[int],
    goes_on: bool,
    effective_on: date,
    decision: str = "",
    choices: Choices | None = None,
    shares: Shares | None = None,
) -> Reorganisation:
    """A unit gives work to its successors: a part, when it `goes_on` (tách), else all, and it ends (chia).

    What is not chosen stays with the unit that goes on, else goes to the first successor. `choices` says by the keys
    that followers give (`Handed.key`) which unit takes a record, or a unit below; `shares` divides levels.
    Raises Invalid unless there are enough successors with the same superior, and everything is given to one of them.
    """
    check_day(effective_on)
    lock_tree()
    unit, *successors = [unit_to_change(one, effective_on) for one in (unit_id, *successor_ids)]
    for one in (unit, *successors):
        require_of(by, "units.manage", one)
    check_split(unit, successors, goes_on=goes_on, effective_on=effective_on)
    takers = {one.pk for one in successors} | ({unit.pk} if goes_on else set())
    _check_chosen(choices or {}, shares or {}, takers)
    main = unit if goes_on else successors[0]
    children = list(own_children(unit, effective_on))
    done = record(
        kind=Reorganisation.Kind.SPLIT,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=_in_words(unit, successors, goes_on=goes_on),
        by=by,
        details=as_details(
            successors=[one.pk for one in successors],
            choices=choices or {},
            shares=shares or {},
            **_given_up(unit, main, effective_on, goes_on=goes_on),
        ),
    )
    let_follow(done)
    to = {child.pk: (choices or {}).get(f"{OF_UNIT}{child.pk}", main.pk) for child in children}
    move_children(children, to, by=by, on=effective_on, decision=decision)
    if not goes_on:
        put_under(unit, main)
    return done


def _given_up(unit: Unit, main: Unit, on: date, *, goes_on: bool) -> dict[str, Any]:
    """What becomes of the unit, its departments and their posts, for `as_details`."""
    giving = itself_and_departments(unit, on)
    if goes_on:
        return {"ended": [], "posts": 0, "heirs": {one.pk: one.pk for one in giving}}
    return {"ended": [one.pk for one in giving], "posts": cease(giving, on), "heirs": heirs_within(giving, main, on)}


def _in_words(unit: Unit, successors: Sequence[Unit], *, goes_on: bool) -> str:
    names = ", ".join(str(one) for one in successors)
    return f"Tách {unit}, giao một phần cho {names}" if goes_on else f"Chia {unit} thành {names}"


def check_split(unit: Unit, successors: Sequence[Unit], *, goes_on: bool, effective_on: date) -> None:
    """Raises Invalid when the unit cannot be split so from that day on."""
    if len(successors) < (1 if goes_on else 2):
        raise Invalid("Chia một đơn vị cần ít nhất hai đơn vị nhận. Chọn thêm đơn vị nhận.", field="second")
    if len({one.pk for one in successors}) != len(successors):
        raise Invalid("Một đơn vị được chọn hai lần. Giữ một lần.", field="second")
    for one in successors:
        check_successor(unit, one, effective_on)
    if not goes_on:
        check_may_cease(unit, effective_on)


def _check_chosen(choices: Choices, shares: Mapping[str, Mapping[int, object]], takers: set[int]) -> None:
    chosen = set(choices.values()) | {unit for by in shares.values() for unit in by}
    if chosen - takers:
        raise Invalid("Có dòng được giao cho đơn vị không nhận việc lần này. Chọn lại đơn vị nhận ở dòng đó.")
