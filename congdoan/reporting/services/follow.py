"""What happens to reports when units end, merge or split: a successor sends those that are not sent."""

from congdoan.organisation.models import Reorganisation
from congdoan.organisation.succession import succession_of
from congdoan.reporting.models import Report, ReportRequest, ReportState
from congdoan.reporting.services.ask import SIGN, WRITE
from congdoan.worklist.models import WorkItem
from congdoan.worklist.services.items import close_work


def open_below(path: str) -> int:
    """Reports that units under the path still have to send."""
    return Report.objects.filter(unit__path__startswith=path, request__state="open").exclude(state="sent").count()


def follow(done: Reorganisation) -> None:
    """A unit that goes on after a split sends its own reports. What was sent stays where it was sent."""
    succession = succession_of(done)
    for old in sorted(succession.ended):
        waiting = Report.objects.filter(unit=old).exclude(state=ReportState.SENT)
        heir = succession.heirs.get(old)
        if heir is not None:
            has = Report.objects.filter(unit=heir).values("request")
            going = list(waiting.exclude(request__in=has).values_list("pk", flat=True))
            Report.objects.filter(pk__in=going).update(unit=heir)
            ReportRequest.objects.filter(unit=old, state="open").update(unit=heir)
            items = WorkItem.objects.filter(kind__in=(WRITE, SIGN), object_id__in=going, state=WorkItem.State.OPEN)
            items.update(unit=heir)
        keys = list(waiting.values_list("pk", flat=True))
        close_work(WRITE, keys, cancelled=True)
        close_work(SIGN, keys, cancelled=True)
