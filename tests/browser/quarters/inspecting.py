"""An inspection goes from a suggestion over a phone to a remedy that was checked again."""

from pathlib import Path

from tests.browser.people import Person
from tests.browser.quarters.windows import begins

UNIT = "LĐLĐ huyện Chợ Lách"
FOUND = "Không mở sổ theo dõi nhiệm vụ"


def makes_the_programme(inspector: Person) -> None:
    """The unit that was silent since January is suggested, with the reason in words."""
    inspector.go("/kiem-tra/")
    inspector.click("link", "Bảng kiểm tra")
    inspector.look_over()
    inspector.click("link", "Việc được giao")
    inspector.look_over()
    inspector.go("/kiem-tra/chuong-trinh/")
    inspector.click("link", "Lập chương trình")
    inspector.page.get_by_label("Tên chương trình").fill("Kiểm tra quý II")
    inspector.look_over()
    inspector.click("button", "Lập chương trình")
    inspector.sees("1 việc quá hạn, 81 ngày không báo cáo, chưa kiểm tra lần nào")
    inspector.look_over()
    programme = inspector.address
    inspector.click("link", "Xem tất cả")
    inspector.look_over()
    inspector.click("button", f"Thêm {UNIT} vào chương trình")
    inspector.sees(f"Đã thêm {UNIT} vào chương trình.")
    inspector.go(programme)
    inspector.click("link", f"Sửa {UNIT}")
    inspector.look_over()
    inspector.go(programme)
    inspector.click("button", "Trình duyệt")
    inspector.sees("Đã trình duyệt chương trình.")


def approves(chair: Person) -> None:
    begins(chair, "Xem và duyệt")
    chair.click("button", "Duyệt")
    chair.sees("Đã duyệt.")


def notifies(inspector: Person) -> None:
    page = inspector.page
    page.reload()
    inspector.click("link", f"Thông báo cho {UNIT}")
    page.get_by_label("Quyết định kiểm tra số").fill("12/QĐ-UBKT")
    page.get_by_label("Kiểm tra từ ngày").fill("10/04/2023")
    page.get_by_label("Đến hết ngày").fill("14/04/2023")
    page.get_by_label("Bảng kiểm tra").select_option("Việc được giao")
    inspector.look_over()
    inspector.click("button", "Thông báo cho đơn vị")
    inspector.sees(f"Đã thông báo cho {UNIT}.")


def checks(inspector: Person, evidence: Path) -> None:
    """The questions of the list, a finding with a photo."""
    page = inspector.page
    page.get_by_label("1. Có sổ theo dõi nhiệm vụ?").select_option("Không")
    page.get_by_text("1/2 câu đã ghi kết quả").wait_for(state="detached")
    page.get_by_label("2. Biên bản họp").fill("Đủ ba kỳ họp")
    page.get_by_label("2. Biên bản họp").press("Tab")
    page.locator(".cd-done", has_text="Đã lưu").nth(1).wait_for()
    inspector.look_over()
    inspector.click("link", "Ghi phát hiện")
    page.get_by_label("Phát hiện").fill(FOUND)
    page.set_input_files("main input[type=file]", evidence)
    inspector.look_over()
    inspector.click("button", "Ghi phát hiện")
    inspector.sees("Đã ghi phát hiện.")
    inspector.sees(evidence.name)
    inspector.click("link", "Gửi phát hiện")
    inspector.look_over()
    inspector.click("button", "Gửi phát hiện")
    inspector.sees("Chờ giải trình")
    inspector.look_over()


def explains(unit: Person) -> None:
    begins(unit, "Giải trình", "LĐLĐ")
    unit.sees(FOUND)
    unit.look_over()
    unit.page.get_by_label("Giải trình phát hiện 1").fill("Sổ thất lạc khi dời trụ sở")
    unit.page.get_by_label("Giải trình phát hiện 1").press("Tab")
    unit.sees("Đã giải trình đủ, gửi được.")
    unit.look_over()
    unit.click("button", "Gửi giải trình")
    unit.page.locator("[data-confirm-yes]").click()
    unit.sees("Đã gửi giải trình")
    unit.look_over()


def concludes(inspector: Person) -> None:
    begins(inspector, "Soạn kết luận")
    inspector.sees("Sổ thất lạc khi dời trụ sở")
    inspector.click("link", "Soạn kết luận")
    assert "Từ ngày 10/04/2023 đến ngày 14/04/2023" in inspector.page.get_by_label("Lời văn").input_value()
    inspector.look_over()
    inspector.click("button", "Lưu kết luận")
    inspector.sees("Đã lưu kết luận.")
    inspector.click("link", "Thêm kiến nghị")
    inspector.page.get_by_label("Việc phải khắc phục").fill("Mở lại sổ theo dõi")
    inspector.page.get_by_label("Hạn", exact=True).fill("30/04/2023")
    inspector.look_over()
    inspector.click("button", "Thêm kiến nghị")
    inspector.sees("Đã thêm kiến nghị")
    inspector.look_over()
    inspector.click("button", "Trình ký")
    inspector.sees("Đã trình ký kết luận.")


def signs(chair: Person) -> None:
    begins(chair, "Xem và ký")
    chair.click("button", "Ký kết luận")
    chair.page.locator("[data-confirm-yes]").click()
    chair.sees("Đã ký kết luận số 1/KL-UBKT")
    chair.look_over()


def puts_right(unit: Person) -> None:
    begins(unit, "Báo cáo khắc phục", "Mở lại sổ theo dõi")
    unit.click("link", "Báo cáo khắc phục")
    unit.page.get_by_label("Kết quả khắc phục").fill("Đã mở sổ mới")
    unit.look_over()
    unit.click("button", "Gửi báo cáo")
    unit.sees("Đã báo cáo, chờ Ủy ban kiểm tra phúc tra.")
    unit.look_over()


def checks_again(inspector: Person) -> None:
    begins(inspector, "Phúc tra")
    inspector.click("link", "Phúc tra")
    inspector.page.get_by_label("Đã khắc phục").check()
    inspector.page.get_by_label("Nhận xét").fill("Đúng như báo cáo")
    inspector.look_over()
    inspector.click("button", "Ghi kết quả phúc tra")
    inspector.sees("Đã ghi phúc tra: đã khắc phục.")
    inspector.look_over()
    inspector.go("/kiem-tra/")
    inspector.sees("1/1")
