"""What a unit owes when it moves under another superior: only what organs above it now have given goes on."""

from congdoan.organisation.models import Reorganisation, Unit
from congdoan.plans.models import Assignment, Handover, Plan, TargetPart
from congdoan.plans.services.reorganised.alone import follow_moved
from congdoan.plans.services.reorganised.assignments import UNFINISHED, stop
from congdoan.plans.services.reorganised.parts import LIVING, end_part, nearest, put_under


def follow_move(done: Reorganisation) -> list[Handover]:
    """Work of organs that are no longer above comes to an end, for the unit and all under it; levels go along."""
    unit = Unit.objects.get(pk=done.unit_id)
    left = _ids(done.details["old_path"]) - _ids(unit.path)
    lost = Assignment.objects.filter(
        unit__path__startswith=unit.path, plan__unit__in=left, state__in=UNFINISHED
    ).select_for_update(of=("self",))
    made = [stop(one, done) for one in lost.select_related("task", "plan", "unit").order_by("pk")]
    Plan.objects.filter(unit__in=left, coordinator__path__startswith=unit.path).update(coordinator=None)
    _move_parts(unit, left, done)
    follow_moved(unit, left)
    return made


def _ids(path: str) -> set[int]:
    return {int(one) for one in path.strip("/").split("/")}


def _move_parts(unit: Unit, left: set[int], done: Reorganisation) -> None:
    living = TargetPart.objects.filter(
        unit__path__startswith=unit.path, ended_on=None, parent__isnull=False, target__plan__state__in=LIVING
    )
    found = living.exclude(target__plan__unit__path__startswith=unit.path).select_related("target__plan", "parent")
    for part in found.select_related("unit").order_by("-depth", "pk"):
        if part.target.plan.unit_id in left:
            end_part(part, done.effective_on)
        elif part.parent is not None and part.parent.unit_id in left:
            _comes_from(part, nearest(part, part.unit))


def _comes_from(part: TargetPart, above: TargetPart | None) -> None:
    """The level leaves the part from which it came, up to the one that both have in common, and is added below that."""
    if above is None or part.parent is None or above.pk == part.parent_id:
        return
    old, new = _ids(part.parent.path), _ids(above.path)
    if part.target.adds_up:
        for ids, level in ((old - new, -part.value), (new - old, part.value)):
            for one in TargetPart.objects.select_for_update().filter(pk__in=ids):
                one.value = max(one.value + level, 0 * one.value)
                one.save(update_fields=["value"])
    put_under(part, above)
