"""What programs read: pages by key, filters, versions."""

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from congdoan.core import clock
from congdoan.plans.models import AssignmentState
from congdoan.plans.services.work.take import take_assignment
from congdoan.reporting.models import Report
from tests.api.program import Program
from tests.plans.factories import give, make_plan, make_task
from tests.plans.targets.conftest import FIELDS, split_whole
from tests.reporting.factories import asked, report_of_ba_tri
from tests.world import Federation


def test_a_list_is_read_page_by_page_to_its_end(federation: Federation) -> None:
    plan = make_plan(federation)
    given = [give(make_task(plan, str(n)), federation.ba_tri).pk for n in range(5)]
    program, path, found = Program(federation["chutich"]), "assignments?limit=2", []
    while path:
        page = program.get(path).json()
        assert len(page["items"]) <= 2
        found += [one["id"] for one in page["items"]]
        path = page["next"]
    assert found == given


def test_assignments_are_filtered_by_plan_unit_state_and_day(federation: Federation) -> None:
    plan, other = make_plan(federation), make_plan(federation, subject="Khác", symbol="9/KH-LĐLĐ")
    due = date(2023, 4, 1)
    mine = give(make_task(plan), federation.ba_tri, state=AssignmentState.DOING, due=due)
    give(make_task(plan, "2"), federation.cho_lach, due=due + timedelta(days=9))
    give(make_task(other), federation.ba_tri, due=None)
    program = Program(federation["chutich"])

    def found(query: str) -> list[int]:
        return [one["id"] for one in program.items(f"assignments?{query}")]

    assert found(f"plan={plan.pk}&unit={federation.ba_tri.pk}") == [mine.pk]
    assert found("state=doing") == [mine.pk]
    assert found("due_from=2023-04-01&due_to=2023-04-02") == [mine.pk]
    assert found("due_from=2023-04-11") == []


def test_only_what_changed_since_is_given(federation: Federation) -> None:
    plan = make_plan(federation)
    first, second = (give(make_task(plan, str(n)), federation.ba_tri) for n in (1, 2))
    moment = clock.now().isoformat().replace("+", "%2B")
    program = Program(federation["batri"])
    assert program.items(f"assignments?changed_since={moment}") == []
    take_assignment(assignment_id=second.pk, by=federation["batri"])
    assert [one["id"] for one in program.items(f"assignments?changed_since={moment}")] == [second.pk]
    assert first.pk != second.pk


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("state=xong", "state", "Chỉ nhận một trong"),
        ("due_from=15/03/2023", "due_from", "2023-03-15"),
        ("changed_since=2023-03-15T08:00:00", "changed_since", "có múi giờ"),
        ("limit=9999", "limit", "Không lớn hơn 500"),
        ("plan=một", "plan", "số nguyên"),
    ],
)
def test_a_wrong_filter_is_told_in_words_with_its_name(
    federation: Federation, query: str, field: str, words: str
) -> None:
    answer = Program(federation["batri"]).get(f"assignments?{query}")
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    (told,) = answer.json()["errors"]
    assert told["field"] == field
    assert words in told["detail"]


def test_what_has_not_changed_is_not_sent_again(federation: Federation) -> None:
    given = give(make_task(make_plan(federation)), federation.ba_tri)
    program = Program(federation["batri"])
    etag = program.get(f"assignments/{given.pk}").headers["ETag"]
    again = program.get(f"assignments/{given.pk}", If_None_Match=etag)
    assert (again.status_code, again.content) == (304, b"")
    take_assignment(assignment_id=given.pk, by=federation["batri"])
    assert program.get(f"assignments/{given.pk}", If_None_Match=etag).status_code == 200


def test_another_units_things_are_not_found(federation: Federation) -> None:
    given = give(make_task(make_plan(federation)), federation.ba_tri)
    report = report_of_ba_tri(asked(federation), federation)
    program = Program(federation["cholach"])
    for path in (f"assignments/{given.pk}", f"reports/{report.pk}", "targets/1", "figures/1", f"plans/{2**70}"):
        answer = program.get(path)
        assert (path, answer.status_code) == (path, 404)
        assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_report_is_read_with_its_values_and_where_they_come_from(federation: Federation) -> None:
    plan = make_plan(federation)
    give(make_task(plan), federation.ba_tri, state=AssignmentState.DOING, due=date(2023, 3, 1))
    report: Report = report_of_ba_tri(asked(federation), federation)
    program = Program(federation["batri"])
    assert [one["id"] for one in program.items("reports?state=draft")] == [report.pk]
    values = {one["code"]: one for one in program.get(f"reports/{report.pk}").json()["values"]}
    assert (values["C1"]["figure"], values["C1"]["source_figure"]) == ("1.00", "1.00")
    assert values["C1"]["source"]
    assert "Số người dự tập huấn" in values["C4"]["problem"]


def test_targets_and_figures_are_read(federation: Federation) -> None:
    from congdoan.plans.services.targets.define import add_target

    plan = make_plan(federation)
    target = add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS)
    split_whole(target, federation)
    program = Program(federation["chutich"])
    assert [one["name"] for one in program.items(f"targets?plan={plan.pk}")] == ["Lớp tập huấn cán bộ"]
    parts = program.get(f"targets/{target.pk}").json()["parts"]
    assert [(one["unit"]["name"], one["value"]) for one in parts][1:] == [
        ("LĐLĐ huyện Ba Tri", "25.00"),
        ("LĐLĐ huyện Chợ Lách", "15.00"),
    ]
    figures = program.items(f"figures?target={target.pk}&unit={federation.ba_tri.pk}&missing=true")
    assert [one["period"]["name"] for one in figures][:1] == ["Quý I/2023"]


@pytest.mark.parametrize("path", ["plans", "tasks", "assignments", "targets", "figures", "reports"])
def test_a_list_asks_a_fixed_number_of_queries(
    federation: Federation, django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    plan = make_plan(federation)
    for n in range(12):
        give(make_task(plan, str(n)), federation.ba_tri)
    asked(federation)
    program: Any = Program(federation["chutich"])
    program.get(path)
    with django_assert_max_num_queries(12):
        program.get(path)
