"""What happens to inspections when units end, merge or split: who takes over is inspected, and inspects."""

from congdoan.organisation.models import Reorganisation
from congdoan.organisation.succession import succession_of
from congdoan.oversight.models import Checklist, Inspection, InspectionState, Programme, Remedy, RemedyState
from congdoan.oversight.services.lookup import note_step
from congdoan.oversight.services.work import OF_INSPECTION, OF_REMEDY
from congdoan.worklist.services.items import close_work

_OPEN = (
    InspectionState.PLANNED,
    InspectionState.NOTIFIED,
    InspectionState.EXPLAINING,
    InspectionState.WRITING,
    InspectionState.TO_SIGN,
)


def open_below(path: str) -> int:
    """Inspections of units under the path that are not over."""
    return Inspection.objects.filter(unit__path__startswith=path, state__in=(*_OPEN, InspectionState.CONCLUDED)).count()


def follow(done: Reorganisation) -> None:
    succession = succession_of(done)
    for old in sorted(succession.ended):
        heir = succession.heirs.get(old)
        if heir is not None:
            _hand_on(old, heir)
        _stop(old)


def _hand_on(old: int, heir: int) -> None:
    """A programme inspects a unit once: where the heir is in it already, that of the old unit stays behind."""
    there = Inspection.objects.filter(unit=heir).exclude(state=InspectionState.CANCELLED).values("programme")
    running = Inspection.objects.filter(unit=old, state__in=(*_OPEN, InspectionState.CONCLUDED))
    for inspection in running.exclude(programme__in=there):
        inspection.unit_id = heir
        inspection.save(update_fields=["unit"])
        note_step(inspection, f"Chuyển sang {inspection.unit}", None)
    Programme.objects.filter(unit=old).update(unit=heir)
    Checklist.objects.filter(unit=old).update(unit=heir)


def _stop(old: int) -> None:
    left = Inspection.objects.filter(unit=old)
    for inspection in left.filter(state__in=_OPEN):
        inspection.move_to(InspectionState.CANCELLED)
        _end(inspection, "Hủy, đơn vị kết thúc hoạt động")
    for inspection in left.filter(state=InspectionState.CONCLUDED):
        for remedy in inspection.remedies.filter(state__in=(RemedyState.GIVEN, RemedyState.REPORTED)):
            remedy.move_to(RemedyState.CANCELLED)
            remedy.save(update_fields=["state"])
        inspection.move_to(InspectionState.CLOSED)
        _end(inspection, "Kết thúc, đơn vị kết thúc hoạt động")


def _end(inspection: Inspection, what: str) -> None:
    inspection.save(update_fields=["state"])
    note_step(inspection, what, None)
    for kind in OF_INSPECTION:
        close_work(kind, [inspection.pk], cancelled=True)
    remedies = list(Remedy.objects.filter(inspection=inspection).values_list("pk", flat=True))
    for kind in OF_REMEDY:
        close_work(kind, remedies, cancelled=True)
