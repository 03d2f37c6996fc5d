"""The steps of the story from a scan to an accepted result, each as its person does it at the browser."""

import re
from pathlib import Path
from threading import Thread

from django.db import connections

from tests.browser.people import Person
from tests.jobs import run_queued_jobs

SAMPLES = Path(__file__).parent.parent / "samples"
SCAN = SAMPLES / "ke-hoach-cai-cach-hanh-chinh-scan.pdf"


class Worker(Thread):
    """Does what is queued, as the background worker does, while the page is watched."""

    def run(self) -> None:
        try:
            run_queued_jobs()
        finally:
            connections.close_all()


def upload(person: Person, paper: Path = SCAN) -> None:
    """The paper goes up, its stages are watched, and the review opens by itself."""
    page = person.page
    person.open("/ke-hoach/")
    person.click("link", "Tải văn bản lên")
    person.look_over()
    page.set_input_files("input[type=file]", paper)
    person.sees(paper.name)
    person.click("button", "Tải lên và đọc")
    page.locator(".cd-stage-now").wait_for()
    person.look_over()
    worker = Worker()
    worker.start()
    page.get_by_text(re.compile(r"trang \d+ / \d+")).wait_for(timeout=180_000)
    page.wait_for_url("**/ra-soat/**", timeout=180_000)
    worker.join()
    person.look_over()


def clear_doubts(person: Person) -> None:
    """F8 goes from doubt to doubt, a number chooses; papers that are not kept here are only named."""
    page = person.page
    page.get_by_role("tab", name="Căn cứ").click()
    person.look_over()
    person.click("button", "Chỉ ghi tên tất cả văn bản chưa có trong kho")
    page.locator(".cd-review-source").first.wait_for(state="detached")
    page.keyboard.press("F8")
    while page.get_by_role("button", name="Đến chỗ tiếp theo").count():
        doubt = page.locator("[data-keys-now]")
        words, key = doubt.inner_text(), doubt.get_attribute("id")
        assert "mục 2.5" not in words or "Văn phòng chủ trì cả mục 2.5" in words
        page.keyboard.press("1")
        page.locator(f"#{key}").wait_for(state="detached")
        # The next key must not come before the new rows hear keys, as it does when no hand presses it.
        page.locator(".htmx-request, .htmx-added, .htmx-settling").first.wait_for(state="detached")
        page.keyboard.press("F8")
    person.sees("Không còn chỗ cần xem lại")


def set_due(person: Person, number: str, day: str) -> None:
    """By keyboard alone: to the task's cell, F2, the day, Enter."""
    page = person.page
    page.get_by_role("tab", name="Nhiệm vụ").click()
    row = page.locator("tr.cd-review-row").filter(has=page.get_by_text(number, exact=True))
    row.locator("[data-cell$='/title/']").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("F2")
    field = page.locator("form[data-opened] [data-date]")
    field.wait_for()
    person.look_over()
    field.fill(day)
    page.keyboard.press("Enter")
    row.get_by_text(day).wait_for()


def submit(person: Person) -> None:
    for tab in ("Đầu văn bản", "Giao theo cấp"):
        person.page.get_by_role("tab", name=tab).click()
        person.look_over()
    person.click("button", "Trình duyệt")
    dialog = person.page.get_by_role("dialog", name="Trình duyệt kế hoạch?")
    dialog.get_by_role("button", name="Trình duyệt").click()
    person.page.wait_for_url("**/ke-hoach/*/")
    person.sees("Chờ duyệt")
    person.look_over()


def approve(person: Person) -> None:
    """What waits for the chair stands on the desk."""
    person.click("link", "Xem và duyệt")
    person.look_over()
    person.click("button", "Duyệt")
    person.sees("Đã duyệt")
    person.look_over()


def issue(person: Person) -> str:
    """The plan gets its number; gives back the address of its page."""
    page = person.page
    person.click("link", "Ban hành")
    person.look_over()
    page.get_by_label("Số đã có trên giấy").fill("34")
    page.get_by_label("Ngày ban hành").fill("15/03/2023")
    person.click("button", "Ban hành")
    dialog = page.get_by_role("dialog", name="Ban hành kế hoạch?")
    dialog.wait_for()
    person.look_over()
    dialog.get_by_role("button", name="Ban hành").click()
    person.sees("34/KH-LĐLĐ")
    person.look_over()
    return person.address


