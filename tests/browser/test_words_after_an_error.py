"""The database fails while somebody saves: the page says so with a number, and every word is still there afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from congdoan.organisation.models import Unit
from congdoan.reporting.models import ReportForm
from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.factories import give, make_plan, make_task

pytestmark = pytest.mark.browser
ADDRESS, PHONE_NUMBER = "Số 7 đường Thủ Khoa Huân", "02753851234"
_BREAK = """
create function out_of_order() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$;
create trigger out_of_order before insert or update on {table} execute function out_of_order()
"""


@contextmanager
def out_of_order(office: Office, table: str) -> Iterator[None]:
    """Nothing can be saved in the table meanwhile; what the browser says of the failed requests is no surprise."""
    aside(lambda: _ask(_BREAK.format(table=table)))
    try:
        yield
    finally:
        aside(lambda: _ask("drop function out_of_order cascade"))
        office.problems[:] = [one for one in office.problems if "500" not in one]


def _ask(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def sees_the_error(person: Person) -> None:
    person.sees("Hệ thống gặp lỗi")
    person.sees("báo số yêu cầu")
    person.look_over()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_way_back_from_an_error_leads_to_the_form_with_all_its_words(office: Office, size: dict[str, int]) -> None:
    unit = office.federation.ba_tri
    with office.person("chutich", size) as person:
        person.open(f"/don-vi/{unit.pk}/lien-he/")
        person.page.fill("input[name=address]", ADDRESS)
        person.page.fill("input[name=phone]", PHONE_NUMBER)
        with out_of_order(office, "organisation_unit"):
            person.click("button", "Lưu")
            sees_the_error(person)
            assert ADDRESS in person.page.input_value("#typed")
            person.click("button", "Quay lại trang trước")
            person.sees("Liên hệ, ký hiệu")
        assert person.page.input_value("input[name=address]") == ADDRESS
        assert person.page.input_value("input[name=phone]") == PHONE_NUMBER
        person.click("button", "Lưu")
        person.sees("Đã lưu thông tin liên hệ.")
    assert office.problems == []
    assert aside(lambda: Unit.objects.filter(address=ADDRESS, phone=PHONE_NUMBER).get()) == unit


def test_what_is_kept_as_a_draft_outlives_the_error_even_when_the_form_is_opened_anew(office: Office) -> None:
    with office.person("chutich", DESK) as person:
        person.open("/bao-cao/mau/them/")
        person.page.fill("input[name=name]", "Báo cáo quý")
        with out_of_order(office, "reporting_reportform"):
            person.click("button", "Lập mẫu")
            sees_the_error(person)
        person.open("/bao-cao/mau/them/")
        assert person.page.input_value("input[name=name]") == "Báo cáo quý"
        person.click("button", "Lập mẫu")
        person.page.wait_for_url("**/bao-cao/mau/*/")
        person.open("/bao-cao/mau/them/")
        assert person.page.input_value("input[name=name]") == ""
    assert office.problems == []
    assert aside(lambda: ReportForm.objects.get().name) == "Báo cáo quý"


def test_a_part_of_a_page_says_the_error_beside_the_words(office: Office) -> None:
    part = aside(lambda: give(make_task(make_plan(office.federation)), office.federation.ba_tri, state="doing"))
    with office.person("batri.cv", DESK) as person:
        person.open(f"/ke-hoach/nhiem-vu/{part.pk}/")
        person.page.fill("textarea[name=text]", "Đã tập huấn cho 40 cán bộ")
        with out_of_order(office, "plans_progressreport"):
            person.click("button", "Gửi báo cáo")
            person.sees("Số yêu cầu")
        assert person.page.input_value("textarea[name=text]") == "Đã tập huấn cho 40 cán bộ"
        person.click("button", "Gửi báo cáo")
        person.sees("Đã gửi báo cáo")
    assert office.problems == []
