"""A unit makes its own plan from the province's: by the keys of the review, then through its leader's hands."""

from playwright.sync_api import Locator

from tests.browser.people import Person


def specialist_drafts(specialist: Person) -> None:
    """What was given stands ready; a grassroots union leads the classes, one day is earlier, one task is new."""
    specialist.go("/ke-hoach/?nhom=cap-tren")
    specialist.click("link", "Nâng cao năng lực cán bộ công đoàn")
    specialist.click("button", "Lập kế hoạch thực hiện")
    specialist.page.wait_for_url("**/ra-soat/")
    for number in ("I.1", "I.2", "I.3"):
        specialist.sees(f"Thực hiện 12/KH-LĐLĐ, {number}")
    leads(specialist, "Mở lớp tập huấn cán bộ", "an thuy")
    is_due_earlier(specialist)
    adds(specialist, "Lập danh sách học viên của từng công đoàn cơ sở")
    leads(specialist, "Lập danh sách học viên", "an thuy")
    is_due(specialist, "Lập danh sách học viên", "31/03/2023")
    specialist.look_over()
    submits(specialist)


def row_of(person: Person, title: str) -> Locator:
    return person.page.locator("tr.cd-review-row").filter(has_text=title)


def opens(person: Person, title: str, field: str) -> None:
    row_of(person, title).locator(f"[data-cell$='/{field}/']").focus()
    person.page.keyboard.press("F2")
    person.page.locator("form[data-opened]").wait_for()


def leads(person: Person, title: str, typed: str) -> None:
    """The union of An Thủy in place of who led before."""
    opens(person, title, "lead")
    keyboard = person.page.keyboard
    keyboard.press("Backspace")
    keyboard.type(typed)
    person.page.get_by_role("option", name="CĐCS xã An Thủy").wait_for()
    keyboard.press("Enter")
    keyboard.press("Enter")
    row_of(person, title).locator("[data-cell$='/lead/']", has_text="CĐCS xã An Thủy").wait_for()
    person.page.locator("form[data-opened]").wait_for(state="detached")


def is_due(person: Person, title: str, day: str) -> None:
    opens(person, title, "due")
    field = person.page.locator("form[data-opened] [data-date]")
    field.fill(day)
    field.press("Enter")
    row_of(person, title).locator("[data-cell$='/due/']", has_text=day).wait_for()


def is_due_earlier(person: Person) -> None:
    """A day after the superior's is refused with words, and what was typed is still there to correct."""
    opens(person, "Rà soát quy chế", "due")
    field = person.page.locator("form[data-opened] [data-date]")
    field.fill("20/06/2023")
    field.press("Enter")
    person.sees("sau hạn cấp trên giao 15/06/2023")
    person.problems.clear()  # the browser tells of the refusal that was asked for
    field.fill("01/06/2023")
    field.press("Enter")
    person.page.locator("form[data-opened]").wait_for(state="detached")
    person.sees("cấp trên giao 15/06/2023")


def adds(person: Person, text: str) -> None:
    person.click("button", "Thêm nhiệm vụ")
    form = person.page.locator("form.cd-review-asked")
    form.get_by_label("Nội dung nhiệm vụ").fill(text)
    form.get_by_role("button", name="Thêm nhiệm vụ").click()
    row_of(person, text).wait_for()


def submits(person: Person) -> None:
    person.click("button", "Trình duyệt")
    person.page.get_by_role("dialog").get_by_role("button", name="Trình duyệt").click()
    person.sees("Chờ duyệt")


def issues(head: Person, said: str) -> None:
    """From the page of the plan that waits for the head; `said` is what its number and desks are told to be."""
    head.click("button", "Duyệt")
    head.click("link", "Ban hành")
    head.click("button", "Ban hành")
    head.page.get_by_role("dialog").get_by_role("button", name="Ban hành").click()
    head.sees(said)
