"""What happens to duties when units end: an ended unit has no part any more, an ended organ no duties."""

from datetime import timedelta

from django.db.models import F, Q
from django.db.models.functions import Greatest

from congdoan.duties.models import Duty, DutyShare
from congdoan.organisation.models import Reorganisation


def parts_below(path: str) -> int:
    return DutyShare.objects.filter(unit__path__startswith=path, ends_on=None).count()


def follow(done: Reorganisation) -> None:
    """Duties that are without a lead because of it show as gaps on the page of the matrix."""
    if done.kind != Reorganisation.Kind.END:
        return
    last, ended = done.effective_on - timedelta(days=1), done.details["units"]
    going_on = Q(ends_on=None) | Q(ends_on__gt=last)
    DutyShare.objects.filter(going_on, Q(unit__in=ended) | Q(duty__unit__in=ended)).update(
        ends_on=Greatest(F("starts_on"), last)
    )
    Duty.objects.filter(going_on, unit__in=ended).update(ends_on=Greatest(F("starts_on"), last))
