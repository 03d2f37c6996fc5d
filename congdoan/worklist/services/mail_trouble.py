"""Keeps what is wrong with the mail server, or with many addresses, and says it to the administrators."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from congdoan.core import clock
from congdoan.core.alarms import end_alarm, raise_alarm
from congdoan.worklist.mailing.answers import Answer, Meaning
from congdoan.worklist.mailing.round import Round
from congdoan.worklist.models import NOT_ARRIVED, MailTrouble, OutgoingMail

SERVER_ALARM: Final = "worklist.mail-server"
MANY_ALARM: Final = "worklist.mails-not-arrived"
PATIENCE: Final = timedelta(minutes=10)
"""So long a server may be away before anybody is told."""
MANY: Final = 10
_A_DAY: Final = timedelta(hours=24)


def note_trouble(done: Round) -> None:
    """Keep since when mails do not go out, and why; forget it as soon as a line is open again."""
    if done.trouble:
        _keep(done.trouble)
    elif done.was_open:
        MailTrouble.objects.all().delete()


def current_trouble() -> MailTrouble | None:
    return MailTrouble.objects.first()


def watch_mails() -> None:
    """Raise or end the alarms."""
    for kind, text in ((SERVER_ALARM, _about_server()), (MANY_ALARM, _about_many())):
        if text:
            raise_alarm(kind, text)
        else:
            end_alarm(kind)


def not_arrived_lately() -> int:
    """Mails of the last day that did not arrive and were not sent again."""
    return OutgoingMail.objects.filter(state__in=NOT_ARRIVED, failed_at__gt=clock.now() - _A_DAY).count()


def _keep(answer: Answer) -> None:
    kinds = MailTrouble.Kind
    kind = kinds.NOT_LET_IN if answer.meaning is Meaning.NOT_LET_IN else kinds.AWAY
    known = MailTrouble.objects.first() or MailTrouble(since=clock.now())
    known.kind, known.words = kind, answer.words
    known.save()


def _about_server() -> str:
    trouble = current_trouble()
    if trouble is None or (trouble.kind == MailTrouble.Kind.AWAY and clock.now() - trouble.since < PATIENCE):
        return ""
    return f"{trouble.get_kind_display()} từ {timezone.localtime(trouble.since):%H:%M %d/%m/%Y}: {trouble.words}"


def _about_many() -> str:
    count = not_arrived_lately()
    return f"{count} thư không tới người nhận trong 24 giờ qua" if count >= MANY else ""
