"""Work in a person's own calendar program: the page with the addresses, and what is read from them."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.worklist.calendar_file import calendar_of
from congdoan.worklist.feed_links import feed_id_of, feed_url
from congdoan.worklist.forms import FeedForm
from congdoan.worklist.models import CalendarFeed
from congdoan.worklist.queries.feeds import dated_work, feed_in_force, feeds_of, units_of
from congdoan.worklist.services.feeds import make_feed, revoke_feed


@require_http_methods(["GET", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = FeedForm(request.POST or None)
    if form.is_valid() and _made(user, form):
        return redirect("worklist:feeds")
    held = feeds_of(user)
    with_feed = {feed.unit_id for feed in held}
    context = {
        "feeds": [(feed, feed_url(feed)) for feed in held],
        "own_is_missing": None not in with_feed,
        "units": [unit for unit in units_of(user) if unit.pk not in with_feed],
    }
    return render(request, "worklist/feeds.html", context, status=status_of(form))


def _made(user: User, form: FeedForm) -> CalendarFeed | None:
    return answered(form, lambda: make_feed(by=user, unit_id=form.cleaned_data["unit"]))


@require_POST
def revoke(request: HttpRequest, feed_id: int) -> HttpResponse:
    revoke_feed(by=signed_in(request), feed_id=feed_id)
    messages.success(request, "Đã thu hồi địa chỉ lịch. Máy nào còn dùng địa chỉ đó sẽ không đọc được nữa.")
    return redirect("worklist:feeds")


@login_not_required
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program reads. Not changed since it last asked: 304 and nothing more."""
    found = feed_in_force(feed_id_of(token))
    if found is None:
        raise NotFound("Địa chỉ lịch không đúng hoặc đã được thu hồi.")
    content = calendar_of(str(found), dated_work(found, clock.today()), clock.today())
    etag = quote_etag(sha256(content).hexdigest())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"], response["Cache-Control"] = etag, "private, max-age=900"
    return get_conditional_response(request, etag=etag, response=response) or response
