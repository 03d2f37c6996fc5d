"""Which habits are rules: confirmed by enough papers, contradicted by none, not revoked."""

from collections.abc import Collection
from typing import Final

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from congdoan.plans.models import RuleSource, SectionHabit

PAPERS_TO_LEARN: Final = 2
LEARNED: Final = Q(papers__gte=PAPERS_TO_LEARN, contradicted=False)
"""Of counted habits, those that enough papers confirm and none contradicts."""


def counted_habits(found: "QuerySet[SectionHabit]") -> "QuerySet[SectionHabit]":
    """With `papers`, how many confirm each, and `contradicted`, whether a paper gives its topic to another unit.

    What a unit that is no more led says nothing against who leads now.
    """
    other = SectionHabit.objects.filter(
        scope=OuterRef("scope"), topic=OuterRef("topic"), sources__isnull=False, unit__ends_on=None
    )
    return found.annotate(papers=Count("sources", distinct=True), contradicted=Exists(other.exclude(pk=OuterRef("pk"))))


def habits_in_force(organ_id: int, topics: Collection[str]) -> dict[str, SectionHabit]:
    """The rules of an organ on these topics, each with the papers it comes from; units that ended lead nothing."""
    found = counted_habits(SectionHabit.objects.filter(scope=organ_id, topic__in=topics, revoked_at=None))
    rules = found.filter(LEARNED, unit__ends_on=None).select_related("unit")
    sources = Prefetch("sources", RuleSource.objects.select_related("plan"))
    return {habit.topic: habit for habit in rules.prefetch_related(sources)}
