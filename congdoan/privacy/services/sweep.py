"""What goes by itself, once a day: old lines of the log, and the last mails to persons who were erased."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.forgetting import forget_accesses_before
from congdoan.core.rules import rule_on
from congdoan.privacy.models import DataRequest
from congdoan.privacy.rules import KEEP_LOG
from congdoan.worklist.models import OutgoingMail


def forget_old_looks() -> int:
    """Drop looks older than the rule keeps; returns how many."""
    day = clock.real_today() - timedelta(days=rule_on(KEEP_LOG, clock.today()))
    return forget_accesses_before(timezone.make_aware(datetime.combine(day, time())))


@transaction.atomic
def drop_mails_of_erased() -> int:
    """Mails that still waited when their person was erased and have gone out since; returns how many."""
    erased = DataRequest.objects.exclude(erased_at=None).filter(person__email="").values("person")
    return OutgoingMail.objects.filter(user__in=erased).exclude(state=OutgoingMail.State.WAITING).delete()[0]
