"""Work that waits for another task stands among what is stuck, and in the forecast, with whom it waits for."""

from collections.abc import Callable
from datetime import date

import pytest

from congdoan.plans.models import AssignmentState, Plan
from congdoan.steering.queries.ahead import forecast
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.waiting import listed
from tests.plans.factories import give, make_task
from tests.steering.history import finished
from tests.world import Federation

DONE, DOING = AssignmentState.DONE, AssignmentState.DOING


@pytest.fixture
def ordered(federation: Federation, plan: Plan) -> Plan:
    """9 is done after 8, which Chợ Lách is late with; 7 after 9, which is due later."""
    first = make_task(plan, "8", "Khảo sát", due=date(2023, 3, 10))
    second = make_task(plan, "9", "Tập huấn", due=date(2023, 4, 30), after=first)
    third = make_task(plan, "7", "Tổng kết", due=date(2023, 4, 15), after=second)
    give(first, federation.ba_tri, state=DONE, done_on=date(2023, 3, 1))
    give(first, federation.cho_lach, state=DOING)
    for unit in (federation.ba_tri, federation.cho_lach, federation.office):
        give(second, unit, state=DOING)
    give(third, federation.education, state=DOING)
    return plan


def test_what_waits_is_listed_with_whom_it_waits_for(federation: Federation, ordered: Plan) -> None:
    """Ba Tri has done its own part of the first task and waits for nobody; the office has none and waits for all."""
    found, count = listed(Steered.of(federation["chutich"]))
    assert count == 3
    assert [(str(one.part.unit), one.basis) for one in found] == [
        ("CĐ ngành Giáo dục", "chờ mục 9 (Tập huấn), 3 đơn vị chưa xong, hạn 30/04/2023, sau hạn của chính việc này"),
        ("LĐLĐ huyện Chợ Lách", "chờ mục 8 (Khảo sát), phần của chính đơn vị chưa xong, quá hạn 5 ngày"),
        ("Văn phòng", "chờ mục 8 (Khảo sát), 1 đơn vị chưa xong, quá hạn 5 ngày"),
    ]
    assert [str(one.part.unit) for one in listed(Steered.of(federation["cholach"]))[0]] == ["LĐLĐ huyện Chợ Lách"]


def test_what_is_done_is_waited_for_no_more(federation: Federation, ordered: Plan) -> None:
    ordered.assignments.filter(task__number="8").update(state=DONE, done_on=date(2023, 3, 15))
    assert [one.part.task.number for one in listed(Steered.of(federation["chutich"]))[0]] == ["7"]


def test_the_page_of_what_is_stuck_shows_it(ask: Callable[..., str], ordered: Plan) -> None:
    page = ask("/dieu-hanh/dung-lai/")
    assert "Chờ việc khác xong" in page
    assert "Chờ mục 8 (Khảo sát), 1 đơn vị chưa xong, quá hạn 5 ngày" in page


def test_the_list_asks_the_same_for_many(
    federation: Federation, ordered: Plan, django_assert_max_num_queries: Callable[..., object]
) -> None:
    task = ordered.tasks.get(number="9")
    for unit in (federation.an_thuy, federation.phu_phung, federation.policy, federation.outreach):
        give(task, unit, state=DOING)
    with django_assert_max_num_queries(7):  # type: ignore[attr-defined]
        assert listed(Steered.of(federation["chutich"]))[1] == 7


def test_the_forecast_names_what_is_waited_for(federation: Federation, ordered: Plan) -> None:
    finished(ordered, federation.ba_tri, [70] * 30)
    row = next(row for row in forecast(Steered.of(federation["chutich"])).rows if row.part.unit == federation.cho_lach)
    assert row.basis.endswith("; chờ mục 8 (Khảo sát), phần của chính đơn vị chưa xong, quá hạn 5 ngày")
