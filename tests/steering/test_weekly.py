"""The weekly mail to leaders, with the picture in it."""

from datetime import date, timedelta

import pytest

from congdoan.plans.models import Plan
from congdoan.steering.models import WeeklyMail
from congdoan.steering.services.weekly import WEEKLY, write_weekly
from congdoan.worklist.mailing.message import message_of
from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.choices import save_choice, stop_mails
from tests.world import Federation

MONDAY = date(2023, 3, 20)


def receivers() -> set[str]:
    return set(OutgoingMail.objects.values_list("user__username", flat=True))


def test_leaders_whose_units_have_work_get_it_once_a_week(federation: Federation, plan: Plan) -> None:
    assert write_weekly(on=MONDAY) == 3
    assert receivers() == {"chutich", "batri", "cholach"}
    assert write_weekly(on=MONDAY) == 0
    assert write_weekly(on=MONDAY + timedelta(days=7)) == 3


@pytest.mark.parametrize("day", [date(2023, 3, 21), date(2023, 3, 19), date(2023, 3, 18)])
def test_it_is_written_on_the_first_working_day_of_the_week(federation: Federation, plan: Plan, day: date) -> None:
    assert write_weekly(on=day) == 0


def test_after_a_holiday_on_monday_it_comes_on_the_next_working_day(federation: Federation, plan: Plan) -> None:
    assert write_weekly(on=date(2023, 9, 4)) == 0
    assert write_weekly(on=date(2023, 9, 5)) == 3


def test_the_picture_is_in_the_mail(federation: Federation, plan: Plan) -> None:
    write_weekly(on=MONDAY)
    sent = message_of(OutgoingMail.objects.get(user__username="chutich"))
    assert sent.subject == "Điều hành, tuần từ 20/03/2023: 1/3 phần việc xong, 1 quá hạn"
    assert "LĐLĐ huyện Chợ Lách: 1 việc, từ 01/03/2023" in sent.body and "thoi-nhan-thu" in sent.body
    assert 'src="cid:tien-do"' in sent.alternatives[0][0]
    message = sent.message()
    assert message.get_content_type() == "multipart/related"
    (picture,) = [part for part in message.walk() if part.get_content_type() == "image/png"]
    assert picture["Content-ID"] == "<tien-do>" and picture.get_payload(decode=True).startswith(b"\x89PNG")
    assert "List-Unsubscribe" in message


def test_who_stopped_mails_or_does_not_want_this_one_gets_none(federation: Federation, plan: Plan) -> None:
    stop_mails(user_id=federation["batri"].pk)
    save_choice(user=federation["cholach"], digest="daily", mail_now=False, days_before=3, muted_kinds=[WEEKLY])
    write_weekly(on=MONDAY)
    assert receivers() == {"chutich"}


def test_nobody_is_written_to_about_nothing(federation: Federation) -> None:
    assert write_weekly(on=MONDAY) == 0


def test_old_pictures_go_and_their_mails_stay(federation: Federation, plan: Plan) -> None:
    write_weekly(on=MONDAY)
    write_weekly(on=MONDAY + timedelta(days=70))
    assert set(WeeklyMail.objects.values_list("week", flat=True)) == {MONDAY + timedelta(days=70)}
    assert OutgoingMail.objects.count() == 6
