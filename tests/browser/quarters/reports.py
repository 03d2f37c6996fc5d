"""The quarter's report: asked for, filled by itself, signed, reminded, composed; corrected in the next quarter."""

import re

from tests.browser.people import Person
from tests.browser.quarters.windows import begins

TYPED = "Cán bộ công đoàn được tập huấn"


def asks(office: Person) -> str:
    """Gives the address of the request."""
    office.go("/bao-cao/mau/")
    office.click("link", "Báo cáo kết quả thực hiện cải cách hành chính quý")
    office.click("link", "Yêu cầu báo cáo")
    office.click("button", "Yêu cầu báo cáo")
    office.sees("Đã yêu cầu 2 đơn vị")
    return office.address


def district_sends(writer: Person, head: Person, quarter: str, trained: str) -> str:
    """The draft on the desk is nearly full: one figure is typed. Gives the address of the report."""
    begins(writer, "Lập báo cáo", f"Báo cáo kết quả thực hiện cải cách hành chính {quarter}")
    done, of = (int(figure) for figure in re.findall(r"\d+", writer.page.get_by_text("nội dung tự điền").inner_text()))
    assert done / of >= 0.9, f"{done} of {of} fields filled by themselves"
    writer.sees("C10: chưa có “Cán bộ công đoàn được tập huấn")
    fills(writer, trained)
    signed(writer, head)
    return writer.address


def fills(writer: Person, trained: str) -> None:
    field = writer.page.get_by_label(TYPED)
    field.fill(trained)
    field.press("Tab")
    writer.sees("Đã lưu")
    writer.sees("Đủ nội dung, gửi được.")


def signed(writer: Person, head: Person) -> None:
    writer.click("button", "Trình ký")
    writer.sees("Đã trình lãnh đạo LĐLĐ huyện Ba Tri ký gửi.")
    begins(head, "Xem và ký", "Ký gửi")
    head.click("button", "Ký và gửi")
    head.page.locator("[data-confirm-yes]").click()
    head.sees("Đã ký và gửi LĐLĐ tỉnh Bến Tre.")


def reminds(office: Person, request: str) -> None:
    office.go(request)
    office.sees("1/2 đơn vị đã gửi")
    office.sees("1 quá hạn")
    office.click("button", "Đôn đốc 1 đơn vị")
    office.sees("Đã đôn đốc 1 đơn vị chưa gửi.")


def is_reminded(late: Person) -> None:
    late.go("/viec/thong-bao/")
    late.sees("Đôn đốc gửi báo cáo: Báo cáo kết quả thực hiện cải cách hành chính quý I/2023, hạn 17/03/2023")


def composes(office: Person, request: str) -> None:
    """The report of the province, of what was sent, as a paper."""
    office.go(request)
    assert cells(office, TYPED)[2] == "58"
    office.page.locator("summary", has_text="In, xuất").click()
    with office.page.expect_download() as paper:
        office.click("link", "Báo cáo tổng hợp Word")
    assert paper.value.suggested_filename.endswith(".docx")


def cells(office: Person, label: str) -> list[str]:
    """Of the row of a figure: code, label, this period, the one before, the difference, how many units."""
    return office.page.locator("tr", has_text=label).first.locator("td").all_inner_texts()


def corrects(writer: Person, head: Person, report: str, trained: str) -> None:
    writer.go(report)
    writer.click("link", "Đính chính")
    writer.page.get_by_label("Lý do").fill("Sót một lớp")
    writer.click("button", "Đính chính")
    writer.sees("Cấp trên vẫn đọc bản đã gửi")
    fills(writer, trained)
    signed(writer, head)


def sees_the_difference(office: Person) -> None:
    office.go("/bao-cao/yeu-cau/")
    office.page.locator("tr", has_text="Quý II/2023").get_by_role("link").click()
    assert cells(office, TYPED)[2:] == ["70", "61", "+9", "1"]
    office.look_over()
    office.click("link", "Quý I/2023")
    office.click("link", "Từng đơn vị")
    office.sees("lần 2")
    office.click("link", "LĐLĐ huyện Ba Tri")
    office.sees("Lần 2, cấp trên đang đọc")
    office.look_over()
