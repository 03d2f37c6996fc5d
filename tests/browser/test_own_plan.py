"""A province's plan goes down by own plans to a grassroots union, and what is done there comes back up."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.db import connections

from congdoan.plans.models import Assignment, Plan
from congdoan.plans.services.review.parties import Party, set_lead
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.local.superior import issue_superior

pytestmark = pytest.mark.browser
T = TypeVar("T")


def aside(act: Callable[[], T]) -> T:
    """Done in a thread: beside a browser, the database is not asked in the thread of the test."""

    def done() -> T:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(done).result()


def test_work_goes_down_by_own_plans_and_results_come_back_up(office: Office) -> None:
    superior = aside(lambda: issue_superior(office.federation))
    with office.person("batri", DESK) as head:
        own = makes_own_plan(head, superior, office)
    with office.person("coso", PHONE) as officer:
        reports_done(officer)
    with office.person("batri", DESK) as head:
        takes_results_up(head, own)
    with office.person("chutich", DESK) as chair:
        sees_who_has_a_plan(chair, superior)
    assert not office.problems, "\n".join(office.problems)


def makes_own_plan(head: Person, superior: Plan, office: Office) -> Plan:
    head.open(f"/ke-hoach/{superior.pk}/")
    head.click("button", "Lập kế hoạch thực hiện")
    head.page.wait_for_url("**/ra-soat/")
    head.sees(f"Thực hiện {superior.symbol}, III.2.a")
    head.look_over()
    own, other = aside(lambda: _give_first_task_on(superior, office))
    head.open(f"/ke-hoach/{own.pk}/ra-soat/")
    head.page.locator(f"#task-{other} [data-cell$='/due/']").focus()
    head.page.keyboard.press("F2")
    day = head.page.locator("form[data-opened] [data-date]")
    day.fill("01/10/2023")
    day.press("Enter")
    head.sees("sau hạn cấp trên giao 30/09/2023")
    head.problems.clear()  # the browser tells of the refusal that was asked for
    day.fill("30/08/2023")
    day.press("Enter")
    head.sees("cấp trên giao 30/09/2023")
    head.look_over()
    head.click("button", "Trình duyệt")
    head.page.get_by_role("dialog").get_by_role("button", name="Trình duyệt").click()
    head.sees("Chờ duyệt")
    head.click("button", "Duyệt")
    head.click("link", "Ban hành")
    head.page.get_by_label("Ngày ban hành").fill("15/03/2023")
    head.click("button", "Ban hành")
    head.page.get_by_role("dialog").get_by_role("button", name="Ban hành").click()
    head.sees("Đã ban hành")
    head.look_over()
    return own


def _give_first_task_on(superior: Plan, office: Office) -> tuple[Plan, int]:
    """The union of An Thủy leads the first task. Gives the plan and the id of its second task."""
    own = Plan.objects.select_related("unit").get(carries_out=superior)
    task, other = own.tasks.order_by("order")
    parties = [Party(office.federation.an_thuy.pk)]
    set_lead(plan_id=own.pk, task_id=task.pk, by=office.federation["batri"], revision=task.revision, parties=parties)
    return own, other.pk


def reports_done(officer: Person) -> None:
    officer.click("link", "Nhận việc")
    officer.click("button", "Nhận việc")
    officer.sees("Đã nhận việc.")
    officer.click("link", "Báo cáo kết quả")
    officer.page.get_by_label("Đã xong, đề nghị xác nhận").check()
    officer.page.get_by_label("Việc đã làm").fill("Đã niêm yết tại trụ sở")
    officer.click("button", "Gửi báo cáo")
    officer.sees("Đã gửi báo cáo")


def takes_results_up(head: Person, own: Plan) -> None:
    """What the union did is accepted, and goes into the district's report to the province."""
    below, above = aside(lambda: _below_and_above(own))
    head.open(f"/ke-hoach/nhiem-vu/{above}/")
    head.click("button", "Nhận việc")
    head.sees("0/1 phần việc xong")
    head.open(f"/ke-hoach/nhiem-vu/{below}/")
    head.click("button", "Nghiệm thu")
    head.sees("Đã nghiệm thu kết quả.")
    head.open(f"/ke-hoach/nhiem-vu/{above}/")
    head.sees("Đã đủ phần việc để báo xong")
    head.click("button", "Lấy kết quả bên dưới vào báo cáo")
    head.sees("Xem lại rồi gửi.")
    assert "Đã niêm yết tại trụ sở" in head.page.locator("#text").input_value()
    head.look_over()
    head.click("button", "Gửi báo cáo")
    head.sees("Đã gửi báo cáo")


def _below_and_above(own: Plan) -> tuple[int, int]:
    """Ids of the union's part and of what the district owes the province for the same task."""
    below = Assignment.objects.select_related("task").get(plan=own, unit__kind="grassroots")
    return below.pk, Assignment.objects.values_list("pk", flat=True).get(task=below.task.carries_out, unit=own.unit)


def sees_who_has_a_plan(chair: Person, superior: Plan) -> None:
    chair.open(f"/ke-hoach/{superior.pk}/theo-doi/")
    chair.click("link", "Kế hoạch đơn vị")
    chair.look_over()
    chair.page.locator("td[data-label='Chưa có'] a").first.click()
    chair.sees("LĐLĐ huyện Chợ Lách")
    chair.click("button", "Nhắc đơn vị chưa có kế hoạch")
    chair.sees("Đã nhắc 1 đơn vị.")
    chair.look_over()
