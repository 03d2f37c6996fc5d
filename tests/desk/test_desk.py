"""The first page, right for each role."""

from datetime import date, timedelta

import pytest

from congdoan.desk.models import DeskVisit
from congdoan.worklist.services.notices import tell
from tests.worklist.work import give
from tests.world import make_user

TODAY = date(2023, 3, 15)
DAY = timedelta(days=1)


def desk_of(client, user, query=""):
    client.force_login(user)
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    return answer.context["desk"]


def shown(desk):
    return {group.kind.label: [row.title for row in group.rows] for group in desk.groups}


def test_my_work_is_cut_by_due_day_with_the_next_action_as_a_button(client, federation):
    give(federation.office, TODAY - DAY, title="Trễ")
    give(federation.office, TODAY + DAY, title="Tuần này")
    give(federation.office, TODAY + 9 * DAY, title="Sau")
    give(federation.office, title="Lúc nào cũng được")
    desk = desk_of(client, federation["chanhvp"])
    assert shown(desk) == {
        "Quá hạn": ["Trễ"],
        "Tuần này": ["Tuần này"],
        "Sau tuần này": ["Sau"],
        "Không có hạn": ["Lúc nào cũng được"],
    }
    assert desk.groups[0].rows[0].verb == "Báo cáo kết quả"
    assert desk.next_pk == desk.groups[0].rows[0].pk


def test_the_sentence_says_what_presses(client, federation):
    give(federation.province, TODAY - DAY)
    give(federation.province, TODAY)
    give(federation.province, TODAY, kind="test.approve", action="plans.approve")
    client.force_login(federation["chutich"])
    page = client.get("/").content.decode()
    assert "1 việc quá hạn" in page and "1 việc phải xong trong tuần này" in page and "1 việc chờ duyệt" in page


def test_what_waits_for_a_decision_stands_apart(client, federation):
    give(federation.province, TODAY, title="Duyệt đi", kind="test.approve", action="plans.approve")
    desk = desk_of(client, federation["chutich"])
    assert [row.title for row in desk.waiting] == ["Duyệt đi"]
    assert shown(desk) == {}


def test_the_switch_shows_the_units_work_and_what_it_has_given(client, federation):
    give(federation.office, title="Của vanthu", user_id=federation["vanthu"].pk)
    give(federation.ba_tri, title="Giao Ba Tri", given_by_unit_id=federation.province.pk)
    user = federation["chanhvp"]
    assert shown(desk_of(client, user)) == {}
    unit_desk = desk_of(client, user, "?xem=don-vi")
    assert shown(unit_desk) == {"Không có hạn": ["Của vanthu"]}
    assert unit_desk.groups[0].rows[0].verb == "Xem"
    given = desk_of(client, user, "?xem=giao")
    assert given.groups[0].rows[0].party == "LĐLĐ huyện Ba Tri"
    assert [segment.label for segment in given.segments] == ["Việc của tôi", "Cả Văn phòng", "Việc đã giao"]


def test_a_group_shows_the_first_few_and_leads_to_all(client, federation):
    for n in range(30):
        give(federation.office, TODAY - n * DAY - DAY, object_id=n)
    group = desk_of(client, federation["chanhvp"]).groups[0]
    assert (len(group.rows), group.count, group.is_cut) == (8, "30", True)
    assert client.get(group.url).context["listing"].size == 30


def test_figures_come_from_the_work_and_from_packages(client, federation):
    item = give(federation.office, TODAY - DAY)
    give(federation.office)
    type(item).objects.filter(pk=item.pk).update(state="done", closed_on=TODAY)
    figures = {figure.label: figure.value for figure in desk_of(client, federation["chanhvp"]).figures}
    assert figures["Việc đang mở"] == 1
    assert figures["Quá hạn"] == 0
    assert figures["Xong trong tháng"] == 1
    assert figures["Số thử"] == 31


def test_changes_are_those_since_the_visit_before_this_one(client, federation):
    user = federation["coso"]
    tell([user], "x", "Cũ", "/", "1")
    assert [notice.text for notice in desk_of(client, user).changes] == ["Cũ"]
    visit = DeskVisit.objects.get(user=user)
    visit.seen_at -= timedelta(hours=-1)
    DeskVisit.objects.filter(user=user).update(seen_at=visit.seen_at - timedelta(hours=2))
    type(user.notices.first()).objects.update(created_at=visit.seen_at - timedelta(hours=5))
    tell([user], "x", "Mới", "/", "2")
    assert [notice.text for notice in desk_of(client, user).changes] == ["Mới"]
    assert [notice.text for notice in desk_of(client, user).changes] == ["Mới"]  # reading again forgets nothing


@pytest.mark.parametrize("who", ["chutich", "vanthu", "chanhvp", "chuyenvien", "ubkt", "batri", "coso", "admin"])
def test_every_role_has_a_desk_with_at_most_12_queries(client, federation, who, django_assert_max_num_queries):
    for unit in (federation.province, federation.office, federation.ba_tri, federation.an_thuy):
        for n in range(20):
            give(unit, TODAY + (n - 10) * DAY, object_id=n, given_by_unit_id=federation.province.pk)
    client.force_login(federation[who])
    client.get("/")
    with django_assert_max_num_queries(12):
        assert client.get("/").status_code == 200


def test_an_empty_desk_says_what_to_do(client, federation):
    client.force_login(federation["truongban"])
    assert "Không có việc nào đang chờ" in client.get("/").content.decode()
    client.force_login(federation["admin"])
    assert "Chức vụ này không có việc trên bàn làm việc" in client.get("/").content.decode()
    client.force_login(make_user("moi"))
    assert "Tài khoản chưa được giao chức vụ" in client.get("/").content.decode()


def test_the_navigation_counts_my_open_work(client, federation):
    give(federation.office)
    client.force_login(federation["chanhvp"])
    entry = next(item for item in client.get("/viec/").context["navigation"] if item.url == "/")
    assert entry.count == 1


def test_a_title_with_markup_is_only_text(client, federation):
    give(federation.office, TODAY, title="<script>alert(1)</script>")
    client.force_login(federation["chanhvp"])
    assert "<script>alert" not in client.get("/").content.decode()
