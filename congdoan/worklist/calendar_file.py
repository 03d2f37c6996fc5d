"""Due days as a calendar (RFC 5545): one whole day for each piece of work."""

from collections.abc import Iterable
from datetime import date, timedelta

from icalendar import Calendar, Event

from congdoan.worklist.models import WorkItem
from congdoan.worklist.unsubscribing import absolute


def calendar_of(name: str, items: Iterable[WorkItem], on: date) -> bytes:
    """The file that a calendar program reads; what is past its day says so."""
    calendar = Calendar()
    calendar.add("prodid", "-//congdoan//Cong doan so//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("x-published-ttl", "PT1H")
    for item in items:
        calendar.add_component(_event(item, on))
    return bytes(calendar.to_ical())


def _event(item: WorkItem, on: date) -> Event:
    assert item.due is not None
    event = Event()
    event.add("uid", f"viec-{item.pk}@congdoan")
    event.add("dtstamp", item.created_at)
    event.add("dtstart", item.due)
    event.add("dtend", item.due + timedelta(days=1))
    event.add("summary", f"Quá hạn: {item.title}" if item.due < on else item.title)
    event.add("description", item.source)
    event.add("url", absolute(f"/viec/{item.pk}/"))
    event.add("transp", "TRANSPARENT")
    return event
