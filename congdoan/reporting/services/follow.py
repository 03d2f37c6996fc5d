"""What happens to reports when units end: those not sent go off the desk."""

from congdoan.organisation.models import Reorganisation
from congdoan.reporting.models import Report, ReportState
from congdoan.reporting.services.ask import SIGN, WRITE
from congdoan.worklist.services.items import close_work


def open_below(path: str) -> int:
    """Reports that units under the path still have to send."""
    return Report.objects.filter(unit__path__startswith=path, request__state="open").exclude(state="sent").count()


def follow(done: Reorganisation) -> None:
    if done.kind != Reorganisation.Kind.END:
        return
    ended = Report.objects.filter(unit__in=done.details["units"]).exclude(state=ReportState.SENT)
    keys = list(ended.values_list("pk", flat=True))
    close_work(WRITE, keys, cancelled=True)
    close_work(SIGN, keys, cancelled=True)
