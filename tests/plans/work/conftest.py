import pytest

from congdoan.plans.models import Assignment, AssignmentState, Plan
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return make_plan(federation)


@pytest.fixture
def given(federation: Federation, plan: Plan) -> Assignment:
    """A task of the plan that Ba Tri has not taken on yet."""
    return give(make_task(plan), federation.ba_tri)


@pytest.fixture
def running(federation: Federation, plan: Plan) -> Assignment:
    """A task of the plan that Ba Tri is working on."""
    return give(make_task(plan), federation.ba_tri, state=AssignmentState.DOING)
