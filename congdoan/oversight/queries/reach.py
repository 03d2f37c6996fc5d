"""Whom a committee inspects, who does it, and which tasks there are to look at."""

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Post, Unit, UnitKind
from congdoan.organisation.roles import roles_with
from congdoan.oversight.queries.sight import MANAGE
from congdoan.plans.models import Assignment, AssignmentState, Plan
from congdoan.plans.models.plan import PUBLIC


def inspected_under(unit: Unit) -> QuerySet[Unit]:
    """Units below the organ, and its own departments; not committees, nor the organ itself."""
    found = Unit.objects.existing(clock.today()).filter(path__startswith=unit.organ_path)
    found = found.exclude(Q(kind=UnitKind.DEPARTMENT) & ~Q(parent=unit.organ_id))
    return found.exclude(kind=UnitKind.INSPECTION).exclude(pk=unit.organ_id)


def inspectors_at(unit: Unit) -> QuerySet[User]:
    """Those who may lead an inspection: with the right in the committee, in its organ or in a part of it."""
    posts = Post.objects.held(clock.today()).filter(role__in=roles_with(MANAGE), unit__in={unit.pk, unit.organ_id})
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("full_name")


def assignments_at(unit: Unit) -> QuerySet[Assignment]:
    """What plans gave to the unit and its departments."""
    inside = Unit.objects.filter(parent=unit, kind__in=(UnitKind.DEPARTMENT, UnitKind.INSPECTION))
    found = Assignment.objects.filter(unit__in=[unit.pk, *inside.values_list("pk", flat=True)])
    return found.exclude(state=AssignmentState.WITHDRAWN).select_related("task", "plan", "unit").order_by("due", "pk")


def plans_given_to(unit: Unit) -> QuerySet[Plan]:
    given = assignments_at(unit).order_by().values("plan")
    return Plan.objects.filter(pk__in=given, state__in=PUBLIC).order_by("-issued_on", "-pk")
