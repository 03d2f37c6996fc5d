from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.core.web import whole_number
from congdoan.plans.views.work.follow_up_filter import Choice
from congdoan.steering.queries.compare import FEW, compare
from congdoan.steering.queries.scope import steered_by
from congdoan.steering.views.shared import address, common


@require_GET
def compare_page(request: HttpRequest) -> HttpResponse:
    """Units of one kind and size side by side, with the quartiles of their group."""
    steered = steered_by(request)
    asked = request.GET.get("nhom", "")
    page = min(whole_number(request.GET.get("trang")) or 1, 1_000_000)
    found = compare(steered, code=asked, page=page)
    group = found.group
    rows = [
        (unit, unit.place(group), address(steered, "parts", don_vi=str(unit.unit_id), rieng="1"))
        for unit in found.units
        if group
    ]
    context = {
        **common(steered, "compare"),
        "found": found,
        "group": group,
        "groups": [Choice(one.code, f"{one.words} ({one.units})", one == group) for one in found.groups],
        "rows": rows,
        "few": FEW,
        "page_url": address(steered, "compare", nhom=group.code if group else ""),
    }
    return render(request, "steering/compare.html", context)
