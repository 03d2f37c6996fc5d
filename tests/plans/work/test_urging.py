from datetime import date

import pytest

from congdoan.core.errors import Conflict, NotAllowed
from congdoan.plans.models import Assignment, AssignmentState, Plan
from congdoan.plans.services.work.urge import urge_assignment, urge_overdue
from congdoan.worklist.models import Notice
from tests.plans.factories import give, make_task
from tests.world import Federation


def test_urging_tells_everyone_at_the_unit_who_owes_the_report(federation: Federation, running: Assignment) -> None:
    urge_assignment(assignment_id=running.pk, by=federation["chanhvp"])
    told = {notice.user.username: notice.url for notice in Notice.objects.select_related("user")}
    assert set(told) == {"batri", "batri.cv"}
    assert told["batri"] == f"/ke-hoach/nhiem-vu/{running.pk}/"


def test_a_unit_is_urged_once_a_day(federation: Federation, running: Assignment) -> None:
    urge_assignment(assignment_id=running.pk, by=federation["chanhvp"])
    with pytest.raises(Conflict, match="hôm nay"):
        urge_assignment(assignment_id=running.pk, by=federation["chanhvp"])


def test_all_who_are_late_are_urged_at_once_and_nobody_else(federation: Federation, plan: Plan) -> None:
    task = make_task(plan, due=date(2023, 3, 1))
    give(task, federation.ba_tri, state=AssignmentState.DOING)
    give(task, federation.cho_lach, state=AssignmentState.TO_ACCEPT)
    give(make_task(plan, due=date(2023, 4, 1)), federation.education, state=AssignmentState.DOING)
    assert urge_overdue(plan_id=plan.pk, by=federation["chanhvp"]) == 1
    assert set(Notice.objects.values_list("user__username", flat=True)) == {"batri", "batri.cv"}
    assert urge_overdue(plan_id=plan.pk, by=federation["chanhvp"]) == 0


def test_a_district_urges_nobody(federation: Federation, running: Assignment) -> None:
    with pytest.raises(NotAllowed):
        urge_assignment(assignment_id=running.pk, by=federation["batri"])
