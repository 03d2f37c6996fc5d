import time
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from congdoan.core import clock
from congdoan.plans.models import Assignment, AssignmentState, Plan
from congdoan.plans.queries.work.follow_up.columns import columns_of, short
from congdoan.plans.queries.work.follow_up.matrix import matrix
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.tasks import TaskRow, add_details, task_rows
from tests.plans.factories import count, give, give_at_once, make_section, make_task, make_units_at_once
from tests.world import Federation

DONE, DOING = AssignmentState.DONE, AssignmentState.DOING
VIEWS = ["ma-tran", "dong-thoi-gian", "danh-sach"]


@pytest.fixture
def followed(federation: Federation, plan: Plan) -> Plan:
    """The office leads a task with a figure; two districts and a sector union have another one, late at one of them."""
    first, second = make_section(plan, "2.5", "Hiện đại hóa"), make_section(plan, "III.2", "Việc của cấp huyện")
    office = make_task(plan, "2.5.b", "Ban hành bộ thủ tục", section=first, due=date(2023, 6, 30))
    count(give(office, federation.office, state=DOING), "Bộ thủ tục", 4, unit_text="bộ", reached=3)
    give(office, federation.finance, role="cooperating", state=DONE, done_on=date(2023, 2, 1))
    districts = make_task(plan, "III.2.a", "Cụ thể hóa kế hoạch", section=second, due=date(2023, 3, 1))
    give(districts, federation.ba_tri, state=DONE, done_on=date(2023, 2, 20), last_report_on=date(2023, 2, 20))
    give(districts, federation.cho_lach, state=DOING)
    give(districts, federation.education, state=DONE)
    return plan


def rows_of(plan: Plan, federation: Federation, who: str = "chanhvp", **narrowed: Any) -> dict[str, TaskRow]:
    follow_up = FollowUp(plan, federation[who], date(2023, 3, 15), **narrowed)
    rows = task_rows(follow_up)
    add_details(follow_up, rows)
    return {row.task.number: row for row in rows}


def test_a_task_is_late_when_one_of_its_units_is(federation: Federation, followed: Plan) -> None:
    row = rows_of(followed, federation)["III.2.a"]
    assert (row.look.words, row.result, row.lead_text) == ("Quá hạn 14 ngày", "2/3 đơn vị đã xong", "3 đơn vị")


def test_a_task_of_one_unit_shows_the_figure_that_it_counts(federation: Federation, followed: Plan) -> None:
    row = rows_of(followed, federation)["2.5.b"]
    assert (row.result, row.ratio, row.lead_text, row.cooperating_text) == (
        "3/4 bộ",
        0.75,
        "Văn phòng",
        "Ban Tài chính",
    )


def test_a_district_follows_only_its_own_part(federation: Federation, followed: Plan) -> None:
    rows = rows_of(followed, federation, "batri")
    assert {number: row.counts.total for number, row in rows.items()} == {"III.2.a": 1}


def test_the_matrix_says_what_each_unit_has_reached(federation: Federation, followed: Plan) -> None:
    follow_up = FollowUp.of(followed, federation["chanhvp"])
    [_, section] = matrix(follow_up, columns_of(follow_up), task_rows(follow_up))
    words = {column.name: cell.word for column, cell in section.rows[0].pairs if cell}
    sums = {column.name: cell.word for column, cell in section.sums if cell}
    assert words == {"Ba Tri": "xong", "Chợ Lách": "trễ 14", "Giáo dục": "xong"}
    assert sums == {"Ba Tri": "1/1", "Chợ Lách": "0/1", "Giáo dục": "1/1"}
    assert section.is_open


def test_names_of_columns_are_short(federation: Federation) -> None:
    units = (federation.policy, federation.inspection, federation.ba_tri, federation.education, federation.office)
    assert [short(unit) for unit in units] == ["CS – PL", "UBKT", "Ba Tri", "Giáo dục", "Văn phòng"]


@pytest.mark.parametrize(
    ("state", "numbers"),
    [("qua-han", {"III.2.a"}), ("xong", {"2.5.b", "III.2.a"}), ("im-lang", {"2.5.b", "III.2.a"}), ("cho", set())],
)
def test_the_filter_by_state_chooses_tasks(
    federation: Federation, followed: Plan, state: str, numbers: set[str]
) -> None:
    assert set(rows_of(followed, federation, state=state)) == numbers


def test_who_reported_lately_is_not_silent(federation: Federation, followed: Plan) -> None:
    Assignment.objects.filter(unit=federation.cho_lach).update(last_report_on=date(2023, 3, 10))
    assert set(rows_of(followed, federation, state="im-lang")) == {"2.5.b"}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_what_is_late_with_the_button_to_urge(
    client: Client, federation: Federation, followed: Plan, view: str
) -> None:
    client.force_login(federation["chanhvp"])
    page = client.get(f"/ke-hoach/{followed.pk}/theo-doi/?dang={view}").content.decode()
    assert "Đôn đốc 1 việc quá hạn" in page and "LĐLĐ huyện Chợ Lách" in page and "14 ngày" in page


def test_pressing_the_button_urges_the_late_ones(client: Client, federation: Federation, followed: Plan) -> None:
    client.force_login(federation["chanhvp"])
    page = client.post(f"/ke-hoach/{followed.pk}/don-doc/", follow=True).content.decode()
    assert "Đã đôn đốc 1 việc quá hạn" in page


