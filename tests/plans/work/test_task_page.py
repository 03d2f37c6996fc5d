import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congdoan.plans.models import Assignment, AssignmentState, Executor, ProgressReport, ReportState
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.save_draft import save_report_draft
from tests.plans.factories import count, give
from tests.plans.work.test_reporting import pdf
from tests.world import Federation


def page_of(client: Client, federation: Federation, who: str, assignment: Assignment, path: str = "") -> str:
    client.force_login(federation[who])
    response = client.get(f"/ke-hoach/nhiem-vu/{assignment.pk}/{path}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_head_of_the_unit_is_offered_to_take_the_work_on(
    client: Client, federation: Federation, given: Assignment
) -> None:
    page = page_of(client, federation, "batri", given)
    assert given.task.text in page and "Nhận việc" in page and "Gửi báo cáo" not in page


def test_pressing_the_button_takes_the_work_on(client: Client, federation: Federation, given: Assignment) -> None:
    client.force_login(federation["batri"])
    response = client.post(f"/ke-hoach/nhiem-vu/{given.pk}/nhan-viec/", follow=True)
    assert "Đã nhận việc" in response.content.decode()
    given.refresh_from_db()
    assert given.state == AssignmentState.DOING


def test_who_works_there_reports_and_a_superior_urges(
    client: Client, federation: Federation, running: Assignment
) -> None:
    assert "Gửi báo cáo" in page_of(client, federation, "batri.cv", running)
    above = page_of(client, federation, "chanhvp", running)
    assert "Gửi báo cáo" not in above and "Đôn đốc" in above


def test_a_foreign_task_is_not_found(client: Client, federation: Federation, running: Assignment) -> None:
    client.force_login(federation["cholach"])
    for path in ("", "bao-cao/", "phan-cong/", "noi-dung-dem/"):
        assert client.get(f"/ke-hoach/nhiem-vu/{running.pk}/{path}").status_code == 404


def test_a_report_is_sent_with_figures_as_people_write_them(
    client: Client, federation: Federation, running: Assignment
) -> None:
    target = count(running, total=2000)
    client.force_login(federation["batri.cv"])
    entered = {"status": "doing", "text": "Thêm", f"figure_{target.pk}": "1.234,5", "evidence": pdf(), "do": "send"}
    client.post(f"/ke-hoach/nhiem-vu/{running.pk}/bao-cao/gui/", entered)
    target.refresh_from_db()
    assert target.reached == Decimal("1234.5")
    assert "1.234,5/2.000" in page_of(client, federation, "batri", running)


@pytest.mark.parametrize(("figure", "words"), [("abc", "không phải là số"), ("30", "lớn hơn tổng số")])
def test_a_wrong_figure_leaves_the_form_as_it_is_and_says_why(
    client: Client, federation: Federation, running: Assignment, figure: str, words: str
) -> None:
    target = count(running)
    client.force_login(federation["batri.cv"])
    entered = {"status": "doing", "text": "Thêm", f"figure_{target.pk}": figure, "do": "send"}
    response = client.post(f"/ke-hoach/nhiem-vu/{running.pk}/bao-cao/gui/", entered, headers={"HX-Request": "true"})
    assert response.status_code == 422 and words in response.content.decode()
    assert not ProgressReport.objects.exists()


def test_an_htmx_form_goes_on_to_the_task(client: Client, federation: Federation, running: Assignment) -> None:
    client.force_login(federation["batri.cv"])
    response = client.post(
        f"/ke-hoach/nhiem-vu/{running.pk}/bao-cao/gui/",
        {"status": "done", "text": "Xong", "do": "send"},
        headers={"HX-Request": "true"},
    )
    assert response.headers["HX-Redirect"] == f"/ke-hoach/nhiem-vu/{running.pk}/"


def test_a_difficulty_from_the_form_goes_to_the_coordinator(
    client: Client, federation: Federation, running: Assignment
) -> None:
    client.force_login(federation["batri.cv"])
    entered = {"status": "obstacle", "obstacle": "Thiếu kinh phí", "do": "send"}
    client.post(f"/ke-hoach/nhiem-vu/{running.pk}/bao-cao/gui/", entered)
    page = page_of(client, federation, "chanhvp", running)
    assert "Thiếu kinh phí" in page and "Trình Ban Thường vụ" in page


def test_a_draft_comes_back_to_its_writer_alone(client: Client, federation: Federation, running: Assignment) -> None:
    save_report_draft(assignment_id=running.pk, by=federation["batri.cv"], text="Chưa xong hẳn", files=[pdf("n.pdf")])
    assert "Chưa xong hẳn" in page_of(client, federation, "batri.cv", running)
    assert "Chưa xong hẳn" not in page_of(client, federation, "batri", running)


def test_nothing_is_sent_but_by_the_button(client: Client, federation: Federation, running: Assignment) -> None:
    client.force_login(federation["batri.cv"])
    client.post(f"/ke-hoach/nhiem-vu/{running.pk}/bao-cao/gui/", {"status": "done", "text": "Xong"})
    assert ProgressReport.objects.get().state == ReportState.DRAFT


def test_evidence_is_given_to_those_who_see_the_task(
    client: Client, federation: Federation, running: Assignment
) -> None:
    report = report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="a", files=[pdf()])
    url = f"/ke-hoach/bao-cao/{report.pk}/tep/{report.files.get().pk}/"
    for who, status in (("batri", 200), ("chanhvp", 200), ("cholach", 404), ("coso", 404)):
        client.force_login(federation[who])
        assert client.get(url).status_code == status


