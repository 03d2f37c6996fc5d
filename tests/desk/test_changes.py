"""What others did since a person last looked, on the first page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from congdoan.desk.models import DeskVisit
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.services.work.raise_alone import raise_alone
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation


@pytest.fixture
def parts(federation: Federation) -> list[Assignment]:
    task = make_task(make_plan(federation))
    return [give(task, unit, state=AssignmentState.DOING) for unit in (federation.ba_tri, federation.cho_lach)]


def changes_for(federation: Federation, who: str) -> list[str]:
    """What the desk says to somebody who last looked two hours ago."""
    DeskVisit.objects.update_or_create(user=federation[who], defaults={"seen_at": now() - timedelta(hours=2)})
    client = Client()
    client.force_login(federation[who])
    return [change.text for change in client.get("/").context["desk"].doings_of_others]


def test_the_coordinator_reads_what_units_did_and_a_unit_only_its_own(
    federation: Federation, parts: list[Assignment]
) -> None:
    report_progress(assignment_id=parts[0].pk, by=federation["batri.cv"], text="Thêm 3 thủ tục")
    report_progress(assignment_id=parts[1].pk, by=federation["cholach"], text="Thêm 4 thủ tục")
    raise_obstacle(assignment_id=parts[0].pk, by=federation["batri.cv"], text="Chưa có mẫu")
    assert changes_for(federation, "chanhvp") == [
        "LĐLĐ huyện Ba Tri, nêu vướng mắc: Hệ thống hóa thủ tục",
        "2 báo cáo mới, 2 đơn vị",
    ]
    assert changes_for(federation, "cholach") == []
    assert changes_for(federation, "batri")[1] == "LĐLĐ huyện Ba Tri, gửi báo cáo: Hệ thống hóa thủ tục"


def test_what_was_seen_at_the_last_visit_is_not_told_again(federation: Federation, parts: list[Assignment]) -> None:
    report_progress(assignment_id=parts[0].pk, by=federation["batri.cv"], text="Thêm 3 thủ tục")
    parts[0].steps.update(at=now() - timedelta(hours=3))
    assert changes_for(federation, "chanhvp") == []


def test_difficulties_raised_alone_are_told_to_who_answers_and_to_their_unit(
    federation: Federation, parts: list[Assignment]
) -> None:
    plan = parts[0].plan
    asked = raise_alone(unit_id=federation.ba_tri.pk, by=federation["batri.cv"], text="Lớp nào trước?", plan_id=plan.pk)
    assert changes_for(federation, "chanhvp") == [
        "LĐLĐ huyện Ba Tri, nêu vướng mắc: Cải cách hành chính trong hệ thống Công đoàn"
    ]
    assert changes_for(federation, "batri.cv") == []
    assert changes_for(federation, "cholach") == []
    assert len(changes_for(federation, "batri")) == 1
    raise_alone(unit_id=federation.cho_lach.pk, by=federation["cholach"], text="Còn lớp hai?", plan_id=plan.pk)
    assert changes_for(federation, "chanhvp") == ["2 vướng mắc mới nêu riêng, 2 đơn vị"]
    withdraw_obstacle(obstacle_id=asked.pk, by=federation["batri.cv"])
    assert len(changes_for(federation, "chanhvp")) == 1
