"""The desk's place in the navigation, with how many things there are to do."""

from django.http import HttpRequest

from congdoan.core import clock
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.web import signed_in
from congdoan.worklist.queries.piles import MANY, doings, my_work


def keep_open_count(request: HttpRequest, count: int) -> None:
    """The page has counted already: the navigation need not ask again."""
    request.META["desk.open_count"] = count


def open_count(request: HttpRequest) -> int:
    """How much open work the person has, asked once for each request."""
    if "desk.open_count" not in request.META:
        keep_open_count(request, min(doings(my_work(signed_in(request), clock.today())).size(), MANY))
    return int(request.META["desk.open_count"])


def register() -> None:
    entries.register(
        "desk",
        NavigationEntry(
            label="Bàn làm việc",
            icon="layout-list",
            url_name="desk:desk",
            order=0,
            short_label="Việc",
            on_phone=True,
            count=open_count,
        ),
    )
