"""Difficulties that units raised alone, when those that ask or that are asked merge, split, move or end."""

from collections.abc import Collection

from django.db.models import QuerySet

from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.organisation.succession import Succession
from congdoan.plans.models import Obstacle
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.queries.work.coordination import office_above
from congdoan.plans.services.lifecycle.given_work import drop_questions
from congdoan.plans.services.work.items import ANSWER
from congdoan.worklist.models import WorkItem


def hand_over_questions(succession: Succession) -> None:
    """The heir asks on; without one nobody does. What was asked of a unit that is no more is asked of the office above.

    Comes after papers were handed over: whoever coordinates those, or took over from a unit, has its questions by then.
    """
    for obstacle in _waiting().filter(unit__in=succession.giving):
        assert obstacle.unit_id is not None
        heir = succession.heir_of(obstacle.unit_id)
        if heir is None:
            _drop(obstacle)
        elif heir != obstacle.unit_id:
            Obstacle.objects.filter(pk=obstacle.pk).update(unit=heir)
            _items(obstacle).update(given_by_unit=heir)
    for obstacle in _waiting().filter(plan=None, routed_to__in=succession.ended):
        _ask_above(obstacle)


def follow_moved(unit: Unit, left: Collection[int]) -> None:
    """Organs that are no longer above the unit have nothing to answer it or those under it."""
    for obstacle in _waiting().filter(unit__path__startswith=unit.path):
        if obstacle.plan is not None and obstacle.plan.unit_id in left:
            _drop(obstacle)
        elif obstacle.plan is None and obstacle.routed_to.organ_id in left:
            _ask_above(obstacle)


def _ask_above(obstacle: Obstacle) -> None:
    assert obstacle.unit is not None
    office = office_above(obstacle.unit)
    if office is None:
        _drop(obstacle)
        return
    Obstacle.objects.filter(pk=obstacle.pk).update(routed_to=office)
    _items(obstacle).update(unit=office)


def _waiting() -> QuerySet[Obstacle]:
    alone = Obstacle.objects.filter(assignment=None, state__in=UNANSWERED).order_by("pk")
    return alone.select_for_update(of=("self",)).select_related("unit__parent", "plan", "routed_to")


def _items(obstacle: Obstacle) -> QuerySet[WorkItem]:
    return WorkItem.objects.filter(kind=ANSWER, object_id=obstacle.pk, state=WorkItem.State.OPEN)


def _drop(obstacle: Obstacle) -> None:
    drop_questions(Obstacle.objects.filter(pk=obstacle.pk), on=clock.today())