def test_a_drafts_file_is_given_to_its_writer_alone(
    client: Client, federation: Federation, running: Assignment
) -> None:
    draft = save_report_draft(assignment_id=running.pk, by=federation["batri.cv"], files=[pdf()])
    url = f"/ke-hoach/bao-cao/{draft.pk}/tep/{draft.files.get().pk}/"
    for who, status in (("batri.cv", 200), ("batri", 404)):
        client.force_login(federation[who])
        assert client.get(url).status_code == status


def test_text_that_looks_like_a_page_is_shown_as_text(
    client: Client, federation: Federation, running: Assignment
) -> None:
    report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page_of(client, federation, "batri", running)


def test_a_person_is_given_a_part_on_the_page(client: Client, federation: Federation, given: Assignment) -> None:
    client.force_login(federation["batri"])
    entered = {"person": federation["batri.cv"].pk, "due": "20/03/2023", "note": "Rà soát"}
    client.post(f"/ke-hoach/nhiem-vu/{given.pk}/phan-cong/", entered)
    assert Executor.objects.get().user == federation["batri.cv"]
    assert "Rà soát" in page_of(client, federation, "batri", given)


def test_what_is_counted_is_set_on_the_page(client: Client, federation: Federation, running: Assignment) -> None:
    client.force_login(federation["batri.cv"])
    lines = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Thủ tục", "form-0-total": "24"}
    client.post(f"/ke-hoach/nhiem-vu/{running.pk}/noi-dung-dem/", lines)
    assert running.targets.get().total == 24


def test_an_answer_is_given_on_the_page(client: Client, federation: Federation, running: Assignment) -> None:
    obstacle = raise_obstacle(assignment_id=running.pk, by=federation["batri.cv"], text="Thiếu mẫu")
    client.force_login(federation["chanhvp"])
    assert client.get(f"/ke-hoach/vuong-mac/{obstacle.pk}/").url.endswith(f"#vuong-mac-{obstacle.pk}")  # type: ignore[attr-defined]
    client.post(f"/ke-hoach/vuong-mac/{obstacle.pk}/tra-loi/", {"words": "Dùng mẫu 03"})
    assert "Đã trả lời trong ngày" in page_of(client, federation, "batri", running)


@pytest.fixture
def busy(federation: Federation, running: Assignment) -> Assignment:
    """A task with many reports, files, difficulties and steps."""
    target = count(running)
    for value in range(1, 16):
        report_progress(
            assignment_id=running.pk,
            by=federation["batri.cv"],
            text=f"Lần {value}",
            figures={target.pk: Decimal(value)},
            files=[SimpleUploadedFile(f"{value}.txt", b"x")],
        )
        raise_obstacle(assignment_id=running.pk, by=federation["batri.cv"], text=f"Hỏi {value}")
    return running


@pytest.mark.parametrize("path", ["", "bao-cao/"])
def test_the_page_asks_at_most_twelve_questions_whoever_looks(
    client: Client, federation: Federation, busy: Assignment, path: str, django_assert_max_num_queries: Any
) -> None:
    for who in ("batri.cv", "batri", "chanhvp", "chutich"):
        client.force_login(federation[who])
        client.get(f"/ke-hoach/nhiem-vu/{busy.pk}/{path}")
        with django_assert_max_num_queries(12, info=who):
            client.get(f"/ke-hoach/nhiem-vu/{busy.pk}/{path}")


def test_a_report_is_taken_back_on_the_page(client: Client, federation: Federation, running: Assignment) -> None:
    report = report_progress(assignment_id=running.pk, by=federation["batri.cv"], text="a", finishes=True)
    client.force_login(federation["batri.cv"])
    client.post(f"/ke-hoach/bao-cao/{report.pk}/rut-lai/")
    report.refresh_from_db()
    assert report.state == ReportState.WITHDRAWN


def test_the_history_says_who_changed_what(client: Client, federation: Federation, given: Assignment) -> None:
    client.force_login(federation["batri"])
    client.post(f"/ke-hoach/nhiem-vu/{given.pk}/nhan-viec/")
    page = page_of(client, federation, "batri", given, "lich-su/")
    assert "Chưa nhận" in page and "Đang thực hiện" in page and "Nguyễn Hữu Nghĩa" in page
    client.force_login(federation["cholach"])
    assert client.get(f"/ke-hoach/nhiem-vu/{given.pk}/lich-su/").status_code == 404


def test_what_waits_for_a_decision_is_not_called_overdue(
    client: Client, federation: Federation, running: Assignment
) -> None:
    Assignment.objects.filter(pk=running.pk).update(due="2023-03-01")
    assert "quá hạn" in page_of(client, federation, "chanhvp", running)
    report_progress(assignment_id=running.pk, by=federation["batri"], text="Xong", finishes=True)
    assert "quá hạn" not in page_of(client, federation, "chanhvp", running)


def test_units_that_left_the_task_are_not_named(client: Client, federation: Federation, running: Assignment) -> None:
    give(running.task, federation.office, role="cooperating", state="withdrawn")
    give(running.task, federation.finance, role="cooperating")
    page = page_of(client, federation, "batri", running)
    assert "<dd>Ban Tài chính</dd>" in page


def test_a_page_has_one_next_step(client: Client, federation: Federation, running: Assignment) -> None:
    raise_obstacle(assignment_id=running.pk, by=federation["batri.cv"], text="Chưa có mẫu")
    page = re.sub(r"<dialog.*?</dialog>", "", page_of(client, federation, "chanhvp", running), flags=re.DOTALL)
    assert page.count("cd-button-main") == 1


def test_who_came_to_ask_finds_the_question_chosen_whatever_a_draft_says(
    client: Client, federation: Federation, running: Assignment
) -> None:
    page = page_of(client, federation, "batri.cv", running, "bao-cao/?loai=vuong-mac")
    assert 'value="obstacle" checked data-asked' in page
