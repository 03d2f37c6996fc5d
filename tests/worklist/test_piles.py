"""Whose work is whose."""

from datetime import timedelta

from congdoan.worklist.addressing import Mine
from congdoan.worklist.queries.groups import DueGroup, by_group, first_rows
from congdoan.worklist.queries.piles import decisions, doings, my_work, sizes
from congdoan.worklist.queries.selections import View, pile_of
from tests.worklist.work import TODAY, give
from tests.world import make_post

DAY = timedelta(days=1)


def titles(view, user):
    return {item.title for item in pile_of(view, user, TODAY).page(offset=0, limit=50)}


def test_work_of_a_unit_is_for_those_whose_post_there_gives_the_action(federation):
    give(federation.organisation, title="Báo cáo", action="tasks.report")
    give(federation.organisation, title="Phân công", action="tasks.assign")
    assert titles(View.MINE, federation["truongban"]) == {"Báo cáo", "Phân công"}
    assert titles(View.MINE, federation["chuyenvien"]) == {"Báo cáo"}
    assert titles(View.MINE, federation["chanhvp"]) == set()


def test_work_of_the_organ_reaches_its_departments_where_the_right_reaches_the_organ(federation):
    give(federation.province, title="Ban hành", action="plans.issue")
    assert titles(View.MINE, federation["vanthu"]) == {"Ban hành"}
    assert titles(View.MINE, federation["chutich"]) == {"Ban hành"}
    assert titles(View.MINE, federation["chanhvp"]) == set()


def test_a_leader_sees_no_work_of_the_units_below(federation):
    give(federation.ba_tri, title="Việc huyện")
    give(federation.office, title="Việc Văn phòng")
    assert titles(View.MINE, federation["chutich"]) == set()
    assert titles(View.UNIT, federation["chutich"]) == set()


def test_work_by_name_is_for_that_person_alone_but_the_unit_sees_it(federation):
    give(federation.organisation, title="Đích danh", user_id=federation["chuyenvien"].pk)
    assert titles(View.MINE, federation["chuyenvien"]) == {"Đích danh"}
    assert titles(View.MINE, federation["truongban"]) == set()
    assert titles(View.UNIT, federation["truongban"]) == {"Đích danh"}


def test_several_posts_add_up_and_past_posts_give_nothing(federation):
    give(federation.cho_lach, title="Chợ Lách")
    give(federation.finance, title="Tài chính")
    person = federation["batri.cv"]
    make_post(person, federation.cho_lach, "specialist")
    make_post(person, federation.finance, "specialist", ends_on=TODAY - DAY)
    assert titles(View.MINE, federation["batri.cv"]) == {"Chợ Lách"}


def test_given_work_is_what_the_unit_gave_to_others(federation):
    give(federation.ba_tri, title="Cho Ba Tri", given_by_unit_id=federation.province.pk)
    give(federation.province, title="Tự làm", given_by_unit_id=federation.province.pk)
    give(federation.an_thuy, title="Của huyện", given_by_unit_id=federation.ba_tri.pk)
    assert titles(View.GIVEN, federation["chutich"]) == {"Cho Ba Tri"}
    assert titles(View.GIVEN, federation["chanhvp"]) == {"Cho Ba Tri"}
    assert titles(View.GIVEN, federation["batri"]) == {"Của huyện"}


def test_someone_without_posts_has_no_work_and_no_units(federation):
    give(federation.office)
    federation["admin"].posts.all().delete()
    for view in View:
        assert titles(view, federation["admin"]) == set()


def test_decisions_are_told_from_things_to_do(federation):
    give(federation.province, title="Duyệt kế hoạch", kind="test.approve", action="plans.approve")
    give(federation.province, title="Làm")
    mine = my_work(federation["chutich"], TODAY)
    assert sizes({"decide": decisions(mine), "do": doings(mine)}) == {"decide": 1, "do": 1}


def test_groups_follow_the_calendar_week_and_count_in_one_query(federation, django_assert_num_queries):
    for due in (TODAY - DAY, TODAY - 9 * DAY, TODAY, TODAY + 4 * DAY, TODAY + 5 * DAY, None):
        give(federation.office, due)
    mine = my_work(federation["chanhvp"], TODAY)
    with django_assert_num_queries(1):
        assert list(sizes(by_group(mine, TODAY)).values()) == [2, 2, 1, 1]
    with django_assert_num_queries(1):
        rows = first_rows(mine, TODAY)
    assert [item.due for item in rows[DueGroup.LATE]] == [TODAY - 9 * DAY, TODAY - DAY]
    assert [len(items) for items in rows.values()] == [2, 2, 1, 1]


def test_sizes_stop_counting_at_many(federation):
    for _ in range(7):
        give(federation.office)
    assert my_work(federation["chanhvp"], TODAY).size(most=5) == 6


def test_pages_follow_one_order_over_all_parts(federation):
    person = federation["chanhvp"]
    for n in range(6):
        give(federation.office, TODAY + n * DAY, title=str(n), user_id=person.pk if n % 2 else None)
    mine = my_work(person, TODAY)
    seen = [item.title for offset in (0, 2, 4) for item in mine.page(offset=offset, limit=2)]
    assert seen == ["0", "1", "2", "3", "4", "5"]


def test_a_row_says_whether_it_is_mine(federation):
    item = give(federation.organisation, action="tasks.assign")
    assert item in Mine.of(federation["truongban"], TODAY)
    assert item not in Mine.of(federation["chuyenvien"], TODAY)
