from datetime import date

import pytest

from congdoan.core.errors import IllegalTransition, NotAllowed
from congdoan.plans.models import Assignment, Obstacle, ObstacleState
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from congdoan.worklist.models import Notice
from tests.plans.work.desk import waiting_answers
from tests.world import Federation


@pytest.fixture
def obstacle(federation: Federation, running: Assignment) -> Obstacle:
    return raise_obstacle(assignment_id=running.pk, by=federation["batri.cv"], text="Chưa có mẫu thống nhất")


def test_a_difficulty_goes_to_the_coordinator_with_five_working_days(running: Assignment, obstacle: Obstacle) -> None:
    running.refresh_from_db()
    [item] = waiting_answers()
    assert (item.unit.short_name, item.due, running.open_obstacles) == ("Văn phòng", date(2023, 3, 22), 1)


def test_the_answer_stands_on_the_task_and_the_asker_is_told(
    federation: Federation, running: Assignment, obstacle: Obstacle
) -> None:
    answer_obstacle(obstacle_id=obstacle.pk, by=federation["chanhvp"], answer="Dùng mẫu 03")
    running.refresh_from_db()
    assert (running.open_obstacles, waiting_answers()) == (0, [])
    assert "Dùng mẫu 03" in Notice.objects.get(user=federation["batri.cv"]).text


def test_a_difficulty_is_answered_once(federation: Federation, obstacle: Obstacle) -> None:
    answer_obstacle(obstacle_id=obstacle.pk, by=federation["chanhvp"], answer="Dùng mẫu 03")
    with pytest.raises(IllegalTransition):
        answer_obstacle(obstacle_id=obstacle.pk, by=federation["chanhvp"], answer="Dùng mẫu 04")


def test_a_difficulty_taken_to_the_standing_committee_is_answered_by_its_members_alone(
    federation: Federation, obstacle: Obstacle
) -> None:
    escalate_obstacle(obstacle_id=obstacle.pk, by=federation["chanhvp"], note="Vượt thẩm quyền")
    assert [item.unit.short_name for item in waiting_answers()] == ["LĐLĐ tỉnh Bến Tre"]
    with pytest.raises(NotAllowed):
        answer_obstacle(obstacle_id=obstacle.pk, by=federation["chanhvp"], answer="x")
    answered = answer_obstacle(obstacle_id=obstacle.pk, by=federation["chutich"], answer="Đồng ý cấp kinh phí")
    assert answered.state == ObstacleState.ANSWERED


def test_whoever_raised_a_difficulty_may_take_it_back(
    federation: Federation, running: Assignment, obstacle: Obstacle
) -> None:
    withdraw_obstacle(obstacle_id=obstacle.pk, by=federation["batri.cv"])
    running.refresh_from_db()
    assert (running.open_obstacles, waiting_answers()) == (0, [])


def test_a_district_does_not_answer_its_own_difficulty(federation: Federation, obstacle: Obstacle) -> None:
    with pytest.raises(NotAllowed):
        answer_obstacle(obstacle_id=obstacle.pk, by=federation["batri"], answer="x")
