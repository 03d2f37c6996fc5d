"""Takes what mail servers send back, hours after they had taken it."""

from django.db import transaction

from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.worklist.mailing.message import mail_named
from congdoan.worklist.mailing.report import read_report
from congdoan.worklist.models import OutgoingMail


@transaction.atomic
def take_report(raw: bytes) -> OutgoingMail | None:
    """Note on the mail that it did not arrive; gives it. Nothing for what is no report about a mail that we sent."""
    report = read_report(raw)
    pk = mail_named(report.message_id) if report else None
    if report is None or pk is None:
        return None
    mail = find(OutgoingMail.objects.select_for_update().filter(state=OutgoingMail.State.SENT), pk)
    if mail is not None:
        mail.state, mail.failed_at = OutgoingMail.State.RETURNED, clock.now()
        mail.error, mail.bad_address = report.words, report.bad_address
        mail.save(update_fields=["state", "failed_at", "error", "bad_address"])
    return mail
