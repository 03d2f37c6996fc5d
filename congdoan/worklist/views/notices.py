"""What I have been told: the list, the count in the top bar, opening and marking as read."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.web import signed_in
from congdoan.worklist.queries.notices import notices_of, unread_count, unread_words
from congdoan.worklist.services import notices as services

_PAGE = 30


@require_GET
def notice_list(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    unread = request.GET.get("xem") == "chua-doc"
    paginator = Paginator(notices_of(user, unread=unread), _PAGE)
    page = paginator.get_page(request.GET.get("page"))
    numbers = paginator.get_elided_page_range(page.number)
    context = {"page_obj": page, "page_numbers": numbers, "unread": unread, "unread_count": unread_count(user)}
    return render(request, "worklist/notices.html", context)


@require_GET
def notice_count(request: HttpRequest) -> HttpResponse:
    """The bare number for the top bar, and for a phone's menu, while somebody stays on a page."""
    words = unread_words(unread_count(signed_in(request)))
    return HttpResponse(f'{words}<i hx-swap-oob="innerHTML:.cd-notices-elsewhere">{words}</i>')


@require_GET
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Go where the notice leads; it counts as read."""
    notice = services.mark_read(signed_in(request), notice_id)
    if notice is None:
        raise NotFound("Không có thông báo này.")
    return redirect(notice.url)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    services.mark_all_read(signed_in(request))
    return redirect("worklist:notices")
