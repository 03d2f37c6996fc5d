from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.ui.paging import NearestPage
from congdoan.steering.forecast.likeness import LEAST
from congdoan.steering.queries.scope import steered_by
from congdoan.steering.queries.still import moved_often, repeated_evidence, still_parts
from congdoan.steering.queries.waiting import listed
from congdoan.steering.views.shared import common

PER_PAGE = 30


@require_GET
def still_page(request: HttpRequest) -> HttpResponse:
    """What is stuck, each with the reason why it is called so."""
    steered = steered_by(request)
    still = still_parts(steered)
    paginator = NearestPage(still.found, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    waiting, waiting_count = listed(steered)
    context = {
        **common(steered, "still"),
        "page_obj": page,
        "page_numbers": paginator.get_elided_page_range(page.number),
        "stills": still.of(list(page.object_list)),
        "without_basis": still.without_basis,
        "waiting": waiting,
        "waiting_count": waiting_count,
        "least": LEAST,
        "repeated": repeated_evidence(steered),
        "moved": moved_often(steered),
    }
    return render(request, "steering/still.html", context)
