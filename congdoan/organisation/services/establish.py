"""Sets up new units."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.kinds import INSIDE, LEVELS, ParentLink, UnitKind
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.tree import (
    check_day,
    check_name_is_free,
    check_stood_there,
    let_follow,
    lock_tree,
    record,
    unit_to_change,
    write_versions,
)


class UnitDetails(TypedDict, total=False):
    """What may be told of a unit besides its name and place in the tree; what is left out is empty."""

    symbol: str
    place: str
    code: str
    address: str
    phone: str
    email: str


@transaction.atomic
def establish_unit(
    *,
    by: Actor,
    parent: Unit | None,
    kind: str,
    name: str,
    short_name: str,
    effective_on: date,
    decision: str = "",
    parent_link: str = "",
    **details: Unpack[UnitDetails],
) -> Unit:
    """A new unit under `parent` (without one, a new root) from the day on.

    Raises Invalid when the day is to come, the name is taken or the kind does not belong there.
    """
    over = _place_for(parent, kind, effective_on, by)
    check_name_is_free(normalise(short_name), over)
    unit = Unit.objects.create(
        name=normalise(name),
        short_name=normalise(short_name),
        kind=kind,
        parent=over,
        parent_link=parent_link or default_link(kind),
        path="",
        depth=over.depth + 1 if over else 0,
        starts_on=effective_on,
        **details,
    )
    unit.path = f"{over.path if over else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    done = record(
        kind=Reorganisation.Kind.ESTABLISH,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=f"Thành lập {unit}",
        by=by,
        details={"parent": over.pk if over else None},
    )
    write_versions(done, unit.path)
    let_follow(done)
    return unit


def _place_for(parent: Unit | None, kind: str, on: date, by: Actor) -> Unit | None:
    """The parent, with the tree locked, where `by` may put a unit of the kind from the day on."""
    check_day(on)
    lock_tree()
    over = unit_to_change(parent.pk, on) if parent else None
    if over:
        require_of(by, "units.manage", over)
        check_stood_there(over, on)
    check_kind(kind, over)
    return over


def check_kind(kind: str, parent: Unit | None) -> None:
    """Raises Invalid when a unit of the kind cannot stand under `parent`."""
    if parent is None:
        return
    if parent.kind in INSIDE or LEVELS[kind] <= LEVELS[parent.kind]:
        raise Invalid(f"{UnitKind(kind).label} không trực thuộc {parent}. Chọn loại hoặc cấp trên khác.", field="kind")


def default_link(kind: str) -> str:
    return ParentLink.PART if kind in INSIDE else ParentLink.DIRECT
