"""The review of a paper, played by keyboard alone and by two people at once."""

import pytest
from playwright.sync_api import Route

from congdoan.plans.jobs import read_plan_paper
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.receive import receive_paper
from tests.browser.aside import aside
from tests.browser.people import DESK, Office, Person
from tests.browser.story import SAMPLES

pytestmark = pytest.mark.browser
PAPER = SAMPLES / "ke-hoach-cai-cach-hanh-chinh.docx"


def read_sample(office: Office) -> Plan:
    return aside(lambda: _read_sample(office))


def _read_sample(office: Office) -> Plan:
    with PAPER.open("rb") as content:
        files = [(PAPER.name, content)]
        run = receive_paper(files=files, unit=office.federation.province, by=office.federation["chuyenvien"])
    read_plan_paper.func(run_id=run.pk, reading_id=run.object_id)
    return Plan.objects.get()


def press(person: Person, *keys: str) -> None:
    for key in keys:
        person.page.keyboard.press(key)


def in_hand(person: Person) -> str:
    return person.page.locator("[data-row-key][aria-current]").inner_text()


def next_doubt(person: Person) -> None:
    press(person, "F8")
    person.page.locator("[data-keys-now]").wait_for()


def settle(person: Person, key: str, left: int) -> None:
    """Take a choice of the doubt in hand."""
    press(person, key)
    person.sees(words_for(left))


def words_for(left: int) -> str:
    return f"Còn {left} chỗ cần xem lại" if left else "Không còn chỗ cần xem lại"


def last_choice(person: Person) -> str:
    """The key of a choice that asks nothing more."""
    choices = person.page.locator("[data-keys-now] [data-key]:not([data-asks])")
    return str(choices.last.get_attribute("data-key"))


def test_a_whole_paper_is_checked_by_keyboard(office: Office) -> None:
    plan = read_sample(office)
    left = aside(lambda: plan.doubts.filter(resolved_at=None).count())
    with office.person("chuyenvien", DESK) as specialist:
        specialist.open(f"/ke-hoach/{plan.pk}/ra-soat/")
        specialist.sees(words_for(left))
        next_doubt(specialist)
        while "Ai chủ trì mục 2.5?" not in in_hand(specialist):
            next_doubt(specialist)
        assert "thuộc mục 2.1, mục 2.5" in specialist.page.locator(".cd-passage-now").all_inner_texts()[0]
        left -= 1
        settle(specialist, "1", left)
        edit_a_lead(specialist, plan)
        split_and_take_back(specialist, plan)
        while left:
            next_doubt(specialist)
            left -= 1
            settle(specialist, last_choice(specialist), left)
        specialist.look_over()
        submit(specialist, plan)
    assert not office.problems, "\n".join(office.problems)


def task_id(plan: Plan, number: str) -> int:
    return aside(lambda: plan.tasks.get(number=number).pk)


def leads(plan: Plan, number: str) -> list[str]:
    return [str(party) for party in plan.tasks.get(number=number).parties.all()]


def edit_a_lead(person: Person, plan: Plan) -> None:
    """From the row in hand to its lead, by abbreviation."""
    page = person.page
    page.locator(f"#task-{task_id(plan, '2.5.a')} .cd-review-title").focus()
    press(person, "ArrowRight", "F2")
    page.get_by_role("combobox", name="Tìm đơn vị").wait_for()
    press(person, "Backspace")
    page.keyboard.type("cspl")
    page.get_by_role("option", name="Ban Chính sách – Pháp luật").wait_for()
    press(person, "Enter", "Enter")
    page.locator("[data-opened]").wait_for(state="detached")
    assert aside(lambda: leads(plan, "2.5.a")) == ["Ban Chính sách – Pháp luật"]


def split_and_take_back(person: Person, plan: Plan) -> None:
    page = person.page
    page.get_by_role("button", name="Tách").locator("visible=true").first.click()
    text = page.get_by_role("textbox", name="Nội dung")
    at = text.input_value().index("Thực hiện đúng")
    text.evaluate(f"field => field.setSelectionRange({at}, {at})")
    person.click("button", "Tách tại con trỏ")
    page.locator("#panel-tasks").get_by_text("2.5.h", exact=True).wait_for()
    assert aside(plan.tasks.count) == 26
    press(person, "Control+z")
    page.locator("#panel-tasks").get_by_text("2.5.h", exact=True).wait_for(state="detached")
    assert aside(plan.tasks.count) == 25


def submit(person: Person, plan: Plan) -> None:
    person.page.get_by_role("button", name="Trình duyệt").locator("visible=true").first.focus()
    press(person, "Enter")
    person.sees("25 trên 25 nhiệm vụ chưa đủ sáu rõ")
    person.page.get_by_role("dialog").get_by_role("button", name="Trình duyệt").press("Enter")
    person.page.wait_for_url(f"**/ke-hoach/{plan.pk}/")
    aside(plan.refresh_from_db)
    assert plan.state == "submitted"


def test_the_second_of_two_reviewers_sees_both_versions_and_loses_nothing(office: Office) -> None:
    plan = read_sample(office)
    task = aside(lambda: plan.tasks.get(number="2.4.a"))
    with office.person("chuyenvien", DESK) as first, office.person("chanhvp", DESK) as second:
        for person in (first, second):
            person.open(f"/ke-hoach/{plan.pk}/ra-soat/")
            person.page.locator(f"#task-{task.pk} .cd-review-title").focus()
            press(person, "F2")
            person.page.get_by_role("textbox", name="Tên việc").wait_for()
        first.page.get_by_role("textbox", name="Tên việc").fill("Của người trước")
        press(first, "Enter")
        first.page.locator("[data-opened]").wait_for(state="detached")
        second.page.get_by_role("textbox", name="Tên việc").fill("Của người sau")
        press(second, "Enter")
        second.sees("Nguyễn Thị Ngọc Hân đã sửa tên việc")
        second.sees("Bản hiện tại: Của người trước")
        assert second.page.get_by_role("textbox", name="Tên việc").input_value() == "Của người sau"
        second.click("button", "Giữ bản của tôi")
        second.page.locator("[data-opened]").wait_for(state="detached")
    aside(task.refresh_from_db)
    assert task.title == "Của người sau"
    assert not [problem for problem in office.problems if "409" not in problem]


def test_a_form_opened_while_a_save_is_under_way_keeps_what_is_typed_in_it(office: Office) -> None:
    plan = read_sample(office)
    task = aside(lambda: plan.tasks.get(number="2.4.a"))
    held: list[Route] = []
    with office.person("chuyenvien", DESK) as specialist:
        page = specialist.page
        specialist.open(f"/ke-hoach/{plan.pk}/ra-soat/")
        page.locator(f"#task-{task.pk} .cd-review-title").focus()
        press(specialist, "F2")
        page.get_by_role("textbox", name="Tên việc").fill("Tên mới")
        page.route("**/title/", lambda route: held.append(route))
        press(specialist, "Enter")
        specialist.click("button", "Thêm nhiệm vụ")
        form = page.locator("form.cd-review-asked")
        form.get_by_label("Nội dung nhiệm vụ").press_sequentially("Lập danh sách ")
        held[0].continue_()
        page.locator(f"#task-{task.pk} .cd-review-title", has_text="Tên mới").wait_for()
        page.keyboard.type("học viên")
        form.get_by_role("button", name="Thêm nhiệm vụ").click()
        page.locator("tr.cd-review-row", has_text="Lập danh sách học viên").wait_for()
    assert not office.problems, "\n".join(office.problems)
