"""The pages of reports, as those who ask and those who write use them."""

from io import BytesIO
from typing import Any

import docx
import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from congdoan.reporting.models import FormState, Report, ReportForm, ReportRequest
from congdoan.reporting.services.send import sign_and_send
from congdoan.reporting.services.write import save_value, state_of_value
from congdoan.worklist.models import WorkItem
from tests.plans.factories import give, make_plan, make_task
from tests.reporting.factories import asked, draft_form, item_id, report_of_ba_tri
from tests.world import Federation

HTMX = {"HX-Request": "true"}


@pytest.fixture
def report(federation: Federation) -> Report:
    give(make_task(make_plan(federation), "1", "Tập huấn"), federation.ba_tri)
    return report_of_ba_tri(asked(federation), federation)


def test_a_form_is_designed_taken_into_use_and_asked_by(client: Client, federation: Federation) -> None:
    client.force_login(federation["vanthu"])
    answer = client.post(
        reverse("reporting:new-form"),
        {"name": "Báo cáo quý", "every": "quarterly", "filled_by": "district", "due_days": "3"},
        follow=True,
    )
    form = ReportForm.objects.get()
    section = form.sections.all()[0]
    assert "Phần này chưa có nội dung" in answer.content.decode()
    add = reverse("reporting:add-item", args=[form.pk, section.pk, "figure"])
    wrong = client.post(add, {"label": "Tỷ lệ", "section": section.pk, "formula": "C9 + 1", "combine": "sum"})
    assert wrong.status_code == 422
    assert "Mẫu không có số liệu C9" in wrong.content.decode()
    client.post(add, {"label": "Việc đã xong", "section": section.pk, "source": "plans.done", "combine": "sum"})
    client.post(reverse("reporting:ready", args=[form.pk]))
    ask = reverse("reporting:ask", args=[form.pk])
    page = client.get(ask).content.decode()
    assert 'value="15/12/2022"' in page
    assert 'value="14/03/2023"' in page
    days = {"name": "Quý I/2023", "starts_on": "15/12/2022", "ends_on": "14/03/2023", "due": "17/03/2023"}
    shown = client.post(ask, days, follow=True)
    assert "Đã yêu cầu 2 đơn vị" in shown.content.decode()
    form.refresh_from_db()
    assert form.state == FormState.READY


def test_a_field_is_kept_as_it_is_left_and_brings_what_follows_from_it(
    client: Client, federation: Federation, report: Report
) -> None:
    client.force_login(federation["batri.cv"])
    page = client.get(reverse("reporting:report", args=[report.pk])).content.decode()
    assert "1 nhiệm vụ" in page
    assert "Trình ký" in page
    done = reverse("reporting:save", args=[report.pk, item_id(report, "C2")])
    seen = state_of_value(report.values.get(item__code="C2"))
    kept = client.post(done, {"figure": "1", "note": "Xong hôm nay", "seen": seen}, headers=HTMX).content.decode()
    assert "Nhập khác hệ thống (0 nhiệm vụ)" in kept
    assert ">100</b>" in kept, "the share follows"
    letters = client.post(done, {"figure": "một"}, headers=HTMX)
    assert letters.status_code == 422
    assert "“một” không phải là số" in letters.content.decode()
    table = reverse("reporting:save", args=[report.pk, item_id(report, "C6")])
    client.post(table, {"cell_0_0": "Một cửa", "cell_0_1": "Ba Tri", "cell_1_0": "", "cell_1_1": ""})
    assert report.values.get(item__code="C6").rows == [["Một cửa", "Ba Tri"]]
    origin = client.get(reverse("reporting:origins", args=[report.pk, item_id(report, "C1")])).content.decode()
    assert "1 Tập huấn" in origin


