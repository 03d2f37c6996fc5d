"""What happens to inspections when units end: those of a unit that is no more are cancelled, its remedies too."""

from congdoan.organisation.models import Reorganisation
from congdoan.oversight.models import Inspection, InspectionState, Remedy, RemedyState
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
    if done.kind != Reorganisation.Kind.END:
        return
    of_ended = Inspection.objects.filter(unit__in=done.details["units"])
    for inspection in of_ended.filter(state__in=_OPEN):
        inspection.move_to(InspectionState.CANCELLED)
        _end(inspection, "Hủy, đơn vị kết thúc hoạt động")
    for inspection in of_ended.filter(state=InspectionState.CONCLUDED):
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
