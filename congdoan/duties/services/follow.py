"""What happens to duties when units end, merge or split: parts go to the successor; without one they end."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest

from congdoan.duties.models import Duty, DutyShare, Part
from congdoan.organisation.models import Reorganisation
from congdoan.organisation.succession import succession_of


def parts_below(path: str) -> int:
    return DutyShare.objects.filter(unit__path__startswith=path, ends_on=None).count()


def follow(done: Reorganisation) -> None:
    """Duties that are without a lead because of it show as gaps on the page of the matrix.

    Those of a department that ends are such: the organ divides them anew.
    """
    succession = succession_of(done)
    last, ended = done.effective_on - timedelta(days=1), succession.ended
    if not ended:
        return
    going_on = Q(ends_on=None) | Q(ends_on__gt=last)
    for old, heir in succession.heirs.items():
        if old in ended and done.kind != Reorganisation.Kind.END:
            _pass_on(DutyShare.objects.filter(going_on, unit=old).exclude(duty__unit__in=ended), heir, done)
    DutyShare.objects.filter(going_on, Q(unit__in=ended) | Q(duty__unit__in=ended)).update(
        ends_on=Greatest(F("starts_on"), last)
    )
    Duty.objects.filter(going_on, unit__in=ended).update(ends_on=Greatest(F("starts_on"), last))


def _pass_on(shares: QuerySet[DutyShare], heir: int, done: Reorganisation) -> None:
    """The heir has the part from the day on; where it has one in the duty already, leading weighs more."""
    for share in shares.select_related("duty"):
        own = DutyShare.objects.in_force(done.effective_on).filter(duty=share.duty_id, unit=heir).first()
        if own is None:
            DutyShare.objects.update_or_create(
                duty=share.duty,
                unit_id=heir,
                starts_on=max(done.effective_on, share.starts_on),
                defaults={"part": share.part, "ends_on": share.ends_on},
            )
        elif share.part == Part.LEADS and own.part != Part.LEADS:
            DutyShare.objects.filter(pk=own.pk).update(part=Part.LEADS)
