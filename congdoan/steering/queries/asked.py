"""Difficulties without an answer: with the parts that are steered, and those that units raised alone."""

from collections.abc import Iterable
from itertools import chain

from django.db.models import QuerySet

from congdoan.plans.models import Obstacle
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.queries.answers.waiting import ABOUT, obstacles_seen
from congdoan.steering.queries.scope import Steered


def longest_asked(steered: Steered, *, most: int) -> list[Obstacle]:
    """At most `most`, the longest waiting first; two queries, for each kind has an index of its own."""
    with_parts = Obstacle.objects.filter(state__in=UNANSWERED, assignment__in=steered.parts())
    found: Iterable[Obstacle] = chain.from_iterable(_first(rows, most) for rows in (with_parts, _alone(steered)))
    return sorted(found, key=lambda one: (one.raised_on, one.pk))[:most]


def _first(rows: QuerySet[Obstacle], most: int) -> QuerySet[Obstacle]:
    return rows.select_related(*ABOUT).order_by("raised_on", "pk")[:most]


def _alone(steered: Steered) -> QuerySet[Obstacle]:
    """They have no due day of work and no state of it: a filter by these leaves none."""
    found = obstacles_seen(steered.user).filter(state__in=UNANSWERED, assignment=None)
    if steered.period or steered.state not in ("", "vuong-mac"):
        return found.none()
    if steered.plan:
        found = found.filter(plan=steered.plan)
    if steered.section:
        found = found.filter(section=steered.section)
    if steered.unit:
        found = (
            found.filter(unit=steered.unit) if steered.only else found.filter(unit__path__startswith=steered.unit.path)
        )
    return found.filter(unit__kind=steered.kind) if steered.kind else found
