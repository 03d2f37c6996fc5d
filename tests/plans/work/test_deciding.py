from datetime import date

import pytest

from congdoan.core.errors import IllegalTransition, Invalid, NotAllowed
from congdoan.plans.models import Assignment, AssignmentState, ReportState
from congdoan.plans.services.work.accept import accept_result, ask_for_more
from congdoan.plans.services.work.confirm import confirm_result, return_result
from congdoan.plans.services.work.pause import pause_assignment, resume_assignment
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist.models import Notice
from tests.plans.work.desk import open_kinds
from tests.world import Federation


@pytest.fixture
def reported(federation: Federation, running: Assignment) -> Assignment:
    report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="Đã xong", finishes=True)
    running.refresh_from_db()
    return running


@pytest.fixture
def confirmed(federation: Federation, reported: Assignment) -> Assignment:
    return confirm_result(assignment_id=reported.pk, by=federation["batri"])


def test_the_head_confirms_and_the_coordinator_accepts(federation: Federation, confirmed: Assignment) -> None:
    assert open_kinds(confirmed) == {"plans.accept": "Văn phòng"}
    done = accept_result(assignment_id=confirmed.pk, by=federation["chanhvp"])
    assert (done.state, done.done_on, open_kinds(done)) == (AssignmentState.DONE, date(2023, 3, 15), {})
    assert done.reports.get().state == ReportState.ACCEPTED


def test_a_returned_report_says_why_and_the_work_goes_on(federation: Federation, reported: Assignment) -> None:
    return_result(assignment_id=reported.pk, by=federation["batri"], reason="Thiếu biên bản")
    report = reported.reports.get()
    assert (report.state, report.decision_note) == (ReportState.RETURNED, "Thiếu biên bản")
    assert open_kinds(reported) == {"plans.report": "LĐLĐ huyện Ba Tri"}
    assert "Thiếu biên bản" in Notice.objects.get(user=federation["batri.cv"]).text


def test_a_report_is_not_returned_without_a_reason(federation: Federation, reported: Assignment) -> None:
    with pytest.raises(Invalid, match="lý do"):
        return_result(assignment_id=reported.pk, by=federation["batri"], reason=" ")


def test_the_coordinator_asks_for_more(federation: Federation, confirmed: Assignment) -> None:
    more = ask_for_more(assignment_id=confirmed.pk, by=federation["chanhvp"], reason="Bổ sung danh mục")
    assert more.state == AssignmentState.DOING
    assert open_kinds(more) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_a_specialist_does_not_confirm(federation: Federation, reported: Assignment) -> None:
    with pytest.raises(NotAllowed):
        confirm_result(assignment_id=reported.pk, by=federation["batri.cv"])


def test_a_unit_does_not_accept_its_own_result(federation: Federation, confirmed: Assignment) -> None:
    with pytest.raises(NotAllowed, match="Văn phòng"):
        accept_result(assignment_id=confirmed.pk, by=federation["batri"])


def test_a_result_is_not_accepted_before_the_head_confirmed(federation: Federation, reported: Assignment) -> None:
    with pytest.raises(IllegalTransition, match="Chờ đơn vị xác nhận"):
        accept_result(assignment_id=reported.pk, by=federation["chanhvp"])


def test_a_result_is_accepted_once(federation: Federation, confirmed: Assignment) -> None:
    accept_result(assignment_id=confirmed.pk, by=federation["chanhvp"])
    with pytest.raises(IllegalTransition, match="Hoàn thành"):
        ask_for_more(assignment_id=confirmed.pk, by=federation["chanhvp"], reason="x")


def test_paused_work_lies_on_no_desk_until_it_goes_on(federation: Federation, running: Assignment) -> None:
    pause_assignment(assignment_id=running.pk, by=federation["chanhvp"], reason="Chờ hướng dẫn của Tổng Liên đoàn")
    assert open_kinds(running) == {}
    resume_assignment(assignment_id=running.pk, by=federation["chanhvp"])
    assert open_kinds(running) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_work_paused_before_the_unit_took_it_on_is_first_to_be_taken_on(
    federation: Federation, given: Assignment
) -> None:
    pause_assignment(assignment_id=given.pk, by=federation["chanhvp"], reason="Chờ hướng dẫn")
    resume_assignment(assignment_id=given.pk, by=federation["chanhvp"])
    given.refresh_from_db()
    assert (given.state, open_kinds(given)) == ("new", {"plans.take": "LĐLĐ huyện Ba Tri"})
