"""A leader steers: from all plans down to one task, through every page, then the briefing by arrow keys."""

import pytest

from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.factories import make_section, make_task
from tests.steering.history import finished
from tests.steering.world import steering_plan
from tests.world import Federation

pytestmark = pytest.mark.browser
PAGES = ("Bản đồ nhiệt", "Tiến độ", "Việc đứng lại", "Dự báo", "So sánh đơn vị", "Lịch hạn", "Danh sách")


def make_history(federation: Federation) -> None:
    plan = steering_plan(federation)
    finished(plan, federation.ba_tri, [20] * 12 + [80] * 14)
    make_task(plan, "8.a", "Chưa giao", section=make_section(plan, "8", "Mục trống"))


def test_a_leader_goes_from_all_plans_to_one_task_and_holds_the_briefing(office: Office) -> None:
    aside(lambda: make_history(office.federation))
    with office.person("chutich", DESK) as chair:
        goes_down_to_a_task(chair)
        holds_the_briefing(chair)
    with office.person("chutich", PHONE) as chair:
        chair.open("/dieu-hanh/giao-ban/")
        chair.click("button", "Sau")
        chair.sees("2/")
    assert not office.problems, "\n".join(office.problems)


def goes_down_to_a_task(chair: Person) -> None:
    chair.click("link", "Điều hành")
    chair.look_over()
    for page in PAGES:
        chair.click("link", page)
        chair.look_over()
    chair.click("link", "Bản đồ nhiệt")
    chair.page.locator("a.cd-heat-E").first.click()
    chair.sees("Cụ thể hóa kế hoạch")
    chair.look_over()
    chair.page.locator("main a.cd-cell-title").first.click()
    chair.page.wait_for_url("**/ke-hoach/nhiem-vu/*/")


def holds_the_briefing(chair: Person) -> None:
    chair.open("/dieu-hanh/")
    chair.click("link", "Giao ban")
    chair.sees("Tình hình chung")
    chair.look_over()
    place = chair.page.locator("[data-briefing-place]")
    last = int(place.inner_text().split("/")[1])
    for number in range(2, last + 1):
        chair.page.keyboard.press("ArrowRight")
        assert place.inner_text() == f"{number}/{last}"
    chair.page.keyboard.press("ArrowRight")
    assert place.inner_text() == f"{last}/{last}"
    chair.page.keyboard.press("Home")
    chair.sees("Tình hình chung")
    chair.page.emulate_media(media="print")
    assert chair.page.locator("[data-slide]:visible").count() == last
    chair.look_over()
    chair.page.emulate_media(media="screen")
