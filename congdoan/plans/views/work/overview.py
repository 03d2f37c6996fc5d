from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core import clock
from congdoan.core.web import signed_in
from congdoan.plans.queries.work.follow_up.counts import together
from congdoan.plans.queries.work.overview import plan_rows, running_plans

PER_PAGE = 20


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """All running plans that the person sees: how far each is, what is late, what is silent."""
    user, today = signed_in(request), clock.today()
    paginator = Paginator(running_plans(user), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    rows = plan_rows(list(page.object_list), user, today)
    context = {
        "page_obj": page,
        "page_numbers": paginator.get_elided_page_range(page.number),
        "rows": rows,
        "counts": together(row.counts for row in rows),
        "day": today,
    }
    return render(request, "plans/work/overview.html", context)
