"""What operators see of this package: mails that wait for the mail server, and those that did not arrive."""

from congdoan.core.seeing.state import Gauge, gauges
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.mail_trouble import not_arrived_lately


def register_gauge() -> None:
    gauges.register(
        "worklist.outbox", Gauge("outbox_waiting", "Thư chờ gửi", "Mails that wait for the mail server", _waiting)
    )
    gauges.register(
        "worklist.not-arrived",
        Gauge(
            "mails_not_arrived",
            "Thư không tới trong 24 giờ",
            "Mails of the last day that were refused or sent back",
            not_arrived_lately,
        ),
    )


def _waiting() -> int:
    return OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).count()
