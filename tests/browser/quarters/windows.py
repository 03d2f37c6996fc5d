"""Everybody of the story signed in at a window of their own, that stays open from one quarter to the next."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Final

from django.test import Client

from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person

SIZES: Final = {
    "chutich": DESK,
    "chanhvp": DESK,
    "ubkt": DESK,
    "batri": DESK,
    "batri.cv": DESK,
    "giaoduc": DESK,
    "cholach": PHONE,
    "coso": PHONE,
}


@contextmanager
def windows(office: Office) -> Iterator[Mapping[str, Person]]:
    """By user name. They sign in beside the story: how that is done is played elsewhere."""
    sessions = aside(lambda: {name: _session(office, name) for name in SIZES})
    with ExitStack() as open_ones:
        yield {
            name: open_ones.enter_context(office.visitor(name, size, session=sessions[name]))
            for name, size in SIZES.items()
        }


def begins(person: Person, verb: str, title: str = "") -> None:
    """The row of the desk that has the title is opened by its button."""
    person.go("/")
    row = person.page.locator("[data-row], .cd-item").filter(has_text=title)
    row.get_by_role("link", name=verb).locator("visible=true").first.click()


def _session(office: Office, username: str) -> str:
    client = Client()
    client.force_login(office.federation[username])
    return client.cookies["sessionid"].value
