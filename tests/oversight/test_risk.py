"""Which units a committee should look at, and why in words."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest

from congdoan.core.files.store import store
from congdoan.oversight.composing import Found, Told, composed
from congdoan.oversight.queries.risk import RiskList, risk_of
from congdoan.oversight.risk import Signs
from congdoan.oversight.services import rows
from congdoan.plans.models import Assignment, ProgressReport
from tests.oversight import factories
from tests.plans.factories import give, make_plan, make_task, make_units_at_once
from tests.world import Federation


def report(assignment: Assignment, federation: Federation, content: bytes, state: str = "noted") -> None:
    by = federation["batri"]
    sent = ProgressReport.objects.create(assignment=assignment, by=by, on=date(2023, 3, 10), text="Đã làm", state=state)
    sent.files.add(store(BytesIO(content), name="anh.txt", by_id=by.pk))


@pytest.fixture
def work(federation: Federation) -> dict[str, Assignment]:
    """Ba Tri is late in two and silent; Chợ Lách has reported a few days ago; both sent one same file."""
    plan = make_plan(federation)
    late = {"due": date(2023, 2, 1), "taken_on": date(2022, 10, 1), "state": "doing"}
    first, second = make_task(plan, "1", "Tập huấn"), make_task(plan, "2", "Rà soát")
    found = {
        "first": give(first, federation.ba_tri, **late),
        "second": give(second, federation.ba_tri, **late),
        "other": give(first, federation.cho_lach, state="doing", last_report_on=date(2023, 3, 10)),
    }
    report(found["first"], federation, b"same")
    report(found["other"], federation, b"same")
    report(found["other"], federation, b"own")
    return found


def test_units_are_suggested_by_their_signs_said_in_words(federation: Federation, work: dict[str, Any]) -> None:
    risks = {risk.unit: risk for risk in RiskList(factories.programme(federation))[0:20]}
    worst = next(iter(risks))
    assert worst == federation.ba_tri
    assert (
        risks[worst].words
        == "2 việc quá hạn, 165 ngày không báo cáo, 1 minh chứng dùng cho nhiều việc, chưa kiểm tra lần nào"
    )
    assert risks[federation.cho_lach].words == "1 minh chứng dùng cho nhiều việc, chưa kiểm tra lần nào"
    assert risks[worst].signs.score == 2 * 3 + 16 + 5 + 3
    assert federation.province not in risks
    assert federation.inspection not in risks


def test_a_draft_report_and_a_second_file_for_the_same_work_are_no_odd_evidence(federation: Federation) -> None:
    task = make_task(make_plan(federation))
    own, other = give(task, federation.ba_tri), give(task, federation.cho_lach)
    report(own, federation, b"same")
    report(own, federation, b"same")
    report(other, federation, b"same", state="returned")
    assert all(risk.signs.odd == 0 for risk in RiskList(factories.programme(federation))[0:20])


@pytest.mark.parametrize(("order", "first"), [("qua-han", "LĐLĐ huyện Ba Tri"), ("vô nghĩa", "LĐLĐ huyện Ba Tri")])
def test_suggestions_are_sorted_by_any_sign(
    federation: Federation, work: dict[str, Any], order: str, first: str
) -> None:
    assert str(RiskList(factories.programme(federation), order)[0].unit) == first


def test_one_press_adds_the_unit_with_its_reason_and_its_odd_tasks(
    federation: Federation, work: dict[str, Assignment]
) -> None:
    programme = factories.programme(federation)
    row = rows.add_suggested(programme_id=programme.pk, unit_id=federation.ba_tri.pk, by=federation["ubkt"])
    assert row.reason.startswith("2 việc quá hạn")
    assert row.lead == federation["ubkt"]
    assert set(row.assignments.all()) == {work["first"], work["second"]}
    left = [risk.unit for risk in RiskList(programme)[0:20]]
    assert federation.ba_tri not in left, "who is on the programme is not suggested again"
    assert risk_of(programme, federation.cho_lach).signs.odd == 1


def test_a_unit_that_was_inspected_is_not_said_to_be_never_visited(federation: Federation) -> None:
    factories.concluded(federation)
    other = factories.programme(federation, name="Quý II")
    assert risk_of(other, federation.ba_tri).signs.visited == 0
    assert risk_of(other, federation.cho_lach).words == "chưa kiểm tra lần nào"


def test_a_page_of_suggestions_asks_a_fixed_number_of_queries(
    federation: Federation, django_assert_num_queries: Any
) -> None:
    make_units_at_once(federation.ba_tri, 60)
    risks = RiskList(factories.programme(federation))
    with django_assert_num_queries(3):
        assert len(risks) > 60
        assert len(risks[20:40]) == 20


def test_the_words_leave_out_what_is_not_there() -> None:
    assert Signs(late=4, silent=62, visited=10).words == "4 việc quá hạn, 62 ngày không báo cáo"
    assert Signs(visited=800, long_ago=True).words == "800 ngày chưa kiểm tra lại"
    assert Signs(visited=10).words == ""
    assert Signs(visited=10).score == 0


def test_a_conclusion_says_what_was_found_and_explained() -> None:
    found = (Found("good", "Đủ biên bản"), Found("breach", "Không mở sổ", "2.1 Rà soát", "Sổ thất lạc"))
    text = composed(Told("LĐLĐ huyện Ba Tri", "ngày 1 đến ngày 2", "kế hoạch", found=found, explained=True))
    assert "- Đủ biên bản." in text
    assert "- Vi phạm: Không mở sổ. (nhiệm vụ 2.1 Rà soát)" in text
    assert "- Về hạn chế thứ 1: Sổ thất lạc." in text
    assert "cần khắc phục" in text
