"""An inspection from the programme to the last re-check, by its commands."""

from datetime import date

import pytest

from congdoan.core import clock
from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed, NotFound
from congdoan.core.models import Rule
from congdoan.organisation.models import Reorganisation
from congdoan.oversight.models import InspectionState, ProgrammeState, RemedyState
from congdoan.oversight.queries.page import inspection_page
from congdoan.oversight.queries.sight import inspection_for, visible_inspections
from congdoan.oversight.services import conclude, findings, inspect, programmes, remedies, rows, work
from congdoan.oversight.services.compose import compose
from congdoan.oversight.services.follow import follow, open_below
from congdoan.worklist.models import Notice, WorkItem
from tests.oversight import factories
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation


def desk(kind: str) -> list[WorkItem]:
    return list(WorkItem.objects.filter(kind=kind, state="open"))


def test_a_programme_is_approved_by_the_leader_and_its_first_notice_begins_it(federation: Federation) -> None:
    row = factories.planned(federation)
    programmes.submit_programme(programme_id=row.programme_id, by=federation["ubkt"])
    (waiting,) = desk(work.APPROVE)
    assert waiting.unit == federation.province, "nobody leads the committee, so its organ's chair is asked"
    with pytest.raises(NotAllowed):
        programmes.approve_programme(programme_id=row.programme_id, by=federation["ubkt"])
    with pytest.raises(Conflict, match="Chờ duyệt"):
        inspect.give_notice(
            inspection_id=row.pk, by=federation["ubkt"], checklist=factories.checklist(federation), **factories.DAYS
        )
    programmes.approve_programme(programme_id=row.programme_id, by=federation["chutich"])
    assert desk(work.APPROVE) == []
    inspect.give_notice(
        inspection_id=row.pk, by=federation["ubkt"], checklist=factories.checklist(federation), **factories.DAYS
    )
    row.programme.refresh_from_db()
    assert row.programme.state == ProgrammeState.RUNNING
    (prepared,) = desk(work.PREPARE)
    assert (prepared.unit, prepared.due) == (federation.ba_tri, factories.TODAY)
    assert Notice.objects.filter(user=federation["batri"], kind="oversight.notice").exists()


def test_the_chair_of_the_committee_approves_where_there_is_one(federation: Federation) -> None:
    chair = factories.chair_of_committee(federation)
    row = factories.planned(federation)
    programmes.submit_programme(programme_id=row.programme_id, by=federation["ubkt"])
    assert desk(work.APPROVE)[0].unit == federation.inspection
    assert programmes.approve_programme(programme_id=row.programme_id, by=chair).state == ProgrammeState.APPROVED


def test_a_programme_that_is_given_back_is_changed_and_submitted_again(federation: Federation) -> None:
    row = factories.planned(federation)
    programmes.submit_programme(programme_id=row.programme_id, by=federation["ubkt"])
    with pytest.raises(Conflict, match="chờ duyệt"):
        rows.add_row(programme_id=row.programme_id, by=federation["ubkt"], unit=federation.cho_lach, **factories.DAYS)
    programmes.return_programme(programme_id=row.programme_id, by=federation["chutich"], note="Thêm Chợ Lách")
    rows.add_row(programme_id=row.programme_id, by=federation["ubkt"], unit=federation.cho_lach, **factories.DAYS)
    assert programmes.submit_programme(programme_id=row.programme_id, by=federation["ubkt"]).inspections.count() == 2


def test_a_programme_takes_only_units_below_once_and_inside_its_days(federation: Federation) -> None:
    row = factories.planned(federation)
    add = {"programme_id": row.programme_id, "by": federation["ubkt"]}
    with pytest.raises(Invalid, match="đã có trong chương trình"):
        rows.add_row(unit=federation.ba_tri, **add, **factories.DAYS)
    for unit in (federation.tld, federation.province, federation.inspection):
        with pytest.raises(Invalid, match="chỉ kiểm tra đơn vị thuộc"):
            rows.add_row(unit=unit, **add, **factories.DAYS)
    with pytest.raises(Invalid, match="Chọn ngày trong thời gian đó"):
        rows.add_row(unit=federation.cho_lach, starts_on=date(2023, 3, 20), ends_on=date(2023, 4, 20), **add)
    with pytest.raises(Invalid, match="công tác kiểm tra"):
        rows.add_row(unit=federation.cho_lach, lead=federation["batri"], **add, **factories.DAYS)


def test_the_unit_sees_it_after_the_notice_and_the_findings_once_they_are_sent(federation: Federation) -> None:
    row = factories.approved(federation)
    with pytest.raises(NotFound):
        inspection_for(federation["batri"], row.pk)
    inspect.give_notice(
        inspection_id=row.pk, by=federation["ubkt"], checklist=factories.checklist(federation), **factories.DAYS
    )
    findings.add_finding(inspection_id=row.pk, by=federation["ubkt"], text="Không mở sổ.")
    question = row.questions.first()
    assert question
    inspect.answer_question(inspection_id=row.pk, question_id=question.pk, by=federation["ubkt"], answer="no")
    page = inspection_page(inspection_for(federation["batri"], row.pk), federation["batri"])
    assert (page.findings, page.sees_answers, len(page.questions)) == ((), False, 2)
    for other in ("cholach", "giaoduc", "coso"):
        assert not visible_inspections(federation[other]).exists(), other