def test_the_report_prints_in_the_layout_of_official_papers_and_figures_export(
    client: Client, federation: Federation, report: Report
) -> None:
    save_value(report_id=report.pk, item_id=item_id(report, "C4"), by=federation["batri"], figure=12)  # type: ignore[arg-type]
    sign_and_send(report_id=report.pk, by=federation["batri"])
    client.force_login(federation["vanthu"])
    word = docx.Document(BytesIO(client.get(reverse("reporting:report-docx", args=[report.pk])).content))
    text = "\n".join(p.text for p in word.paragraphs)
    assert "Tình hình, kết quả thực hiện" in text
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Nhiệm vụ phải làm" in cells
    assert client.get(reverse("reporting:report-pdf", args=[report.pk])).content.startswith(b"%PDF")
    composed = client.get(reverse("reporting:request-docx", args=[report.request_id])).content
    paper = "\n".join(p.text for p in docx.Document(BytesIO(composed)).paragraphs)
    assert "1/2 đơn vị đã gửi báo cáo" in paper
    sheet = client.get(reverse("reporting:request", args=[report.request_id]) + "?xuat=xlsx")
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(b"".join(sheet))).active.rows]  # type: ignore[union-attr]
    assert any(row[0] == federation.ba_tri.name and 12 in row for row in rows)


def test_the_superior_sees_the_whole_drills_down_and_urges(
    client: Client, federation: Federation, report: Report
) -> None:
    save_value(report_id=report.pk, item_id=item_id(report, "C4"), by=federation["batri"], figure=12)  # type: ignore[arg-type]
    sign_and_send(report_id=report.pk, by=federation["batri"])
    client.force_login(federation["vanthu"])
    whole = client.get(reverse("reporting:request", args=[report.request_id])).content.decode()
    assert "Đôn đốc 1 đơn vị" in whole
    assert "LĐLĐ huyện Chợ Lách, đang lập" in whole
    one = client.get(reverse("reporting:request-item", args=[report.request_id, item_id(report, "C4")]))
    assert "LĐLĐ huyện Ba Tri" in one.content.decode()
    units = reverse("reporting:request-units", args=[report.request_id])
    assert "Ba Tri" not in client.get(f"{units}?q=cho+lach").content.decode().split("cd-table")[1]
    said = client.post(reverse("reporting:urge", args=[report.request_id]), follow=True).content.decode()
    assert "Đã đôn đốc 1 đơn vị" in said


@pytest.mark.parametrize("name", ["reports", "requests", "forms"])
def test_the_lists_ask_a_fixed_number_of_queries(
    client: Client, federation: Federation, report: Report, name: str, django_assert_max_num_queries: Any
) -> None:
    draft_form(federation, "Báo cáo khác")
    client.force_login(federation["chutich"])
    client.get(reverse(f"reporting:{name}"))
    with django_assert_max_num_queries(16):
        assert "Báo cáo cải cách" in client.get(reverse(f"reporting:{name}") + "?q=cai+cach").content.decode() or (
            name == "reports"
        )


def test_a_neighbour_finds_no_page_of_it(client: Client, federation: Federation, report: Report) -> None:
    client.force_login(federation["cholach"])
    asked_for: ReportRequest = report.request
    for name, pk in (("report", report.pk), ("request", asked_for.pk), ("form", asked_for.form_id)):
        assert client.get(reverse(f"reporting:{name}", args=[pk])).status_code == 404


def test_who_asked_for_a_report_finds_how_far_it_is_from_the_work_that_was_given(
    client: Client, federation: Federation, report: Report
) -> None:
    client.force_login(federation["chuyenvien"])
    work = WorkItem.objects.get(kind="reporting.write", unit=federation.ba_tri)
    given = client.get(reverse("worklist:list") + "?xem=giao").content.decode()
    standing = reverse("reporting:standing", args=[report.pk])
    assert f'href="{standing}"' in given
    shown = client.get(reverse("worklist:item", args=[work.pk]), follow=True)
    assert shown.status_code == 200
    assert "đang lập báo cáo này" in shown.content.decode()
    client.force_login(federation["batri.cv"])
    own = client.get(reverse("worklist:item", args=[work.pk]))
    assert own["Location"] == reverse("reporting:report", args=[report.pk])


def test_a_report_that_was_sent_opens_itself_to_who_waited_for_it(
    client: Client, federation: Federation, report: Report
) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_version=1)
    client.force_login(federation["chuyenvien"])
    answer = client.get(reverse("reporting:standing", args=[report.pk]))
    assert answer["Location"] == reverse("reporting:report", args=[report.pk])
