"""How all plans stand: by level, section and time; and what is behind each number."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from congdoan.plans.models import Plan
from congdoan.plans.queries.work.follow_up.counts import Counts
from congdoan.steering.periods import near_periods, period_asked, written
from congdoan.steering.queries.heat import heat_map, heat_of
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.state import by_section, latest_units, state_of_plans
from tests.plans.factories import give, give_at_once, make_plan, make_task, make_units_at_once
from tests.world import Federation

PAGES = ["", "ban-do/", "tien-do/", "dung-lai/", "du-bao/", "so-sanh/", "lich/", "viec/", "giao-ban/"]


def steered(federation: Federation, username: str = "chutich") -> Steered:
    return Steered(federation[username], date(2023, 3, 15))


def test_a_leader_sees_counts_by_level_and_month(federation: Federation, plan: Plan) -> None:
    state = state_of_plans(steered(federation))
    assert (state.whole.total, state.whole.done, state.whole.late) == (3, 1, 1)
    assert [(line.name, line.counts.total, line.counts.late) for line in state.levels] == [
        ("LĐLĐ huyện, thị xã, thành phố", 2, 1),
        ("Văn phòng, ban", 1, 0),
    ]
    assert [(line.name, line.counts.total) for line in state.months] == [("Tháng 3/2023", 2), ("Tháng 6/2023", 1)]


def test_a_plan_is_counted_by_its_sections(federation: Federation, plan: Plan) -> None:
    lines = by_section(steered(federation).but(plan=plan))
    assert [(line.name, line.counts.total) for line in lines] == [("Hiện đại hóa", 1), ("Việc của cấp huyện", 2)]


def test_the_unit_with_most_late_work_comes_first(federation: Federation, plan: Plan) -> None:
    assert [(one.name, one.late) for one in latest_units(steered(federation))] == [("LĐLĐ huyện Chợ Lách", 1)]


def test_a_district_steers_its_own_part_alone(federation: Federation, plan: Plan) -> None:
    assert state_of_plans(steered(federation, "batri")).whole.total == 1
    assert [row.unit.short_name for row in heat_map(steered(federation, "batri")).rows] == ["LĐLĐ huyện Ba Tri"]


def test_each_number_leads_to_its_list(ask, plan: Plan) -> None:
    assert "/dieu-hanh/viec/?loai=district&amp;trang-thai=qua-han" in ask("/dieu-hanh/")
    listed = ask("/dieu-hanh/viec/?loai=district&trang-thai=qua-han")
    assert "LĐLĐ huyện Chợ Lách" in listed and "LĐLĐ huyện Ba Tri" not in listed


def test_the_list_follows_plan_section_unit_and_period(federation: Federation, ask, plan: Plan) -> None:
    section = plan.sections.get(number="III.2")
    base = f"/dieu-hanh/viec/?ke-hoach={plan.pk}&xuat=csv"
    assert "Văn phòng" not in ask(f"{base}&muc={section.pk}")
    assert "Ba Tri" not in ask(f"{base}&don-vi={federation.cho_lach.pk}")
    assert "Cụ thể hóa" in ask(f"{base}&ky=2023-03") and "Cụ thể hóa" not in ask(f"{base}&ky=2023-q2")


def test_another_plan_may_be_chosen_while_a_section_is(federation: Federation, ask, plan: Plan) -> None:
    other = make_plan(federation, symbol="35/KH-LĐLĐ", number=35)
    give(make_task(other, "1", "Việc của kế hoạch kia"), federation.ba_tri)
    section = plan.sections.get(number="III.2")
    assert "kế hoạch kia" in ask(f"/dieu-hanh/viec/?ke-hoach={other.pk}&muc={section.pk}")


def test_a_unit_alone_is_without_those_below_it(federation: Federation, ask, plan: Plan) -> None:
    address = f"/dieu-hanh/viec/?don-vi={federation.province.pk}&xuat=csv"
    assert "Ba Tri" in ask(address) and "Ba Tri" not in ask(f"{address}&rieng=1")


@pytest.mark.parametrize("page", PAGES)
def test_whoever_coordinates_nothing_is_refused(federation: Federation, page: str) -> None:
    client = Client()
    client.force_login(federation["vanthu"])
    assert client.get(f"/dieu-hanh/{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_the_plan_or_unit_of_others_is_not_found(federation: Federation, plan: Plan, page: str) -> None:
    client = Client()
    client.force_login(federation["giaoduc"])
    for narrowed in (f"ke-hoach={plan.pk}", f"don-vi={federation.ba_tri.pk}", "ke-hoach=x", "ke-hoach=99999999999999"):
        assert client.get(f"/dieu-hanh/{page}?{narrowed}").status_code == 404, narrowed


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_as_much_for_many_units_as_for_few(federation: Federation, plan: Plan, page: str) -> None:
    client = Client()
    client.force_login(federation["chutich"])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/dieu-hanh/{page}").status_code == 200
        return len(queries)

    units = make_units_at_once(federation.ba_tri, 60)
    task = make_task(plan, "4.a", "Họp mặt")
    give_at_once([task], units[:3], states=["done", "doing", "new"])
    asked()
    few = asked()
    give_at_once([task], units[3:], states=["done", "doing", "new"])
    assert asked() == few
    assert few <= (24 if page == "giao-ban/" else 14)


def test_the_heat_map_shows_a_page_of_units_and_says_that_there_are_more(federation: Federation, plan: Plan) -> None:
    units = make_units_at_once(federation.ba_tri, 60)
    give_at_once([make_task(plan, "4.a", "Họp mặt", due=date(2023, 1, 5))], units, states=["doing"])
    narrowed = steered(federation).but(kind="grassroots")
    first, last = heat_map(narrowed), heat_map(narrowed, page=2)
    assert (len(first.rows), first.has_more, len(last.rows), last.has_more) == (30, True, 30, False)
    assert {cell.heat.letter for row in first.rows for _, cell in row.cells if cell} == {"E"}


def test_heat_has_a_letter_for_each_share() -> None:
    letters = [heat_of(Counts(total=20, late=late)).letter for late in (0, 1, 2, 3, 5, 6, 10, 11, 20)]
    assert letters == ["A", "B", "B", "C", "C", "D", "D", "E", "E"]


def test_sections_of_a_plan_are_the_columns_when_it_is_chosen(ask, plan: Plan) -> None:
    page = ask(f"/dieu-hanh/ban-do/?ke-hoach={plan.pk}")
    assert "III.2" in page and "quá hạn 1 trong 1, xong 0" in page


def test_work_outside_all_sections_has_a_column_of_its_own(federation: Federation, ask, plan: Plan) -> None:
    give(make_task(plan, "9", "Việc khác"), federation.education)
    assert "Không thuộc mục nào" in ask(f"/dieu-hanh/ban-do/?ke-hoach={plan.pk}")
    found = heat_map(steered(federation).but(plan=plan, kind="sector_local"))
    assert [(cell.column.title, cell.counts.total) for row in found.rows for _, cell in row.cells if cell] == [
        ("Không thuộc mục nào", 1)
    ]


def test_what_nobody_gave_is_said(ask) -> None:
    for page in ("", "ban-do/", "tien-do/", "so-sanh/", "viec/", "giao-ban/"):
        assert "Chưa có việc nào" in ask(f"/dieu-hanh/{page}"), page


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_period_is_read_back_from_the_address(day: date) -> None:
    for period in near_periods(day):
        assert period_asked(written(period)) == period


@pytest.mark.parametrize("text", ["", "0000", "9999", "2023-13", "2023-q5", "2023-q0", "năm nay", "٢٠٢٣", "2023-3"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert period_asked(text) is None
