"""The second quarter: periods turn, the leader looks at everything, a day moves for one unit, results go up."""

from pathlib import Path

from tests.browser.people import Person
from tests.browser.quarters.first import DONE
from tests.browser.quarters.windows import begins


def period_is_done(head: Person) -> None:
    """What was accepted is done, and the next quarter is owed."""
    begins(head, "Báo cáo kết quả", "Sinh hoạt chuyên đề")
    head.sees("Kỳ Quý II/2023")
    first = head.page.locator("tr", has_text="Quý I/2023").inner_text()
    assert "Hoàn thành" in first and "ngày 06/03/2023" in first, first


def period_is_missed(silent: Person) -> None:
    silent.go("/viec/thong-bao/")
    silent.click("link", "Quý I/2023 không hoàn thành: nhiệm vụ I.3 Sinh hoạt chuyên đề")
    silent.click("link", "LĐLĐ huyện Chợ Lách")
    silent.sees("Kỳ Quý II/2023")
    assert "Không hoàn thành" in silent.page.locator("tr", has_text="Quý I/2023").inner_text()
    silent.look_over()


def leader_looks(chair: Person) -> None:
    chair.go("/dieu-hanh/")
    chair.click("link", "Bản đồ nhiệt")
    chair.page.get_by_title("LĐLĐ huyện Chợ Lách, 5/KH-LĐLĐ: quá hạn 1 trong 1, xong 0").wait_for()
    chair.click("link", "Việc đứng lại")
    chair.sees("102 ngày không động; việc như thế này thường xong trong 15–24 ngày")
    chair.click("link", "Dự báo")
    chair.sees("riêng đơn vị này")
    chair.click("link", "Giao ban")
    chair.sees("Giao ban ngày 24/04/2023")
    for _ in range(8):
        if chair.page.get_by_role("heading", name="Việc đứng lại").is_visible():
            break
        chair.page.keyboard.press("ArrowRight")
    chair.sees("Lập danh sách cán bộ")


def moves_a_day(chair: Person) -> None:
    """For one unit of the three that have the task."""
    page = chair.page
    chair.go("/ke-hoach/")
    chair.click("link", "Nâng cao năng lực cán bộ công đoàn")
    chair.click("link", "Điều chỉnh")
    page.get_by_label("Chọn I.1 Mở lớp tập huấn cán bộ").check()
    chair.click("button", "Sửa nhiệm vụ đã chọn")
    page.get_by_role("textbox", name="Hạn (không bắt buộc)", exact=True).fill("31/07/2023")
    page.get_by_role("combobox", name="Hạn mới, việc bỏ chỉ với đơn vị").fill("ba tri")
    page.get_by_role("option", name="LĐLĐ huyện Ba Tri").first.click()
    page.get_by_label("Lý do điều chỉnh").fill("Trường chính trị bận đến tháng 7")
    chair.look_over()
    chair.click("button", "Điều chỉnh")
    chair.sees("Đã điều chỉnh Kế hoạch 12/KH-LĐLĐ.")


def sees_what_changed(head: Person) -> None:
    head.go("/viec/thong-bao/")
    head.click("link", "điều chỉnh Kế hoạch 12/KH-LĐLĐ: Trường chính trị bận đến tháng 7")
    head.sees("30/06/2023 → 31/07/2023")
    head.sees("Chỉ với LĐLĐ huyện Ba Tri")
    begins(head, "Báo cáo kết quả", "Mở lớp tập huấn cán bộ")
    head.sees("(riêng LĐLĐ huyện Ba Tri)")
    head.sees("31/07/2023")
    head.look_over()


def sees_no_change(head: Person) -> None:
    head.go("/viec/thong-bao/")
    assert "điều chỉnh" not in head.page.locator("main").inner_text()


def result_goes_up(officer: Person, specialist: Person, head: Person, photo: Path) -> None:
    """The union finishes, the district accepts and takes words, sum and photo into its own report."""
    begins(officer, "Báo cáo kết quả", "Mở lớp tập huấn cán bộ")
    officer.click("link", "Báo cáo kết quả")
    officer.page.get_by_label(DONE).check()
    officer.page.locator("[data-figure]").fill("12")
    officer.page.get_by_label("Việc đã làm").fill("Đủ 12 lớp, 480 người học")
    officer.page.set_input_files("#bao-cao input[type=file]", photo)
    officer.sees(photo.name)
    officer.click("button", "Gửi báo cáo, đạt 12/12")
    officer.sees("Đã gửi báo cáo và đề nghị xác nhận kết quả.")
    begins(specialist, "Nghiệm thu", "Mở lớp tập huấn cán bộ")
    specialist.sees("12/12")
    specialist.click("button", "Nghiệm thu")
    specialist.sees("Đã nghiệm thu kết quả.")
    begins(head, "Báo cáo kết quả", "Mở lớp tập huấn cán bộ")
    head.sees("Con số bên dưới đã đủ để báo xong")
    head.click("button", "Lấy kết quả bên dưới vào báo cáo")
    head.sees("Xem lại rồi gửi.")
    assert "Đủ 12 lớp, 480 người học" in head.page.locator("#text").input_value()
    assert head.page.locator("[data-figure]").input_value() == "12"
    head.sees(photo.name)
    head.look_over()
    head.click("button", "Gửi báo cáo")
    head.sees("Đã gửi báo cáo")
