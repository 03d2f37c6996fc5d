"""The first quarter: plans on every level, work done on a phone, sums that nobody types."""

from pathlib import Path

from tests.browser.people import Person
from tests.browser.quarters.planning import issues, specialist_drafts, submits
from tests.browser.quarters.windows import begins

DONE = "Đã xong, đề nghị xác nhận"


def district_plans(head: Person, specialist: Person) -> None:
    takes(head, "Mở lớp tập huấn cán bộ")
    specialist_drafts(specialist)
    begins(head, "Xem và duyệt", "Duyệt kế hoạch Thực hiện Kế hoạch 12/KH-LĐLĐ")
    issues(head, "Đã ban hành Kế hoạch 1/KH-LĐLĐ, giao 4 phần việc.")


def sector_plans(head: Person) -> None:
    """The period of the work that comes every quarter is open, and nobody has opened it."""
    takes(head, "Sinh hoạt chuyên đề")
    head.sees("Kỳ Quý I/2023")
    part = head.address
    head.click("button", "Lập kế hoạch thực hiện")
    head.sees("Thực hiện 12/KH-LĐLĐ, I.3")
    submits(head)
    issues(head, "giao 2 phần việc.")
    head.go(part)
    head.page.get_by_label(DONE).locator("visible=true").check()
    head.page.get_by_label("Việc đã làm").fill("Ba buổi, 210 người dự")
    head.click("button", "Gửi báo cáo")
    head.sees("Đã gửi báo cáo và đề nghị xác nhận kết quả.")


def takes(person: Person, title: str) -> None:
    begins(person, "Nhận việc", title)
    person.click("button", "Nhận việc")
    person.sees("Đã nhận việc.")


def grassroots_reports(officer: Person, photo: Path) -> None:
    """On a phone: a figure and a photo for the province's task, a difficulty with the district's."""
    takes(officer, "Kết nạp đoàn viên mới")
    reports(officer, "20", "30", "Kết nạp 20 người ở hai tổ", photo)
    takes(officer, "Mở lớp tập huấn cán bộ")
    officer.click("link", "Nêu vướng mắc")
    officer.page.get_by_label("Vướng mắc, đề nghị giải quyết").fill("Chưa có giảng viên về an toàn lao động")
    officer.click("button", "Gửi vướng mắc")
    officer.sees("Đã chuyển vướng mắc đến đơn vị điều phối.")


def reports(officer: Person, figure: str, total: str, words: str, photo: Path) -> None:
    officer.click("link", "Báo cáo kết quả")
    page = officer.page
    page.locator("[data-figure]").fill(figure)
    page.get_by_label("Việc đã làm").fill(words)
    page.set_input_files("#bao-cao input[type=file]", photo)
    officer.sees(photo.name)
    officer.click("button", f"Gửi báo cáo, đạt {figure}/{total}")
    officer.sees("Đã gửi báo cáo")


def district_answers(specialist: Person) -> None:
    begins(specialist, "Trả lời")
    specialist.sees("Chưa có giảng viên về an toàn lao động")
    specialist.page.get_by_label("Trả lời").fill("Trường chính trị cử hai giảng viên")
    specialist.click("button", "Trả lời")
    specialist.sees("Đã trả lời vướng mắc.")


def grassroots_goes_on(officer: Person, photo: Path) -> None:
    begins(officer, "Báo cáo kết quả", "Mở lớp tập huấn cán bộ")
    officer.sees("Trường chính trị cử hai giảng viên")
    reports(officer, "5", "12", "Đã mở 5 lớp", photo)


def province_accepts(coordinator: Person) -> None:
    begins(coordinator, "Nghiệm thu", "Sinh hoạt chuyên đề")
    coordinator.click("button", "Nghiệm thu")
    coordinator.sees("Đã nghiệm thu kết quả.")


def province_sees_it_rolled_up(chair: Person) -> None:
    """What was reported on a phone in a commune is in the sums of the province."""
    chair.go("/ke-hoach/")
    chair.click("link", "Nâng cao năng lực cán bộ công đoàn")
    plan = chair.address
    reminds_who_has_no_plan(chair)
    chair.click("link", "LĐLĐ huyện Ba Tri")
    chair.sees("Kết quả 5/12 lớp")
    chair.sees("bên dưới cộng lại 5 lớp, báo xong được khi đạt 12 lớp")
    chair.look_over()
    chair.go(plan)
    chair.click("link", "Chỉ tiêu")
    chair.click("link", "Đoàn viên mới")
    chair.sees("Đã đạt 28 đoàn viên (56%)")
    chair.look_over()


def reminds_who_has_no_plan(chair: Person) -> None:
    chair.click("link", "Theo dõi")
    chair.click("link", "Kế hoạch đơn vị")
    chair.look_over()
    chair.page.locator("td[data-label='Chưa có'] a").first.click()
    chair.sees("2 đã có kế hoạch")
    chair.sees("1 chưa có kế hoạch")
    chair.sees("LĐLĐ huyện Chợ Lách")
    chair.click("button", "Nhắc đơn vị chưa có kế hoạch")
    chair.sees("Đã nhắc 1 đơn vị.")
    chair.look_over()
