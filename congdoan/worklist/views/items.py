"""The list of open work behind the first page, and the way to where an item is dealt with."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.web import signed_in
from congdoan.worklist.addressing import Mine
from congdoan.worklist.kinds import kinds
from congdoan.worklist.listing import Listing
from congdoan.worklist.queries.seen import item_seen

_COLUMNS = (
    Column("Việc", lambda item: item.title, width=60),
    Column("Nguồn", lambda item: item.source, width=40),
    Column("Đơn vị thực hiện", lambda item: item.unit_name, width=26),
    Column("Đơn vị giao", lambda item: item.giver_name, width=26),
    Column("Hạn", lambda item: item.due, Kind.DATE, width=12),
    Column("Giao ngày", lambda item: item.opened_on, Kind.DATE, width=12),
)


@require_GET
def item_list(request: HttpRequest) -> HttpResponseBase:
    listing = Listing.asked(signed_in(request), request.GET, clock.today())
    exported = export_if_asked(
        request,
        name=listing.view.label,
        columns=_COLUMNS,
        rows=listing.all_rows(),
        title=listing.view.label,
        filter_text=listing.filter_text,
    )
    return exported or render(request, "worklist/list.html", {"listing": listing})


@require_GET
def open_item(request: HttpRequest, item_id: int) -> HttpResponseBase:
    """Go to the page where the item is dealt with, which asks for the right itself."""
    user = signed_in(request)
    item = item_seen(user, item_id)
    kind = kinds.get(item.kind) if item else None
    if item is None or kind is None:
        raise NotFound("Việc này không còn trang xử lý.")
    return redirect(kind.url_for(item.object_id, mine=item in Mine.of(user, clock.today())))
