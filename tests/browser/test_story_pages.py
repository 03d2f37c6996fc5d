"""Every main page, as those who use it see it: at a desk and on a phone, axe finds nothing and nothing is too wide."""

from typing import Any

import pytest
from django.test import Client

from congdoan.documents.models import Document
from congdoan.plans.models import Assignment, Plan, PlanState
from tests.browser.people import DESK, PHONE, Office
from tests.plans.drafts import add_task, issued
from tests.plans.learning import draft_of, led_by, named, without_leads
from tests.plans.readings import draft
from tests.world import Federation

pytestmark = pytest.mark.browser

FOLLOW_UP = ("", "?dang=dong-thoi-gian", "?dang=danh-sach")
PAGES: dict[str, list[str]] = {
    "chuyenvien": [
        "/ke-hoach/?nhom=ban-nhap",
        "/ke-hoach/{draft}/ra-soat/",
        "/ke-hoach/{draft}/",
        "/ke-hoach/{taught}/ra-soat/",
        "/he-thong/quy-tac-doc/?nhom=muc",
        "/ke-hoach/soan/",
        "/viec/?xem=don-vi",
        "/viec/thong-bao/cach-nhan/",
        "/tai-khoan/",
        "/tai-khoan/hai-buoc/",
        "/tai-khoan/khoa/",
        "/tai-khoan/phien/",
        "/tai-khoan/mat-khau/doi/",
    ],
    "chutich": [
        "/?xem=giao",
        "/ke-hoach/tong-quan/",
        "/ke-hoach/{plan}/?phan=qua-trinh",
        *(f"/ke-hoach/{{plan}}/theo-doi/{view}" for view in FOLLOW_UP),
        "/ke-hoach/{plan}/nhiem-vu/{task}/",
        "/nguoi-dung/",
        "/nguoi-dung/moi/",
        "/don-vi/{unit}/sap-xep/doi-ten/",
        "/don-vi/{unit}/giao-chuc-vu/",
    ],
    "vanthu": [
        "/van-ban/",
        "/van-ban/them/",
        "/van-ban/{document}/",
        "/ke-hoach/{plan}/dieu-chinh/",
        "/ke-hoach/{plan}/lich-su/",
    ],
    "batri": [
        "/?phan=so-lieu",
        "/ke-hoach/nhiem-vu/{part}/",
        "/ke-hoach/nhiem-vu/{part}/phan-cong/",
        "/ke-hoach/nhiem-vu/{part}/noi-dung-dem/",
        "/viec/",
        "/viec/thong-bao/",
    ],
    "ubkt": [
        "/don-vi/{unit}/",
        "/don-vi/{unit}/can-bo/",
        "/don-vi/{unit}/truc-thuoc/",
        "/don-vi/{unit}/lich-su/",
        "/tim-kiem/?q=ba+tri",
        "/tim-kiem/",
    ],
    "coso": ["/", "/ke-hoach/", "/van-ban/", "/huong-dan/"],
    "admin": [
        "/he-thong/",
        "/he-thong/lich/",
        "/he-thong/quy-dinh/",
        "/he-thong/viec-chay/",
        "/he-thong/vai-tro/",
        "/he-thong/vi-sao/",
        "/he-thong/ban-doc/",
        "/he-thong/ban-doc/cho-sua/",
        "/he-thong/ban-doc/{checked}/",
        "/he-thong/quy-tac-doc/",
        "/he-thong/quy-tac-doc/?nhom=muc",
        "/don-vi/nhap/",
    ],
}


@pytest.fixture
def objects(live_server: Any, federation: Federation) -> dict[str, int]:
    """A plan that runs, another in review, and what stands under the running one."""
    by = federation["chuyenvien"]
    in_review = draft(federation.province, by)
    plan = Plan.objects.create(
        unit=federation.province,
        subject="Tổ chức Tháng Công nhân năm 2023",
        state=PlanState.IN_REVIEW,
        created_by=by,
        coordinator=federation.office,
    )
    task = add_task(plan, "2.2.a", federation.ba_tri, None, cooperating=federation.organisation)
    issued(plan, federation)
    checked, _ = (led_by(federation, federation.policy, symbol=f"{number}/KH-LĐLĐ") for number in ("01", "02"))
    named(federation)
    return {
        "checked": checked.pk,
        "taught": draft_of(without_leads(), federation).pk,
        "draft": in_review.pk,
        "plan": plan.pk,
        "task": task.pk,
        "part": Assignment.objects.get(plan=plan, unit=federation.ba_tri).pk,
        "unit": federation.ba_tri.pk,
        "document": Document.objects.earliest("pk").pk,
    }


@pytest.fixture
def session(objects: dict[str, int], federation: Federation, username: str) -> str:
    """Asked for before the browser is there: a browser's thread may not ask the database."""
    client = Client()
    client.force_login(federation[username])
    return client.cookies["sessionid"].value


@pytest.mark.parametrize("username", PAGES)
def test_pages_have_no_fault_for(username: str, objects: dict[str, int], session: str, office: Office) -> None:
    with office.visitor(username, DESK, session=session) as person:
        for address in ("/", *PAGES[username]):
            person.open(address.format(**objects))
    assert not office.problems, "\n".join(office.problems)


def test_pages_before_signing_in_have_no_fault(office: Office) -> None:
    with office.visitor("visitor", DESK) as visitor:
        for address in ("/tai-khoan/dang-nhap/", "/tai-khoan/mat-khau/quen/", "/tai-khoan/mat-khau/quen/da-gui/"):
            visitor.open(address)
    assert not office.problems, "\n".join(office.problems)


def test_on_a_phone_the_menu_leads_to_notices_account_and_the_way_out(office: Office) -> None:
    with office.person("coso", PHONE) as person:
        for name, address in (("Thông báo", "/viec/thong-bao/"), ("Tài khoản của tôi", "/tai-khoan/")):
            person.page.set_viewport_size(PHONE)
            person.click("button", "Mục khác")
            person.click("link", name)
            person.page.wait_for_url(f"**{address}")
            person.look_over()
        person.page.set_viewport_size(PHONE)
        person.click("button", "Mục khác")
        person.click("button", "Đăng xuất")
        person.page.wait_for_url("**/tai-khoan/dang-nhap/**")
    assert not office.problems, "\n".join(office.problems)
