"""A quarter's report goes from the superior's question over a phone to its own composed report."""

import pytest

from congdoan.reporting.models import Report, ReportForm
from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.factories import give, make_plan, make_task
from tests.reporting.factories import asked, draft_form, report_of_ba_tri
from tests.world import Federation

pytestmark = pytest.mark.browser


def test_a_report_is_designed_asked_for_written_on_a_phone_signed_and_composed(office: Office) -> None:
    form, report, ids = aside(lambda: _world(office.federation))
    with office.person("chuyenvien", DESK) as asker:
        designs(asker, form)
    with office.person("batri.cv", PHONE) as writer:
        writes(writer, report, ids)
    with office.person("batri", DESK) as chair:
        signs(chair, report)
    with office.person("chuyenvien", DESK) as asker:
        sees_the_whole(asker, report)
    assert not office.problems, "\n".join(office.problems)


def designs(asker: Person, form: ReportForm) -> None:
    asker.open(f"/bao-cao/mau/{form.pk}/")
    asker.click("link", "Số liệu vào phần Khó khăn, vướng mắc")
    asker.page.get_by_label("Nội dung").fill("Vướng mắc đã nêu")
    asker.page.get_by_label("Tự lấy từ").select_option("plans.obstacles")
    asker.look_over()
    asker.click("button", "Thêm")
    asker.sees("Đã thêm C8 “Vướng mắc đã nêu”.")
    asker.click("button", "Đưa vào dùng")
    asker.click("link", "Yêu cầu báo cáo")
    asker.look_over()
    asker.click("button", "Yêu cầu báo cáo")
    asker.sees("Đã yêu cầu 2 đơn vị")
    asker.look_over()


def writes(writer: Person, report: Report, ids: dict[str, int]) -> None:
    writer.open("/bao-cao/")
    writer.open(f"/bao-cao/{report.pk}/")
    typed, done = ids["C4"], ids["C2"]
    writer.page.locator(f"#f{typed}_figure").fill("40")
    writer.page.locator(f"#f{typed}_figure").press("Tab")
    writer.page.locator(f"#o-{typed}", has_text="Đã lưu").wait_for()
    writer.page.locator(f"#f{done}_figure").fill("1")
    writer.page.locator(f"#f{done}_figure").press("Tab")
    writer.page.locator(f"#f{done}_note").fill("Xong sáng nay")
    writer.page.locator(f"#f{done}_note").press("Tab")
    writer.sees("Đủ nội dung, gửi được.")
    writer.look_over()
    writer.open(f"/bao-cao/{report.pk}/noi-dung/{ids['C1']}/nguon/")
    writer.sees("1 Tập huấn")
    writer.open(f"/bao-cao/{report.pk}/")
    writer.click("button", "Trình ký")
    writer.sees("Đã trình lãnh đạo LĐLĐ huyện Ba Tri ký gửi.")


def signs(chair: Person, report: Report) -> None:
    chair.open(f"/bao-cao/{report.pk}/")
    chair.click("button", "Ký và gửi")
    chair.page.locator("[data-confirm-yes]").click()
    chair.sees("Đã ký và gửi LĐLĐ tỉnh Bến Tre.")
    chair.look_over()


def sees_the_whole(asker: Person, report: Report) -> None:
    asker.open(f"/bao-cao/yeu-cau/{report.request_id}/")
    asker.sees("40")
    asker.click("link", "Số người dự tập huấn")
    asker.look_over()
    asker.click("link", "Từng đơn vị 2")
    asker.look_over()
    asker.open("/bao-cao/yeu-cau/")
    asker.open("/bao-cao/mau/")


def _world(federation: Federation) -> tuple[ReportForm, Report, dict[str, int]]:
    """A form that is being made; a report on a desk by another, whose items have these ids."""
    give(make_task(make_plan(federation), "1", "Tập huấn"), federation.ba_tri)
    report = report_of_ba_tri(asked(federation), federation)
    ids = dict(report.request.form.items.values_list("code", "pk"))
    return draft_form(federation, "Báo cáo chuyên đề"), report, ids