def test_a_district_does_not_learn_of_others(client: Client, federation: Federation, followed: Plan) -> None:
    client.force_login(federation["batri"])
    for view in VIEWS:
        page = client.get(f"/ke-hoach/{followed.pk}/theo-doi/?dang={view}").content.decode()
        assert "Chợ Lách" not in page and "Văn phòng" not in page
    other = followed.tasks.get(number="2.5.b")
    assert client.get(f"/ke-hoach/{followed.pk}/nhiem-vu/{other.pk}/").status_code == 404


def test_a_plan_without_a_part_for_the_person_is_not_found(
    client: Client, federation: Federation, followed: Plan
) -> None:
    client.force_login(federation["coso"])
    assert client.get(f"/ke-hoach/{followed.pk}/theo-doi/").status_code == 404


def test_a_filter_that_nothing_passes_offers_to_drop_it(client: Client, federation: Federation, followed: Plan) -> None:
    client.force_login(federation["chanhvp"])
    page = client.get(f"/ke-hoach/{followed.pk}/theo-doi/?trang-thai=cho").content.decode()
    assert "Không có nhiệm vụ nào khớp bộ lọc" in page


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_the_filter_shows_is_exported(client: Client, federation: Federation, followed: Plan, kind: str) -> None:
    client.force_login(federation["chanhvp"])
    response = client.get(f"/ke-hoach/{followed.pk}/theo-doi/?trang-thai=qua-han&xuat={kind}")
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    assert response.status_code == 200
    if kind == "csv":
        assert "Cụ thể hóa kế hoạch" in content.decode() and "Ban hành bộ thủ tục" not in content.decode()


def test_a_task_shows_every_unit_and_narrows_to_the_late_ones(
    client: Client, federation: Federation, followed: Plan
) -> None:
    client.force_login(federation["chanhvp"])
    url = f"/ke-hoach/{followed.pk}/nhiem-vu/{followed.tasks.get(number='III.2.a').pk}/"
    assert "LĐLĐ huyện Ba Tri" in client.get(url).content.decode()
    late = client.get(f"{url}?trang-thai=qua-han").content.decode()
    assert "LĐLĐ huyện Chợ Lách" in late and "LĐLĐ huyện Ba Tri" not in late


@pytest.fixture
def wide(federation: Federation, followed: Plan) -> Plan:
    """The plan is also given to 300 grassroots unions under two districts and 100 right under the province."""
    task = make_task(followed, "III.3", "Việc của cơ sở", section=followed.sections.last(), due=date(2023, 3, 1))
    for parent, number in ((federation.ba_tri, 150), (federation.cho_lach, 150), (federation.province, 100)):
        give_at_once([task], make_units_at_once(parent, number), states=["done", "doing", "doing"])
    return followed


def test_many_units_are_summed_by_kind_then_by_branch_then_page_by_page(federation: Federation, wide: Plan) -> None:
    follow_up = FollowUp.of(wide, federation["chanhvp"])
    columns = columns_of(follow_up, at_least=400)
    assert (columns.by, columns.units) == ("kind", 405)
    under_ba_tri = FollowUp(wide, federation["chanhvp"], date(2023, 3, 15), unit=federation.ba_tri, kind="grassroots")
    columns = columns_of(under_ba_tri, page=2)
    assert (columns.by, columns.page, columns.pages, len(columns.columns)) == ("unit", 2, 4, 40)


def test_branches_are_columns_while_there_are_few(federation: Federation, wide: Plan) -> None:
    wide.assignments.filter(unit__parent=federation.province, unit__kind="grassroots").delete()
    follow_up = FollowUp.of(wide, federation["chanhvp"])
    columns = columns_of(follow_up)
    [*_, section] = matrix(follow_up, columns, task_rows(follow_up))
    sums = {column.name: cell.word for column, cell in section.rows[-1].pairs if cell}
    assert (columns.by, sums) == ("branch", {"Ba Tri": "50/150", "Chợ Lách": "50/150"})


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("query", ["", "&trang-thai=qua-han", "&loai=grassroots"])
def test_the_page_asks_at_most_twelve_questions_however_many_units(
    client: Client,
    federation: Federation,
    wide: Plan,
    view: str,
    query: str,
    django_assert_max_num_queries: Any,
) -> None:
    client.force_login(federation["chanhvp"])
    url = f"/ke-hoach/{wide.pk}/theo-doi/?dang={view}{query}"
    client.get(url)
    clock.today()
    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200


def test_two_thousand_units_with_twenty_five_tasks_are_followed_at_once(
    client: Client, federation: Federation, plan: Plan
) -> None:
    tasks = [make_task(plan, f"1.{n}", f"Việc {n}", due=date(2023, 3, 1 + n)) for n in range(25)]
    for parent in (federation.ba_tri, federation.cho_lach, federation.education):
        give_at_once(tasks, make_units_at_once(parent, 700), states=["new", "doing", "done"])
    with connection.cursor() as cursor:
        cursor.execute("analyze plans_assignment; analyze organisation_unit")
    client.force_login(federation["chanhvp"])
    client.get(f"/ke-hoach/{plan.pk}/theo-doi/")
    start = time.perf_counter()
    page = client.get(f"/ke-hoach/{plan.pk}/theo-doi/").content.decode()
    assert time.perf_counter() - start < 5
    assert "2.100 đơn vị" in page
