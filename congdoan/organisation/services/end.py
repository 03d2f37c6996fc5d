from datetime import date, timedelta

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Greatest

from congdoan.core.errors import Invalid
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Post, Reorganisation, Unit, UnitVersion
from congdoan.organisation.services.authority import Actor, require_of
from congdoan.organisation.services.tree import (
    check_day,
    check_nothing_later,
    let_follow,
    lock_tree,
    record,
    unit_to_change,
)


@transaction.atomic
def end_unit(*, by: Actor, unit_id: int, effective_on: date, decision: str = "") -> Reorganisation:
    """The unit with its departments exists no longer from the day on; its posts end on the day before.

    What a department has in hand goes on in its organ; of a unit of its own it comes to an end.

    Raises Invalid while units of their own stand under it: they are moved or ended first.
    """
    check_day(effective_on)
    lock_tree()
    unit = unit_to_change(unit_id, effective_on)
    require_of(by, "units.manage", unit)
    check_end(unit, effective_on)
    ended = Unit.objects.under(unit).existing(effective_on)
    ids = list(ended.values_list("pk", flat=True))
    posts = end_posts_at(ids, effective_on)
    UnitVersion.objects.filter(unit__in=ids, valid_to=None).update(valid_to=effective_on)
    Unit.objects.filter(pk__in=ids).update(ends_on=effective_on)
    done = record(
        kind=Reorganisation.Kind.END,
        unit=unit,
        on=effective_on,
        decision=decision,
        summary=f"Kết thúc hoạt động {unit}",
        by=by,
        details={"units": ids, "posts": posts, "heirs": {str(unit.pk): unit.parent_id} if unit.is_inside else {}},
    )
    let_follow(done)
    return done


def check_end(unit: Unit, effective_on: date) -> None:
    under = Unit.objects.under(unit, itself=False).existing(effective_on)
    if remaining := under.exclude(parent=unit, kind__in=INSIDE).count():
        raise Invalid(f"{unit} còn {remaining} đơn vị trực thuộc. Chuyển hoặc kết thúc các đơn vị đó trước.")
    if unit.starts_on == effective_on:
        raise Invalid("Ngày kết thúc phải sau ngày thành lập.", field="effective_on")
    check_nothing_later(Unit.objects.under(unit), effective_on)


def end_posts_at(unit_ids: list[int], on: date) -> int:
    """End every post at the units on the day before; one that was to begin later lasts its first day only."""
    last = on - timedelta(days=1)
    open_posts = Post.objects.filter(unit__in=unit_ids).exclude(ends_on__lt=on)
    return open_posts.update(ends_on=Greatest("starts_on", Value(last)))
