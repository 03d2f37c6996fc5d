from datetime import date

from django.db import connection, transaction

from congdoan.core.errors import Invalid
from congdoan.organisation.kinds import ParentLink
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.establish import check_kind
from congdoan.organisation.services.tree import (
    check_day,
    check_name_is_free,
    check_nothing_later,
    check_stood_there,
    let_follow,
    lock_tree,
    record,
    unit_to_change,
    write_versions,
)


@transaction.atomic
def move_unit(
    *,
    by: Actor,
    unit_id: int,
    parent_id: int,
    effective_on: date,
    decision: str = "",
    parent_link: str = ParentLink.DIRECT,
) -> Reorganisation:
    """The unit with all under it stands under another unit from the day on. Rights by subtree follow at once."""
    check_day(effective_on)
    lock_tree()
    unit, parent = unit_to_change(unit_id, effective_on), unit_to_change(parent_id, effective_on)
    require_of(by, "units.manage", unit)
    require_of(by, "units.manage", parent)
    check_move(unit, parent, effective_on)
    old_parent, old_path = unit.parent, unit.path
    new_path = f"{parent.path}{unit.pk}/"
    unit.parent, unit.parent_link = parent, parent_link
    unit.save(update_fields=["parent", "parent_link"])
    rewrite_paths(old_path, new_path, parent.depth + 1 - unit.depth)
    unit.refresh_from_db()
    done = record(
        kind=Reorganisation.Kind.MOVE,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=f"Chuyển {unit} từ {old_parent} về {parent}",
        by=by,
        details={"from": old_parent.pk if old_parent else None, "to": parent.pk, "old_path": old_path},
    )
    write_versions(done, f"{new_path}%")
    let_follow(done)
    return done


def check_move(unit: Unit, parent: Unit, effective_on: date) -> None:
    """Raises Invalid when the unit cannot stand there from that day on."""
    if unit.parent_id is None:
        raise Invalid(f"{unit} là đơn vị cao nhất, không chuyển được.", field="parent")
    if parent.path.startswith(unit.path):
        raise Invalid(f"{parent} nằm trong {unit}. Chọn đơn vị khác.", field="parent")
    if parent.pk == unit.parent_id:
        raise Invalid(f"{unit} đang trực thuộc {parent}. Chọn đơn vị khác.", field="parent")
    check_kind(unit.kind, parent)
    check_name_is_free(unit.short_name, parent)
    check_nothing_later(Unit.objects.under(unit), effective_on)
    check_stood_there(parent, effective_on)


def rewrite_paths(old: str, new: str, deeper: int) -> None:
    """The paths of the whole subtree, ended units too, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update organisation_unit set path = %s || substr(path, %s), depth = depth + %s where path like %s",
            [new, len(old) + 1, deeper, f"{old}%"],
        )
