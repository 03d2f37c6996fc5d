"""What operators see of this package: mails that wait for the mail server."""

from congdoan.core.seeing.state import Gauge, gauges
from congdoan.worklist.models import OutgoingMail


def register_gauge() -> None:
    gauges.register(
        "worklist.outbox", Gauge("outbox_waiting", "Thư chờ gửi", "Mails that wait for the mail server", _waiting)
    )


def _waiting() -> int:
    return OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).count()
