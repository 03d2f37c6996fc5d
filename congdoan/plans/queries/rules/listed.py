"""The learned rules that a person sees, each with the papers that it comes from."""

from django.db.models import Count, Prefetch, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import UnitAlias
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import RuleSource, SectionHabit
from congdoan.plans.queries.rules.habits import LEARNED, counted_habits

ACTION = "readings.rules"


def names_seen(user: User) -> "QuerySet[UnitAlias]":
    """Other names of units, in force and revoked, with `papers`."""
    found = UnitAlias.objects.filter(_reached(user)).annotate(papers=Count("sources"))
    return _told(found).order_by("folded", "pk")


def habits_seen(user: User) -> "QuerySet[SectionHabit]":
    """Habits that are rules, and those that were until somebody revoked them, with `papers`."""
    found = counted_habits(SectionHabit.objects.filter(_reached(user)))
    return _told(found.filter(LEARNED | Q(revoked_at__isnull=False))).order_by("topic", "pk")


def _reached(user: User) -> Q:
    """Rules of the units where the person drafts plans, or may revoke rules."""
    return under_paths("scope__path", scope(user, ACTION).paths | scope(user, "plans.draft").paths)


def _told(found: QuerySet) -> QuerySet:  # type: ignore[type-arg]
    sources = Prefetch("sources", RuleSource.objects.select_related("plan").order_by("-on", "-pk"))
    return found.select_related("unit", "scope", "revoked_by").prefetch_related(sources)
