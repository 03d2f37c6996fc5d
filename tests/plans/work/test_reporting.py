from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed
from congdoan.plans.models import Assignment, AssignmentState, ProgressReport, ReportState
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.save_draft import save_report_draft
from congdoan.plans.services.work.set_targets import Counted, set_targets
from congdoan.plans.services.work.withdraw_report import withdraw_report
from tests.plans.factories import count
from tests.plans.work.desk import open_kinds
from tests.world import Federation


def pdf(name: str = "Biên bản.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF")


def test_a_report_keeps_words_figures_and_evidence(federation: Federation, running: Assignment) -> None:
    target = count(running)
    report = report_progress(
        assignment_id=running.pk,
        by=federation["batri.cv"],
        text="Xong nhóm tài chính",
        figures={target.pk: Decimal(11)},
        files=[pdf()],
    )
    target.refresh_from_db()
    assert (target.reached, report.state) == (11, ReportState.NOTED)
    assert [file.name for file in report.files.all()] == ["Biên bản.pdf"]
    assert open_kinds(running) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_a_specialists_finishing_report_waits_for_the_head(federation: Federation, running: Assignment) -> None:
    report = report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="Đã xong", finishes=True)
    running.refresh_from_db()
    assert (running.state, report.state) == (AssignmentState.TO_CONFIRM, ReportState.TO_CONFIRM)
    assert open_kinds(running) == {"plans.confirm": "LĐLĐ huyện Ba Tri"}


def test_the_heads_finishing_report_goes_straight_to_the_coordinator(
    federation: Federation, running: Assignment
) -> None:
    report_progress(assignment_id=running.pk, by=federation["batri"], text="Đã xong", finishes=True)
    running.refresh_from_db()
    assert running.state == AssignmentState.TO_ACCEPT
    assert open_kinds(running) == {"plans.accept": "Văn phòng"}


def test_work_that_was_not_taken_on_cannot_be_reported(federation: Federation, given: Assignment) -> None:
    with pytest.raises(IllegalTransition, match="Chưa nhận"):
        report_progress(assignment_id=given.pk, by=federation["batri"], text="Đã xong")


def test_the_province_does_not_report_for_a_department_to_which_a_person_does_not_belong(
    federation: Federation, running: Assignment
) -> None:
    with pytest.raises(NotAllowed):
        report_progress(assignment_id=running.pk, by=federation["chuyenvien"], text="Đã xong")


@pytest.mark.parametrize(
    ("value", "words"),
    [(25, "lớn hơn tổng số 24"), (3, "nhỏ hơn lần trước, 5"), (-1, "nhỏ hơn 0")],
)
def test_a_figure_that_cannot_be_is_refused(
    federation: Federation, running: Assignment, value: int, words: str
) -> None:
    target = count(running, reached=5)
    with pytest.raises(Invalid, match=words) as refused:
        report_progress(assignment_id=running.pk, by=federation["batri"], text="x", figures={target.pk: Decimal(value)})
    assert refused.value.field == f"figure_{target.pk}"
    assert not ProgressReport.objects.exists()


def test_a_figure_above_the_total_is_taken_when_the_reporter_says_so(
    federation: Federation, running: Assignment
) -> None:
    target = count(running)
    report_progress(
        assignment_id=running.pk, by=federation["batri"], text="Vượt", figures={target.pk: Decimal(26)}, sure=True
    )
    target.refresh_from_db()
    assert target.reached == 26


def test_finishing_short_of_the_target_must_be_said_on_purpose(federation: Federation, running: Assignment) -> None:
    target = count(running)
    with pytest.raises(Invalid, match="mới đạt 21/24"):
        report_progress(
            assignment_id=running.pk,
            by=federation["batri"],
            text="Xong",
            figures={target.pk: Decimal(21)},
            finishes=True,
        )


def test_a_program_is_not_taken_as_evidence_and_nothing_remains(federation: Federation, running: Assignment) -> None:
    program = SimpleUploadedFile("ảnh.png", b"MZ\x90\x00" + b"\0" * 200)
    with pytest.raises(Invalid, match="không phải PDF"):
        report_progress(assignment_id=running.pk, by=federation["batri"], text="x", files=[program])
    assert not ProgressReport.objects.exists()


def test_a_report_taken_back_gives_the_figures_back(federation: Federation, running: Assignment) -> None:
    target = count(running)
    person = federation["batri.cv"]
    report_progress(assignment_id=running.pk, by=person, text="a", figures={target.pk: Decimal(11)})
    last = report_progress(
        assignment_id=running.pk, by=person, text="b", figures={target.pk: Decimal(24)}, finishes=True
    )
    withdraw_report(report_id=last.pk, by=person)
    target.refresh_from_db()
    running.refresh_from_db()
    assert (target.reached, running.state) == (11, AssignmentState.DOING)
    assert open_kinds(running) == {"plans.report": "LĐLĐ huyện Ba Tri"}


def test_a_report_that_later_ones_build_on_is_not_taken_back(federation: Federation, running: Assignment) -> None:
    first = report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="a")
    report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="b")
    with pytest.raises(Conflict, match="15/03/2023"):
        withdraw_report(report_id=first.pk, by=federation["batri.cv"])


def test_a_draft_is_kept_for_the_person_and_goes_along_with_the_report(
    federation: Federation, running: Assignment
) -> None:
    person, target = federation["batri.cv"], count(running)
    save_report_draft(assignment_id=running.pk, by=person, text="Nháp", files=[pdf("a.pdf"), pdf("b.pdf")])
    draft = save_report_draft(assignment_id=running.pk, by=person, text="Nháp 2", figures={target.pk: Decimal(30)})
    dropped = draft.files.get(name="a.pdf")
    assert (ProgressReport.objects.count(), target.reached) == (1, 0)
    report = report_progress(assignment_id=running.pk, by=person, text="Gửi", dropped=[dropped.pk])
    assert [file.name for file in report.files.all()] == ["b.pdf"]
    assert not ProgressReport.objects.filter(state=ReportState.DRAFT).exists()


def test_the_unit_says_what_it_counts(federation: Federation, running: Assignment) -> None:
    set_targets(
        assignment_id=running.pk,
        by=federation["batri.cv"],
        counted=[Counted(name="Thủ tục", total=Decimal(24), unit_text="thủ tục")],
    )
    assert [(t.name, t.total) for t in running.targets.all()] == [("Thủ tục", 24)]


def test_what_already_has_figures_stays_counted(federation: Federation, running: Assignment) -> None:
    target = count(running)
    report_progress(assignment_id=running.pk, by=federation["batri"], text="a", figures={target.pk: Decimal(1)})
    with pytest.raises(Conflict, match="Thủ tục đã hệ thống hóa"):
        set_targets(assignment_id=running.pk, by=federation["batri"], counted=[])
