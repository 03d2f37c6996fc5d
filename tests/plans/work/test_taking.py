from datetime import date

import pytest

from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed, NotFound
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.services.work.assign import assign_person, remove_person
from congdoan.plans.services.work.finish_own_part import finish_own_part
from congdoan.plans.services.work.take import take_assignment
from tests.plans.work.desk import open_kinds
from tests.world import Federation


def test_taking_work_on_puts_the_report_on_the_units_desk(federation: Federation, given: Assignment) -> None:
    taken = take_assignment(assignment_id=given.pk, by=federation["batri"])
    assert (taken.state, taken.taken_on) == (AssignmentState.DOING, date(2023, 3, 15))
    assert open_kinds(given) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_work_is_taken_on_once(federation: Federation, running: Assignment) -> None:
    with pytest.raises(IllegalTransition, match="Đang thực hiện"):
        take_assignment(assignment_id=running.pk, by=federation["batri"])


def test_a_specialist_does_not_take_work_on_for_the_unit(federation: Federation, given: Assignment) -> None:
    with pytest.raises(NotAllowed, match="Nhận việc"):
        take_assignment(assignment_id=given.pk, by=federation["batri.cv"])


def test_another_district_does_not_even_learn_that_the_work_exists(federation: Federation, given: Assignment) -> None:
    with pytest.raises(NotFound):
        take_assignment(assignment_id=given.pk, by=federation["cholach"])


def test_giving_a_part_to_a_person_takes_the_work_on_and_puts_it_on_their_desk(
    federation: Federation, given: Assignment
) -> None:
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"], due=date(2023, 3, 20))
    given.refresh_from_db()
    assert given.state == AssignmentState.DOING
    assert open_kinds(given) == {"plans.report": "LĐLĐ huyện Ba Tri", "plans.execute": "Đỗ Thị Cẩm Tú"}


def test_a_persons_day_lies_not_after_the_units_day(federation: Federation, given: Assignment) -> None:
    with pytest.raises(Invalid, match="22/03/2023"):
        assign_person(
            assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"], due=date(2023, 3, 23)
        )


def test_only_people_of_the_unit_get_a_part(federation: Federation, given: Assignment) -> None:
    with pytest.raises(Invalid, match="Lê Minh Chánh"):
        assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["cholach"])


def test_a_person_gets_a_part_once(federation: Federation, given: Assignment) -> None:
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])
    with pytest.raises(Conflict, match="15/03/2023"):
        assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])


def test_a_person_whose_part_is_taken_away_has_it_no_longer_on_the_desk(
    federation: Federation, given: Assignment
) -> None:
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])
    remove_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])
    assert open_kinds(given) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_a_person_finishes_the_own_part_while_the_unit_still_owes_the_report(
    federation: Federation, given: Assignment
) -> None:
    assign_person(assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"])
    finish_own_part(assignment_id=given.pk, by=federation["batri.cv"])
    assert open_kinds(given) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    with pytest.raises(Conflict, match="15/03/2023"):
        finish_own_part(assignment_id=given.pk, by=federation["batri.cv"])


def test_somebody_without_a_part_has_none_to_finish(federation: Federation, running: Assignment) -> None:
    with pytest.raises(NotAllowed):
        finish_own_part(assignment_id=running.pk, by=federation["batri"])


def test_the_second_of_two_who_take_work_on_is_told_who_was_first(federation: Federation, given: Assignment) -> None:
    take_assignment(assignment_id=given.pk, by=federation["batri"])
    with pytest.raises(IllegalTransition, match=r"đã ở trạng thái “Đang thực hiện” \(Nguyễn Hữu Nghĩa, nhận việc, \d"):
        take_assignment(assignment_id=given.pk, by=federation["batri"])


def test_a_persons_day_is_not_past(federation: Federation, given: Assignment) -> None:
    with pytest.raises(Invalid, match="đã qua"):
        assign_person(
            assignment_id=given.pk, by=federation["batri"], person=federation["batri.cv"], due=date(2023, 3, 1)
        )
