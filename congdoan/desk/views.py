"""The first page and the search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.web import signed_in
from congdoan.desk.navigation import keep_open_count
from congdoan.desk.page import VIEWS, Desk
from congdoan.desk.search import IN_ONE_GROUP, ON_PAGE, SHORTEST, SUGGESTED, search
from congdoan.organisation.current import current_unit
from congdoan.organisation.models import Unit
from congdoan.worklist.addressing import units_of
from congdoan.worklist.queries.piles import MANY
from congdoan.worklist.queries.selections import View

_PARTS = ("viec", "duyet", "so-lieu")
"""The tabs of the desk on a phone."""


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    user, today = signed_in(request), clock.today()
    asked = request.GET.get("xem", "")
    view = View(asked) if asked in VIEWS else View.MINE
    part = request.GET.get("phan", "")
    page = Desk(user, _unit(request, user), view, today)
    keep_open_count(request, min(page.sizes[View.MINE], MANY))
    context = {
        "desk": page,
        "part": part if part in _PARTS else _PARTS[0],
        "phone_title": f"{page.weekday}, {today:%d/%m}",
        "phone_subtitle": f"{user}, {page.unit}" if page.unit else str(user),
    }
    return render(request, "desk/desk.html", context)


def _unit(request: HttpRequest, user: User) -> Unit | None:
    """The unit of the post chosen in the top bar, when the person works there; else where they mainly work."""
    units, chosen = units_of(user), current_unit(request)
    return chosen if chosen in units else next(iter(units), None)


@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    words, only = request.GET.get("q", "").strip(), request.GET.get("nhom", "")
    groups = search(signed_in(request), words, limit=IN_ONE_GROUP if only else ON_PAGE, only=only)
    context = {"search_words": words, "groups": groups, "only": only, "is_short": len(words) < SHORTEST}
    return render(request, "desk/search.html", context)


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """The first results of each package, for the list under the search field."""
    words = request.GET.get("q", "").strip()
    groups = search(signed_in(request), words, limit=SUGGESTED)
    return render(request, "desk/_suggestions.html", {"search_words": words, "groups": groups})
