"""Due days in a person's own calendar program, read from an address without signing in."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.organisation.models import Post
from congdoan.worklist.feed_links import feed_url
from congdoan.worklist.models import CalendarFeed
from congdoan.worklist.services.feeds import make_feed, revoke_feed
from tests.worklist.work import give
from tests.world import Federation


def events(client: Client, feed: CalendarFeed) -> list[tuple[str, date]]:
    answer = client.get(feed_url(feed))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    read = Calendar.from_ical(answer.content)
    return [(str(event["summary"]), event.decoded("dtstart")) for event in read.walk("VEVENT")]


def test_a_calendar_shows_the_due_days_of_ones_own_work_alone(client: Client, federation: Federation) -> None:
    give(federation.ba_tri, date(2023, 3, 22))
    give(federation.ba_tri, date(2023, 3, 10), title="Gửi báo cáo quý")
    give(federation.ba_tri, None, title="Việc không hạn")
    give(federation.office, date(2023, 3, 22), title="Việc của Văn phòng")
    feed = make_feed(by=federation["batri"])
    assert events(client, feed) == [
        ("Quá hạn: Gửi báo cáo quý", date(2023, 3, 10)),
        ("Rà soát thủ tục", date(2023, 3, 22)),
    ]


def test_a_unit_has_a_calendar_for_those_who_hold_a_post_there(client: Client, federation: Federation) -> None:
    give(federation.ba_tri, date(2023, 3, 22), user_id=federation["batri.cv"].pk)
    feed = make_feed(by=federation["batri"], unit_id=federation.ba_tri.pk)
    assert events(client, feed) == [("Rà soát thủ tục", date(2023, 3, 22))]
    with pytest.raises(NotFound, match="đang giữ chức vụ"):
        make_feed(by=federation["batri"], unit_id=federation.province.pk)


def test_a_program_that_asks_again_gets_nothing_new_when_nothing_changed(
    client: Client, federation: Federation
) -> None:
    give(federation.ba_tri, date(2023, 3, 22))
    url = feed_url(make_feed(by=federation["batri"]))
    seen = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": seen}).status_code == 304
    give(federation.ba_tri, date(2023, 3, 24))
    assert client.get(url, headers={"If-None-Match": seen}).status_code == 200


def test_an_address_is_dead_once_taken_back_or_its_person_locked_out_or_gone(
    client: Client, federation: Federation
) -> None:
    batri = federation["batri"]
    own, of_unit = make_feed(by=batri), make_feed(by=batri, unit_id=federation.ba_tri.pk)
    Post.objects.filter(user=batri).update(ends_on=date(2023, 3, 14))
    assert [client.get(feed_url(feed)).status_code for feed in (own, of_unit)] == [200, 404]
    Post.objects.filter(user=batri).update(ends_on=None)
    User.objects.filter(pk=batri.pk).update(is_active=False)
    assert [client.get(feed_url(feed)).status_code for feed in (own, of_unit)] == [404, 404]
    User.objects.filter(pk=batri.pk).update(is_active=True)
    revoke_feed(by=batri, feed_id=own.pk)
    assert [client.get(feed_url(feed)).status_code for feed in (own, of_unit)] == [404, 200]


def test_an_address_with_one_letter_changed_leads_nowhere(client: Client, federation: Federation) -> None:
    url = feed_url(make_feed(by=federation["batri"]))
    assert client.get(url.replace(".ics", "x.ics")).status_code == 404
    assert client.get("/viec/lich/1.ics").status_code == 404


def test_addresses_are_taken_and_given_back_on_a_page(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    assert "Lịch việc của tôi" in client.get("/viec/lich/").content.decode()
    client.post("/viec/lich/", {"unit": ""})
    client.post("/viec/lich/", {"unit": federation.ba_tri.pk})
    page = client.get("/viec/lich/").content.decode()
    for feed in CalendarFeed.objects.all():
        assert feed_url(feed) in page
    client.post(f"/viec/lich/{CalendarFeed.objects.get(unit=None).pk}/thu-hoi/")
    assert "Lịch việc của tôi" in client.get("/viec/lich/").content.decode()
    assert client.post("/viec/lich/999/thu-hoi/").status_code == 404


def test_a_new_address_after_taking_one_back_is_another_one(federation: Federation) -> None:
    first = make_feed(by=federation["batri"])
    assert make_feed(by=federation["batri"]) == first
    revoke_feed(by=federation["batri"], feed_id=first.pk)
    assert feed_url(make_feed(by=federation["batri"])) != feed_url(first)
