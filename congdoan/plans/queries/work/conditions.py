"""When an assignment is late, waiting, silent: said once, as conditions."""

from datetime import date, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan

from congdoan.core.rules import rule_on
from congdoan.plans.models import AssignmentState
from congdoan.plans.models.assignment import OPEN

OWED = (AssignmentState.NEW, AssignmentState.DOING)
WAITING = (AssignmentState.TO_CONFIRM, AssignmentState.TO_ACCEPT)
SOON_DAYS = 7


def last_sign() -> Coalesce:
    """The last day on which the unit gave a sign of the work."""
    return Coalesce("last_report_on", "taken_on", "given_on")


def late(on: date) -> Q:
    """The unit still owes the result, and the due day is past."""
    return Q(state__in=OWED, due__lt=on)


def soon(on: date) -> Q:
    return Q(state__in=OWED, due__range=(on, on + timedelta(days=SOON_DAYS)))


def silent(on: date) -> Q:
    """Open, and no report for as many days as the rule says."""
    before = on - timedelta(days=int(rule_on("plans.silent.days", on)))
    return Q(state__in=OPEN) & Q(LessThan(last_sign(), before))
