"""An inspection goes from a suggestion over a phone to a remedy that was checked again."""

from datetime import date

import pytest

from tests.browser.people import DESK, PHONE, Office, Person
from tests.browser.test_own_plan import aside
from tests.oversight import factories
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation

pytestmark = pytest.mark.browser


def test_a_late_unit_is_suggested_inspected_explains_on_a_phone_puts_right_and_is_checked_again(
    office: Office,
) -> None:
    aside(lambda: _world(office.federation))
    with office.person("ubkt", DESK) as inspector:
        programme = makes_the_programme(inspector)
    with office.person("chutich", DESK) as chair:
        chair.open(programme)
        chair.click("button", "Duyệt")
        chair.sees("Đã duyệt.")
    with office.person("ubkt", DESK) as inspector:
        inspection = inspects(inspector, programme)
    with office.person("batri", PHONE) as unit:
        explains(unit, inspection)
    with office.person("ubkt", DESK) as inspector:
        concludes(inspector, inspection)
    with office.person("chutich", DESK) as chair:
        signs(chair, inspection)
    with office.person("batri", PHONE) as unit:
        puts_right(unit, inspection)
    with office.person("ubkt", DESK) as inspector:
        checks_again(inspector, inspection)
    assert not office.problems, "\n".join(office.problems)


def makes_the_programme(inspector: Person) -> str:
    inspector.open("/kiem-tra/")
    inspector.click("link", "Bảng kiểm tra")
    inspector.look_over()
    inspector.click("link", "Việc được giao")
    inspector.look_over()
    inspector.open("/kiem-tra/chuong-trinh/")
    inspector.click("link", "Lập chương trình")
    inspector.page.get_by_label("Tên chương trình").fill("Kiểm tra quý II")
    inspector.look_over()
    inspector.click("button", "Lập chương trình")
    inspector.sees("1 việc quá hạn, 165 ngày không báo cáo")
    inspector.look_over()
    address = inspector.address
    inspector.open(f"{address}goi-y/")
    inspector.click("button", "Thêm LĐLĐ huyện Ba Tri vào chương trình")
    inspector.sees("Đã thêm LĐLĐ huyện Ba Tri vào chương trình.")
    inspector.open(address)
    inspector.click("link", "Sửa LĐLĐ huyện Ba Tri")
    inspector.look_over()
    inspector.open(address)
    inspector.click("button", "Trình duyệt")
    inspector.sees("Đã trình duyệt chương trình.")
    return address


def inspects(inspector: Person, programme: str) -> str:
    page = inspector.page
    inspector.open(programme)
    inspector.click("link", "Thông báo cho LĐLĐ huyện Ba Tri")
    page.get_by_label("Quyết định kiểm tra số").fill("12/QĐ-UBKT")
    page.get_by_label("Bảng kiểm tra").select_option("Việc được giao")
    inspector.look_over()
    inspector.click("button", "Thông báo cho đơn vị")
    inspector.sees("Đã thông báo cho LĐLĐ huyện Ba Tri.")
    page.get_by_label("1. Có sổ theo dõi nhiệm vụ?").select_option("Không")
    page.get_by_text("1/2 câu đã ghi kết quả").wait_for(state="detached")
    page.get_by_label("2. Biên bản họp").fill("Đủ ba kỳ họp")
    page.get_by_label("2. Biên bản họp").press("Tab")
    page.locator(".cd-done", has_text="Đã lưu").nth(1).wait_for()
    inspector.look_over()
    inspector.click("link", "Ghi phát hiện")
    page.get_by_label("Phát hiện").fill("Không mở sổ theo dõi nhiệm vụ")
    inspector.look_over()
    inspector.click("button", "Ghi phát hiện")
    inspector.sees("Đã ghi phát hiện.")
    inspector.click("link", "Gửi phát hiện")
    inspector.look_over()
    inspector.click("button", "Gửi phát hiện")
    inspector.sees("Chờ giải trình")
    inspector.look_over()
    return inspector.address


def explains(unit: Person, inspection: str) -> None:
    unit.open("/")
    unit.click("link", "Giải trình")
    unit.look_over()
    assert unit.address == inspection
    unit.page.get_by_label("Giải trình phát hiện 1").fill("Sổ thất lạc khi dời trụ sở")
    unit.page.get_by_label("Giải trình phát hiện 1").press("Tab")
    unit.sees("Đã giải trình đủ, gửi được.")
    unit.look_over()
    unit.click("button", "Gửi giải trình")
    unit.page.locator("[data-confirm-yes]").click()
    unit.sees("Đã gửi giải trình")
    unit.look_over()


def concludes(inspector: Person, inspection: str) -> None:
    inspector.open(inspection)
    inspector.sees("Sổ thất lạc khi dời trụ sở")
    inspector.click("link", "Soạn kết luận")
    inspector.look_over()
    inspector.click("button", "Lưu kết luận")
    inspector.sees("Đã lưu kết luận.")
    inspector.click("link", "Thêm kiến nghị")
    inspector.page.get_by_label("Việc phải khắc phục").fill("Mở lại sổ theo dõi")
    inspector.page.get_by_label("Hạn", exact=True).fill("15/04/2023")
    inspector.look_over()
    inspector.click("button", "Thêm kiến nghị")
    inspector.sees("Đã thêm kiến nghị")
    inspector.look_over()
    inspector.click("button", "Trình ký")
    inspector.sees("Đã trình ký kết luận.")


def signs(chair: Person, inspection: str) -> None:
    chair.open(inspection)
    chair.click("button", "Ký kết luận")
    chair.page.locator("[data-confirm-yes]").click()
    chair.sees("Đã ký kết luận số 1/KL-UBKT")
    chair.look_over()


def puts_right(unit: Person, inspection: str) -> None:
    unit.open(inspection)
    unit.click("link", "Báo cáo khắc phục")
    unit.page.get_by_label("Kết quả khắc phục").fill("Đã mở sổ mới")
    unit.look_over()
    unit.click("button", "Gửi báo cáo")
    unit.sees("Đã báo cáo, chờ Ủy ban kiểm tra phúc tra.")
    unit.look_over()


def checks_again(inspector: Person, inspection: str) -> None:
    inspector.open(inspection)
    inspector.click("link", "Phúc tra")
    inspector.page.get_by_label("Đã khắc phục").check()
    inspector.page.get_by_label("Nhận xét").fill("Đúng như báo cáo")
    inspector.look_over()
    inspector.click("button", "Ghi kết quả phúc tra")
    inspector.sees("Đã ghi phúc tra: đã khắc phục.")
    inspector.look_over()
    inspector.open("/kiem-tra/")
    inspector.sees("1/1")


def _world(federation: Federation) -> None:
    """Ba Tri is late and silent; the committee has its questions."""
    days = {"due": date(2023, 2, 1), "taken_on": date(2022, 10, 1)}
    give(make_task(make_plan(federation), "1", "Tập huấn"), federation.ba_tri, state="doing", **days)
    factories.checklist(federation)
