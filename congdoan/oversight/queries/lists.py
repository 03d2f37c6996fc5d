"""The lists of inspections and of programmes."""

from django.db.models import Count, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.text import fold
from congdoan.oversight.models import Checklist, Inspection, InspectionState, Programme
from congdoan.oversight.queries.sight import visible_checklists, visible_inspections, visible_programmes

REMEDIES_LATE = "late"
_OPEN_REMEDY = Q(remedies__state__in=("given", "reported"))
_OVER = (InspectionState.CLOSED, InspectionState.CANCELLED)


def inspections(user: User, *, words: str = "", state: str = "", unit: int | None = None) -> QuerySet[Inspection]:
    """Those that the person sees, newest first, with how many remedies there are and how many are kept."""
    found = visible_inspections(user).select_related("unit", "programme__unit__parent", "lead")
    for word in fold(words).split():
        found = found.filter(unit__folded__contains=word)
    if unit is not None:
        found = found.filter(unit=unit)
    if state == REMEDIES_LATE:
        late = Q(remedies__state="given", remedies__due__lt=clock.today())
        found = found.filter(pk__in=Inspection.objects.filter(late).values("pk"))
    elif state == "open":
        found = found.exclude(state__in=_OVER)
    elif state:
        found = found.filter(state=state)
    kept = Count("remedies", filter=Q(remedies__state="kept"), distinct=True)
    return found.annotate(asked=Count("remedies", distinct=True), kept=kept).order_by("-starts_on", "-pk")


def programmes(user: User, *, words: str = "", state: str = "") -> QuerySet[Programme]:
    """Newest first, with how many units they have and how many of these are concluded."""
    found = visible_programmes(user).select_related("unit__parent")
    if asked := fold(words).split():  # few enough to be looked through: a committee makes some in a year
        names = found.values_list("pk", "name")
        found = found.filter(pk__in=[pk for pk, name in names if all(word in fold(name) for word in asked)])
    if state:
        found = found.filter(state=state)
    there = ~Q(inspections__state="cancelled")
    done = Count("inspections", filter=Q(inspections__state__in=("concluded", "closed")))
    return found.annotate(units=Count("inspections", filter=there), done=done).order_by("-starts_on", "-pk")


def checklists(user: User) -> QuerySet[Checklist]:
    return visible_checklists(user).select_related("unit__parent").order_by("-is_used", "name", "pk")