def test_the_days_of_a_notice_are_to_come_and_inside_the_programme(federation: Federation) -> None:
    row, asked = factories.approved(federation), factories.checklist(federation)
    for starts_on, ends_on, words in (
        (date(2023, 3, 14), date(2023, 3, 20), "đã qua"),
        (date(2023, 3, 20), date(2023, 3, 19), "từ ngày đầu trở đi"),
        (date(2023, 3, 20), date(2023, 4, 1), "đến hết 31/03/2023"),
    ):
        with pytest.raises(Invalid, match=words):
            inspect.give_notice(
                inspection_id=row.pk, by=federation["ubkt"], checklist=asked, starts_on=starts_on, ends_on=ends_on
            )


def test_findings_wait_for_answers_and_evidence(federation: Federation) -> None:
    row = factories.notified(federation)
    with pytest.raises(Invalid, match="Chưa ghi kết quả câu 1"):
        findings.send_findings(inspection_id=row.pk, by=federation["ubkt"], explain_by=date(2023, 3, 22))
    row.questions.update(answer="yes", wants_evidence=True)
    with pytest.raises(Invalid, match="Câu 1 cần minh chứng"):
        findings.send_findings(inspection_id=row.pk, by=federation["ubkt"], explain_by=date(2023, 3, 22))
    row.refresh_from_db()
    assert row.state == InspectionState.NOTIFIED


def test_a_finding_names_only_a_task_of_the_inspected_unit(federation: Federation) -> None:
    row = factories.notified(federation)
    task = make_task(make_plan(federation))
    own, other = give(task, federation.ba_tri), give(task, federation.cho_lach)
    found = findings.add_finding(inspection_id=row.pk, by=federation["ubkt"], text="Chậm.", assignment=own)
    assert found.assignment == own
    with pytest.raises(Invalid, match="nhiệm vụ của đơn vị được kiểm tra"):
        findings.add_finding(inspection_id=row.pk, by=federation["ubkt"], text="Chậm.", assignment=other)


def test_the_unit_explains_each_finding_before_it_sends(federation: Federation) -> None:
    row = factories.explaining(federation)
    (asked,) = desk(work.EXPLAIN_WORK)
    assert (asked.unit, asked.due) == (federation.ba_tri, date(2023, 3, 22))
    with pytest.raises(Invalid, match="Chưa giải trình phát hiện 1"):
        findings.send_explanation(inspection_id=row.pk, by=federation["batri"])
    with pytest.raises(NotAllowed):
        findings.explain(
            inspection_id=row.pk, finding_id=factories.finding_of(row).pk, by=federation["ubkt"], explanation="Không"
        )
    findings.explain(
        inspection_id=row.pk, finding_id=factories.finding_of(row).pk, by=federation["batri.cv"], explanation="Sót."
    )
    inspector = inspection_page(inspection_for(federation["ubkt"], row.pk), federation["ubkt"])
    assert not inspector.sees_explanations, "nobody reads it before it is sent"
    findings.send_explanation(inspection_id=row.pk, by=federation["batri"])
    assert desk(work.EXPLAIN_WORK) == []
    assert [item.user for item in desk(work.WRITE)] == [federation["ubkt"]]
    with pytest.raises(IllegalTransition):
        findings.send_explanation(inspection_id=row.pk, by=federation["batri"])


def test_the_committee_goes_on_without_an_explanation_only_after_its_day(federation: Federation) -> None:
    row = factories.explaining(federation)
    with pytest.raises(Conflict, match="còn hạn giải trình"):
        findings.go_on_without(inspection_id=row.pk, by=federation["ubkt"])
    clock.set_today(date(2023, 3, 23))
    gone = findings.go_on_without(inspection_id=row.pk, by=federation["ubkt"])
    assert "không gửi giải trình" in compose(gone)


def test_a_conclusion_is_composed_signed_numbered_and_its_remedies_lie_on_the_units_desk(
    federation: Federation,
) -> None:
    row = factories.with_remedy(federation)
    assert "Không mở sổ theo dõi nhiệm vụ." in row.findings.get().text
    text = compose(row)
    assert "Từ ngày 15/03/2023 đến ngày 15/03/2023, đoàn kiểm tra" in text, "not of days that are yet to come"
    assert "- Có sổ theo dõi nhiệm vụ: không." in text
    assert "- Về hạn chế thứ 1: Sổ thất lạc khi dời trụ sở." in text
    conclude.hand_in(inspection_id=row.pk, by=federation["ubkt"])
    assert len(desk(work.SIGN)) == 1
    conclude.give_back(inspection_id=row.pk, by=federation["chutich"], note="Nêu rõ thời gian")
    conclude.hand_in(inspection_id=row.pk, by=federation["ubkt"])
    with pytest.raises(NotAllowed):
        conclude.issue_conclusion(inspection_id=row.pk, by=federation["ubkt"])
    signed = conclude.issue_conclusion(inspection_id=row.pk, by=federation["chutich"])
    assert (signed.symbol, signed.state, signed.signer_title) == ("1/KL-UBKT", InspectionState.CONCLUDED, "Chủ tịch")
    (given,) = desk(work.REMEDY)
    assert (given.unit, given.due, given.given_by_unit) == (
        federation.ba_tri,
        date(2023, 4, 15),
        federation.province,
    )
    with pytest.raises(IllegalTransition):
        conclude.save_conclusion(inspection_id=row.pk, by=federation["ubkt"], conclusion="Khác")