def take(person: Person) -> str:
    """The first task on the desk is taken on; gives back the address of its page."""
    person.click("link", "Nhận việc")
    person.look_over()
    person.click("button", "Nhận việc")
    person.sees("Đã nhận việc.")
    person.look_over()
    return person.address


def count(person: Person, name: str, total: str, unit: str) -> None:
    """What is counted for the task, and how many there are to be."""
    person.click("link", "Đặt nội dung đếm")
    person.look_over()
    for label, value in (("Nội dung đếm", name), ("Tổng số phải đạt", total), ("Đơn vị tính", unit)):
        person.page.get_by_label(label).first.fill(value)
    person.click("button", "Lưu nội dung đếm")
    person.sees("Đã lưu nội dung đếm.")


def assign(person: Person, to: str) -> None:
    person.click("link", "Phân công thêm người")
    person.look_over()
    people = person.page.get_by_label("Người thực hiện")
    people.select_option(people.locator("option").filter(has_text=to).inner_text())
    person.click("button", "Phân công")
    person.sees(f"Đã phân công {to}.")
    person.look_over()


def report_done(person: Person, figure: str, words: str, photo: Path) -> None:
    """From a phone: the figure reached, what was done, a photo as evidence."""
    person.click("link", "Báo cáo kết quả")
    person.look_over()
    person.click("link", "Báo cáo kết quả")
    person.look_over()
    page = person.page
    page.get_by_label("Đã xong, đề nghị xác nhận").check()
    page.locator("[data-figure]").fill(figure)
    page.get_by_label("Việc đã làm").fill(words)
    page.set_input_files("#bao-cao input[type=file]", photo)
    person.sees(photo.name)
    person.look_over()
    person.click("button", f"Gửi báo cáo, đạt {figure}/")
    person.sees("Đã gửi báo cáo và đề nghị xác nhận kết quả.")
    person.look_over()


def confirm(person: Person) -> None:
    """The head finds the report among what waits for a decision."""
    person.open("/?phan=duyet")
    person.click("link", "Xác nhận kết quả")
    person.look_over()
    person.sees("12/12")
    person.click("button", "Xác nhận kết quả")
    person.sees("chuyển đơn vị điều phối nghiệm thu")
    person.look_over()


def raise_obstacle(person: Person, words: str) -> None:
    page = person.page
    page.get_by_label("Gặp vướng mắc, cần giải quyết").locator("visible=true").check()
    page.get_by_label("Vướng mắc, đề nghị giải quyết").fill(words)
    person.look_over()
    person.click("button", "Gửi báo cáo")
    person.sees("Đã chuyển vướng mắc đến đơn vị điều phối.")
    person.look_over()


def answer(person: Person, question: str, words: str) -> None:
    person.click("link", "Trả lời")
    person.look_over()
    person.sees(question)
    person.page.get_by_label("Trả lời").fill(words)
    person.click("button", "Trả lời")
    person.sees("Đã trả lời vướng mắc.")
    person.sees(words)
    person.look_over()


def accept(person: Person) -> None:
    person.open("/")
    person.click("link", "Nghiệm thu")
    person.look_over()
    person.sees("12/12")
    person.click("button", "Nghiệm thu")
    person.sees("Đã nghiệm thu kết quả.")
    person.look_over()


def see_it_done(person: Person, task: str) -> None:
    """The inspector goes from the plan to its follow-up, through its three views, to the finished task."""
    person.open("/ke-hoach/")
    person.page.locator("main a.cd-cell-title").first.click()
    person.look_over()
    person.click("link", "Theo dõi")
    person.look_over()
    for view in ("Dòng thời gian", "Danh sách"):
        person.click("link", view)
        person.look_over()
    person.sees("Hoàn thành")
    person.open(task)
    person.sees("Đã nghiệm thu")
