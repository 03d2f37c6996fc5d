from datetime import date

from django.db import transaction

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
from congdoan.organisation.succession import as_details


@transaction.atomic
def merge_unit(*, by: Actor, unit_id: int, into_id: int, effective_on: date, decision: str = "") -> Reorganisation:
    """The unit becomes a part of another one: it ends, and what it has in hand goes on there, with its history.

    The units under it stand under the other one; its posts end on the day before. To merge several units into a new
    one, establish that first. Raises Invalid unless both have the same superior (or the other one is the superior).
    """
    check_day(effective_on)
    lock_tree()
    unit, into = unit_to_change(unit_id, effective_on), unit_to_change(into_id, effective_on)
    require_of(by, "units.manage", unit)
    require_of(by, "units.manage", into)
    check_merge(unit, into, effective_on)
    children = list(own_children(unit, effective_on))
    giving = itself_and_departments(unit, effective_on)
    posts = cease(giving, effective_on)
    heirs = heirs_within(giving, into, effective_on)
    ended = [one.pk for one in giving]
    done = record(
        kind=Reorganisation.Kind.MERGE,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=f"Sáp nhập {unit} vào {into}",
        by=by,
        details=as_details(ended=ended, heirs=heirs, successors=[into.pk], choices={}, shares={}, posts=posts),
    )
    let_follow(done)
    move_children(children, {child.pk: into.pk for child in children}, by=by, on=effective_on, decision=decision)
    put_under(unit, into)
    return done


def check_merge(unit: Unit, into: Unit, effective_on: date) -> None:
    """Raises Invalid when the unit cannot become a part of the other one from that day on."""
    check_successor(unit, into, effective_on)
    check_may_cease(unit, effective_on)
