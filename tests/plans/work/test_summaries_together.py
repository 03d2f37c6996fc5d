"""People who report on the same wide plan at once: nobody waits for the note of another, and no change is lost."""

from typing import Any

import pytest
from django.db import connection, transaction

from congdoan.plans.models import Assignment, AssignmentState, FollowUpSummary, Plan
from congdoan.plans.queries.work.follow_up.summary import kept_of, true_summaries
from congdoan.plans.services.work import summarise as service
from congdoan.plans.services.work.summarise import summarise_changed
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
DONE = "update plans_assignment set state = 'done', done_on = '2023-03-15' where id = %s"


@pytest.fixture
def parts(federation: Federation, monkeypatch: pytest.MonkeyPatch) -> list[Assignment]:
    """One part of a plan for each of two districts."""
    monkeypatch.setattr(service, "WIDE", 2)
    task = make_task(make_plan(federation))
    return [give(task, unit, state=AssignmentState.DOING) for unit in (federation.ba_tri, federation.cho_lach)]


@pytest.fixture
def other() -> Any:
    """A connection of somebody else, who waits at most a second."""
    second = connection.copy()
    with second.cursor() as cursor:
        cursor.execute("set lock_timeout = '1s'")
    yield second
    second.close()


def is_kept_as_it_is(plan: Plan) -> bool:
    one = FollowUpSummary.objects.get(plan=plan)
    return {"figures": one.figures, "units": one.units} == kept_of(plan) and true_summaries().exists()


def test_two_report_on_one_plan_without_waiting_for_each_other(parts: list[Assignment], other: Any) -> None:
    first, second = parts
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DONE, [first.pk])
        with other.cursor() as beside:
            beside.execute(DONE, [second.pk])
    summarise_changed()
    assert is_kept_as_it_is(first.plan)


def test_what_is_committed_while_the_worker_counts_is_counted_again(parts: list[Assignment], other: Any) -> None:
    first, second = parts
    summarise_changed()
    other.set_autocommit(False)
    with other.cursor() as beside:
        beside.execute(DONE, [second.pk])  # not committed yet: the worker sees neither the change nor its note
        with connection.cursor() as cursor:
            cursor.execute(DONE, [first.pk])
        summarise_changed()
        assert is_kept_as_it_is(first.plan), "true for everybody who looks now"
    other.commit()
    assert not true_summaries().exists(), "the note came with the change"
    summarise_changed()
    assert is_kept_as_it_is(first.plan)
