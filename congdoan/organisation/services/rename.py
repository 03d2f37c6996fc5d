from datetime import date

from django.db import transaction

from congdoan.core.text import normalise
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.tree import (
    check_day,
    check_name_is_free,
    check_nothing_later,
    let_follow,
    lock_tree,
    record,
    unit_to_change,
    write_versions,
)


@transaction.atomic
def rename_unit(
    *, by: Actor, unit_id: int, name: str, short_name: str, effective_on: date, decision: str = ""
) -> Reorganisation:
    """The unit is called otherwise from the day on; before it, history keeps the old name."""
    check_day(effective_on)
    lock_tree()
    unit = unit_to_change(unit_id, effective_on)
    require_of(by, "units.manage", unit)
    check_rename(unit, short_name, effective_on)
    before = {"name": unit.name, "short_name": unit.short_name}
    unit.name, unit.short_name = normalise(name), normalise(short_name)
    unit.save(update_fields=["name", "short_name"])
    done = record(
        kind=Reorganisation.Kind.RENAME,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=f"Đổi tên {before['short_name']} thành {unit.short_name}",
        by=by,
        details={"before": before},
    )
    write_versions(done, unit.path)
    let_follow(done)
    return done


def check_rename(unit: Unit, short_name: str, effective_on: date) -> None:
    check_nothing_later(Unit.objects.filter(pk=unit.pk), effective_on)
    check_name_is_free(normalise(short_name), unit.parent, but=unit)
