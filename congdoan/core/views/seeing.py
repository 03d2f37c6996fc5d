"""Hệ thống: the state of the installation with its slow pages, and the errors that were kept."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core.access import require_use
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.models.seeing import Failure
from congdoan.core.seeing.failures import failures
from congdoan.core.seeing.slow import slowest_pages
from congdoan.core.seeing.state import state_now
from congdoan.core.seeing.words import lines_of

ACTION = "settings.manage"


def state_page(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    context = {"lines": lines_of(state_now()), "pages": slowest_pages()}
    return render(request, "core/state.html", context)


def failure_list(request: HttpRequest) -> HttpResponse:
    """Errors that were kept; `?so=` is the number that a person was shown."""
    require_use(request, ACTION)
    number = request.GET.get("so", "")
    page = Paginator(failures(number).defer("places"), 50).get_page(request.GET.get("page"))
    return render(request, "core/failures.html", {"page_obj": page, "number": number.strip()})


def failure_page(request: HttpRequest, failure_id: int) -> HttpResponse:
    require_use(request, ACTION)
    kept = find(Failure.objects, failure_id)
    if kept is None:
        raise NotFound("Không có lỗi này, hoặc đã quá cũ nên không còn giữ.")
    return render(request, "core/failure.html", {"failure": kept})
