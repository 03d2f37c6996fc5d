"""Reminders count working days, come once, and ask the database the same number of questions for any amount of work."""

from datetime import date, timedelta

import pytest

from congdoan.core.models import WorkdayException
from congdoan.worklist import notice_kinds
from congdoan.worklist.models import Notice, WorkItem
from congdoan.worklist.services.reminders import remind
from tests.worklist.test_notices import choose
from tests.worklist.work import give
from tests.world import make_post

WEDNESDAY = date(2023, 3, 15)
DAY = timedelta(days=1)


def heard(user, kind):
    return [notice.text for notice in Notice.objects.filter(user=user, kind=kind).order_by("pk")]


@pytest.mark.parametrize(
    ("due", "kind"),
    [
        (date(2023, 3, 16), notice_kinds.SOON),  # Thursday
        (date(2023, 3, 20), notice_kinds.SOON),  # Monday, the third working day
        (date(2023, 3, 21), None),
        (date(2023, 3, 15), notice_kinds.DUE),
        (date(2023, 3, 14), notice_kinds.LATE),
        (date(2023, 3, 1), notice_kinds.LATE),
    ],
)
def test_a_person_is_told_before_on_and_after_the_due_day(federation, due, kind):
    give(federation.office, due)
    remind(on=WEDNESDAY)
    assert set(Notice.objects.filter(user=federation["chanhvp"]).values_list("kind", flat=True)) == ({kind} - {None})


def test_asking_twice_tells_once(federation):
    give(federation.office, WEDNESDAY)
    assert remind(on=WEDNESDAY) == 2
    assert remind(on=WEDNESDAY) == 0


def test_a_near_item_is_announced_once_however_many_days_pass(federation):
    give(federation.office, date(2023, 3, 20))
    for offset in range(3):
        remind(on=WEDNESDAY + offset * DAY)
    assert len(heard(federation["chanhvp"], notice_kinds.SOON)) == 1


def test_a_day_on_which_nothing_ran_is_made_up_for(federation):
    give(federation.office, date(2023, 3, 16))
    remind(on=date(2023, 3, 15))
    remind(on=date(2023, 3, 20))  # nothing ran on Thursday and Friday
    assert len(heard(federation["chanhvp"], notice_kinds.LATE)) == 1


def test_late_work_is_recalled_after_1_and_3_working_days_and_then_each_week(federation):
    give(federation.office, date(2023, 3, 3))  # Friday
    told = {}
    for offset in range(28):
        day = date(2023, 3, 4) + offset * DAY
        before = len(heard(federation["chanhvp"], notice_kinds.LATE))
        remind(on=day)
        if len(heard(federation["chanhvp"], notice_kinds.LATE)) > before:
            told[day] = True
    assert list(told) == [
        date(2023, 3, 6),  # 1 working day late
        date(2023, 3, 8),  # 3
        date(2023, 3, 15),  # 8, then on the first working day of each week
        date(2023, 3, 20),
        date(2023, 3, 27),
    ]


def test_nobody_is_reminded_on_a_day_off(federation):
    WorkdayException.objects.create(day=WEDNESDAY, is_worked=False, name="Nghỉ")
    give(federation.office, WEDNESDAY)
    assert remind(on=WEDNESDAY) == 0
    assert remind(on=date(2023, 3, 18)) == 0  # Saturday


def test_work_due_on_a_day_off_is_called_due_on_the_working_day_before(federation):
    give(federation.office, date(2023, 3, 18))  # Saturday
    remind(on=date(2023, 3, 17))
    assert heard(federation["chanhvp"], notice_kinds.DUE) == ["Đến hạn 18/03/2023: Rà soát thủ tục"]


def test_holidays_count_as_days_off(federation):
    for day in (date(2023, 3, 16), date(2023, 3, 17)):
        WorkdayException.objects.create(day=day, is_worked=False, name="Nghỉ")
    give(federation.office, date(2023, 3, 22))  # Wednesday: the third working day after the holidays
    remind(on=WEDNESDAY)
    assert len(heard(federation["chanhvp"], notice_kinds.SOON)) == 1


def test_each_person_is_told_as_far_ahead_as_they_like(federation):
    choose(federation["truongban"], days_before=10)
    choose(federation["chuyenvien"], days_before=0)
    give(federation.organisation, date(2023, 3, 29))
    give(federation.organisation, date(2023, 3, 16), title="Gần")
    remind(on=WEDNESDAY)
    assert len(heard(federation["truongban"], notice_kinds.SOON)) == 2
    assert heard(federation["chuyenvien"], notice_kinds.SOON) == []


def test_work_by_name_reminds_that_person_only(federation):
    give(federation.organisation, WEDNESDAY, user_id=federation["chuyenvien"].pk)
    remind(on=WEDNESDAY)
    assert set(Notice.objects.values_list("user__username", flat=True)) == {"chuyenvien"}


def test_work_of_the_organ_reminds_the_clerk_in_the_office(federation):
    give(federation.province, WEDNESDAY, action="plans.issue")
    remind(on=WEDNESDAY)
    assert set(Notice.objects.values_list("user__username", flat=True)) == {"chutich", "vanthu"}


def test_closed_work_and_past_posts_remind_nobody(federation):
    give(federation.office, WEDNESDAY)
    WorkItem.objects.update(state="done")
    give(federation.finance, WEDNESDAY)
    make_post(federation["batri.cv"], federation.finance, "specialist", ends_on=WEDNESDAY - DAY)
    assert remind(on=WEDNESDAY) == 0


def test_the_giving_units_leader_hears_of_5_working_days_late_once_for_all_units(federation):
    for unit in (federation.ba_tri, federation.cho_lach):
        give(unit, date(2023, 3, 8), given_by_unit_id=federation.province.pk)
    remind(on=date(2023, 3, 14))
    assert heard(federation["chutich"], notice_kinds.ESCALATED) == []
    remind(on=WEDNESDAY)
    remind(on=WEDNESDAY + DAY)
    assert heard(federation["chutich"], notice_kinds.ESCALATED) == [
        "Quá hạn 5 ngày làm việc: Rà soát thủ tục (2 đơn vị)"
    ]


def test_one_late_unit_is_named_to_the_leader(federation):
    item = give(federation.ba_tri, date(2023, 3, 8), given_by_unit_id=federation.province.pk)
    remind(on=WEDNESDAY)
    notice = Notice.objects.get(user=federation["chutich"])
    assert "(LĐLĐ huyện Ba Tri)" in notice.text
    assert notice.url == f"/viec/{item.pk}/"


def test_a_percent_sign_in_a_title_is_only_text(federation):
    give(federation.office, WEDNESDAY, title="Đạt 80% %s chỉ tiêu")
    remind(on=WEDNESDAY)
    assert heard(federation["chanhvp"], notice_kinds.DUE) == ["Đến hạn 15/03/2023: Đạt 80% %s chỉ tiêu"]


def test_a_hundred_times_the_work_asks_no_more_questions(federation, django_assert_max_num_queries):
    for n in range(100):
        give(federation.office, WEDNESDAY - n * DAY, given_by_unit_id=federation.province.pk, object_id=n)
    with django_assert_max_num_queries(20):
        remind(on=WEDNESDAY)
    assert Notice.objects.filter(user=federation["chanhvp"]).count() == 100
