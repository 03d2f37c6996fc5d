"""Each unit's part of a plan as a file: at once where there are few, by the worker where there are very many."""

from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.exports import large
from congdoan.core.exports.asked import PARAMETER, export_if_asked
from congdoan.core.exports.jobs import start_sheet
from congdoan.core.seeing.requests import number_of
from congdoan.core.web import signed_in
from congdoan.plans.exports.parts import PART_COLUMNS, part_rows
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.views.work import follow_up_filter as asked

PARTS: Final = "plans.parts"


def register() -> None:
    large.large_sheets.register(PARTS, parts_sheet)


def parts_sheet(user: User, plan_id: int, query: QueryDict) -> large.Sheet:
    """Raises NotFound when the plan, or the unit of the filter, is not the person's to see."""
    return _sheet(asked.follow_up_of(user, plan_id, query))


def parts_file(request: HttpRequest, follow_up: FollowUp) -> HttpResponseBase | None:
    """Each unit's part on a line of its own, when a file of them is asked for; too many lead to the page below."""
    if request.GET.get("tung") != "phan-viec" or PARAMETER not in request.GET:
        return None
    sheet = _sheet(follow_up)
    if request.GET[PARAMETER] == "xlsx" and sheet.rows.count() > large.AT_ONCE:
        return redirect(f"{reverse('plans:large-sheet', args=[follow_up.plan.pk])}?{asked.address(follow_up)}")
    return export_if_asked(
        request,
        name=sheet.name,
        columns=sheet.columns,
        rows=sheet.rows,
        title=sheet.title,
        filter_text=sheet.filter_text,
    )


def large_sheet(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Says how much it is; a press has the worker make it."""
    user = signed_in(request)
    follow_up = asked.follow_up_of(user, plan_id, request.GET)
    query = asked.address(follow_up)
    if request.method == "POST":
        wanted = large.Asked(PARTS, plan_id, query)
        return redirect("core:job", start_sheet(by=user, asked=wanted, request=number_of(request)).pk)
    context = {
        "plan": follow_up.plan,
        "rows": part_rows(follow_up).count(),
        "filter_words": asked.in_words(follow_up),
        "query": query,
        "made": large.own_sheets(user, PARTS, plan_id),
    }
    return render(request, "plans/work/large_sheet.html", context)


def _sheet(follow_up: FollowUp) -> large.Sheet:
    return large.Sheet(
        name="Phần việc",
        title=follow_up.plan.subject,
        columns=PART_COLUMNS,
        rows=part_rows(follow_up),
        filter_text=asked.in_words(follow_up),
    )