def test_where_nothing_was_lacking_the_inspection_ends_with_the_conclusion(federation: Federation) -> None:
    row = factories.answered(federation)
    row.findings.update(kind="good")
    findings.send_findings(inspection_id=row.pk, by=federation["ubkt"])
    conclude.save_conclusion(inspection_id=row.pk, by=federation["ubkt"], conclusion=compose(row))
    signed = conclude.issue_conclusion(inspection_id=row.pk, by=federation["chutich"])
    assert signed.state == InspectionState.CLOSED
    assert "thực hiện đúng yêu cầu" in signed.conclusion


def test_a_remedy_that_is_not_kept_is_open_again_and_the_last_one_kept_ends_the_inspection(
    federation: Federation,
) -> None:
    remedy = factories.reported(federation)
    place = {"inspection_id": remedy.inspection_id, "remedy_id": remedy.pk}
    assert [item.user for item in desk(work.RECHECK)] == [federation["ubkt"]]
    with pytest.raises(Invalid, match="đặt hạn mới"):
        remedies.recheck_remedy(by=federation["ubkt"], kept=False, note="Sổ trống", **place)
    again = remedies.recheck_remedy(by=federation["ubkt"], kept=False, note="Sổ trống", due=date(2023, 5, 1), **place)
    assert (again.state, again.reopened, again.due) == (RemedyState.GIVEN, 1, date(2023, 5, 1))
    assert [item.due for item in desk(work.REMEDY)] == [date(2023, 5, 1)]
    assert desk(work.RECHECK) == []
    remedies.report_remedy(by=federation["batri"], report="Đã ghi đủ.", **place)
    kept = remedies.recheck_remedy(by=federation["ubkt"], kept=True, note="Đạt", **place)
    assert kept.state == RemedyState.KEPT
    kept.inspection.refresh_from_db()
    assert kept.inspection.state == InspectionState.CLOSED
    assert desk(work.REMEDY) == desk(work.RECHECK) == []


def test_a_cancelled_inspection_leaves_no_work_and_no_sight(federation: Federation) -> None:
    row = factories.explaining(federation)
    rows.cancel(inspection_id=row.pk, by=federation["ubkt"], note="Trùng với kiểm tra của Tổng Liên đoàn")
    assert desk(work.EXPLAIN_WORK) == []
    assert not visible_inspections(federation["batri"]).exists()


def test_what_a_unit_that_ends_owes_goes_off_its_desk(federation: Federation) -> None:
    row = factories.concluded(federation)
    assert open_below(federation.ba_tri.path) == 1
    follow(Reorganisation(kind=Reorganisation.Kind.END, unit=federation.ba_tri, details={"units": [row.unit_id]}))
    row.refresh_from_db()
    assert (row.state, row.remedies.get().state) == (InspectionState.CLOSED, RemedyState.CANCELLED)
    assert desk(work.REMEDY) == []


def test_the_unit_that_takes_over_owes_what_the_old_one_owed(federation: Federation) -> None:
    row = factories.concluded(federation)
    old, heir = row.unit_id, federation.cho_lach.pk
    merged = {"units": [old], "heirs": {str(old): heir}}
    follow(Reorganisation(kind=Reorganisation.Kind.MERGE, unit=federation.ba_tri, details=merged))
    row.refresh_from_db()
    assert (row.unit_id, row.state) == (heir, InspectionState.CONCLUDED)
    assert list(visible_inspections(federation["cholach"])) == [row]
    assert not visible_inspections(federation["batri"]).exists()


def test_a_closed_programme_takes_off_what_nobody_began_and_waits_for_what_runs(federation: Federation) -> None:
    row = factories.explaining(federation)
    with pytest.raises(Invalid, match="Chưa có kết luận kiểm tra: LĐLĐ huyện Ba Tri"):
        programmes.close_programme(programme_id=row.programme_id, by=federation["ubkt"])
    rows.cancel(inspection_id=row.pk, by=federation["ubkt"], note="Hoãn")
    assert programmes.close_programme(programme_id=row.programme_id, by=federation["ubkt"]).state == "closed"


def test_time_limits_are_rules_by_date(federation: Federation) -> None:
    rules = Rule.objects.filter(code__startswith="oversight.")
    assert rules.count() == 5
    assert not rules.filter(source="").exists()
