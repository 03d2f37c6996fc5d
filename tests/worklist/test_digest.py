"""The digest mail: each person's own work, once a day or once a week."""

from datetime import date, timedelta

from django.core import mail

from congdoan.worklist.models import OutgoingMail
from congdoan.worklist.services.choices import stop_mails
from congdoan.worklist.services.digest import write_digests
from congdoan.worklist.services.outbox import send_waiting
from tests.worklist.test_notices import choose
from tests.worklist.work import give

WEDNESDAY = date(2023, 3, 15)
DAY = timedelta(days=1)


def receivers():
    return set(OutgoingMail.objects.values_list("user__username", flat=True))


def test_a_digest_says_what_is_late_and_what_is_near(federation):
    give(federation.ba_tri, WEDNESDAY - 2 * DAY, title="Trễ rồi", action="tasks.assign")
    give(federation.ba_tri, WEDNESDAY + 2 * DAY, title="Gần <hạn>", action="tasks.assign")
    give(federation.ba_tri, WEDNESDAY + 30 * DAY, title="Còn lâu", action="tasks.assign")
    assert write_digests(on=WEDNESDAY) == 1
    send_waiting()
    sent = mail.outbox[0]
    assert sent.subject == "15/03/2023: 1 việc quá hạn, 1 việc đến hạn trong 7 ngày tới"
    assert "QUÁ HẠN 13/03/2023  Trễ rồi" in sent.body and "Gần <hạn>" in sent.body and "Còn lâu" not in sent.body
    assert "Gần &lt;hạn&gt;" in sent.alternatives[0][0]


def test_a_digest_is_written_once_a_day(federation):
    give(federation.ba_tri, WEDNESDAY)
    assert write_digests(on=WEDNESDAY) == 2
    assert write_digests(on=WEDNESDAY) == 0
    assert write_digests(on=WEDNESDAY + DAY) == 2


def test_weekly_digests_come_on_the_first_working_day_of_the_week(federation):
    choose(federation["batri"], digest="weekly")
    give(federation.ba_tri, WEDNESDAY, action="tasks.assign")
    assert write_digests(on=WEDNESDAY) == 0
    assert write_digests(on=date(2023, 3, 20)) == 1


def test_who_wants_no_digest_or_has_nothing_near_gets_none(federation):
    stop_mails(user_id=federation["batri"].pk)
    give(federation.ba_tri, WEDNESDAY)
    give(federation.cho_lach, WEDNESDAY + 60 * DAY)
    write_digests(on=WEDNESDAY)
    assert receivers() == {"batri.cv"}


def test_no_digest_on_days_off(federation):
    give(federation.ba_tri, WEDNESDAY)
    assert write_digests(on=date(2023, 3, 18)) == 0


def test_a_digest_shows_ten_and_says_how_many_more(federation):
    for n in range(14):
        give(federation.an_thuy, WEDNESDAY, object_id=n)
    write_digests(on=WEDNESDAY)
    assert "Còn 4 việc nữa" in OutgoingMail.objects.get().text


def test_writing_for_everybody_takes_a_fixed_number_of_queries(federation, django_assert_max_num_queries):
    for unit in (federation.office, federation.ba_tri, federation.cho_lach, federation.education, federation.an_thuy):
        give(unit, WEDNESDAY)
    with django_assert_max_num_queries(10):
        assert write_digests(on=WEDNESDAY) == 7
