"""What merging and splitting have in common: a unit that is no more, or gives a part away, and who takes over."""

from collections.abc import Iterable, Mapping
from datetime import date

from congdoan.core.errors import Invalid
from congdoan.core.text import fold
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit, UnitVersion
from congdoan.organisation.models.unit import UnitQuerySet
from congdoan.organisation.services.authority import Actor
from congdoan.organisation.services.end import end_posts_at
from congdoan.organisation.services.move import move_unit, rewrite_paths
from congdoan.organisation.services.tree import check_nothing_later


def itself_and_departments(unit: Unit, on: date) -> list[Unit]:
    """The unit with the parts of its own organ that exist on the day."""
    return [unit, *Unit.objects.existing(on).filter(parent=unit, kind__in=INSIDE)]


def own_children(unit: Unit, on: date) -> UnitQuerySet:
    """Units of their own that stand directly under the unit."""
    return Unit.objects.existing(on).organs().filter(parent=unit)


def heirs_within(giving: Iterable[Unit], into: Unit, on: date) -> dict[int, int]:
    """For the unit and its departments: the department of the same name at `into`, else `into` itself."""
    there = {fold(one.short_name): one.pk for one in Unit.objects.existing(on).filter(parent=into, kind__in=INSIDE)}
    return {unit.pk: there.get(fold(unit.short_name), into.pk) if unit.is_inside else into.pk for unit in giving}


def check_successor(unit: Unit, successor: Unit, on: date) -> None:
    """A successor stands beside the unit, under the same superior, or is that superior: who saw its work sees it on."""
    if unit.parent_id is None or unit.parent is None:
        raise Invalid(f"{unit} là đơn vị cao nhất, không sáp nhập hay chia tách được.")
    if successor.path.startswith(unit.path):
        raise Invalid(f"{successor} nằm trong {unit}. Chọn đơn vị khác, hoặc chuyển đơn vị đó ra trước.", field="into")
    if not successor.path.startswith(unit.parent.path):
        raise Invalid(
            f"{successor} không thuộc {unit.parent}. Chuyển {unit} về cùng cấp trên với đơn vị đó trước.", field="into"
        )
    if successor.is_inside != unit.is_inside:
        raise Invalid(f"{successor} và {unit} không cùng loại đơn vị. Chọn đơn vị khác.", field="into")
    if not successor.exists_on(on):
        raise Invalid(f"{successor} không hoạt động vào ngày {on:%d/%m/%Y}. Chọn đơn vị khác.", field="into")


def check_may_cease(unit: Unit, on: date) -> None:
    if unit.starts_on == on:
        raise Invalid("Ngày có hiệu lực phải sau ngày thành lập.", field="effective_on")
    check_nothing_later(Unit.objects.filter(pk__in=[one.pk for one in itself_and_departments(unit, on)]), on)


def cease(units: Iterable[Unit], on: date) -> int:
    """The units exist no longer from the day on; gives how many posts ended."""
    ids = [unit.pk for unit in units]
    posts = end_posts_at(ids, on)
    UnitVersion.objects.filter(unit__in=ids, valid_to=None).update(valid_to=on)
    Unit.objects.filter(pk__in=ids).update(ends_on=on)
    return posts


def move_children(children: Iterable[Unit], to: Mapping[int, int], *, by: Actor, on: date, decision: str) -> int:
    """Each unit that stood under the one that is no more goes under its successor; gives how many."""
    moved = [child for child in children if to[child.pk] != child.parent_id]
    for child in moved:
        move_unit(by=by, unit_id=child.pk, parent_id=to[child.pk], effective_on=on, decision=decision)
    return len(moved)


def put_under(unit: Unit, successor: Unit) -> None:
    """What the ended unit did is now in the successor's charge: whoever has rights there sees it, and acts on it."""
    unit.refresh_from_db()
    successor.refresh_from_db()
    old_path = unit.path
    unit.parent = successor
    unit.save(update_fields=["parent"])
    rewrite_paths(old_path, f"{successor.path}{unit.pk}/", successor.depth + 1 - unit.depth)
