"""Dữ liệu của tôi: what is held about me, who looked, what I asked for."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from congdoan.accounts.held import sources_in_order
from congdoan.core import clock
from congdoan.core.exports.mark import mark_of
from congdoan.core.exports.names import file_name
from congdoan.core.exports.xlsx import xlsx_response
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.paging import NewestPages
from congdoan.core.web import signed_in
from congdoan.privacy.exports import HELD, held_as_json, held_lines
from congdoan.privacy.forms import CorrectionForm, ErasureForm
from congdoan.privacy.models import Datum, Kind
from congdoan.privacy.queries.looks import looks_at, looks_of
from congdoan.privacy.queries.requests import own_requests
from congdoan.privacy.rules import days_for
from congdoan.privacy.services.ask import ask_correction, ask_erasure

_LOOKS_ON_PAGE, _MOST_SHOWN = 20, 2_000
_LINES_SHOWN = 6
_FILE = "Du-lieu-cua-toi"


def mine(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    page = NewestPages(looks_at(user), _LOOKS_ON_PAGE, most=_MOST_SHOWN).get_page(request.GET.get("page"))
    held = [(source, list(source.lines(user))) for source in sources_in_order()]
    context = {
        "held": [(source, lines[:_LINES_SHOWN], max(0, len(lines) - _LINES_SHOWN)) for source, lines in held if lines],
        "page_obj": page,
        "looks": looks_of(page.object_list),
        "requests": list(own_requests(user)[:_LOOKS_ON_PAGE]),
    }
    return render(request, "privacy/mine.html", context)


def download(request: HttpRequest) -> HttpResponseBase:
    """Everything that is held about the person who asks: a sheet, or JSON for programs."""
    user, mark = signed_in(request), mark_of(request)
    if request.GET.get("dang") == "json":
        answer = JsonResponse(held_as_json(user, mark), json_dumps_params={"ensure_ascii": False, "indent": 2})
        answer["Content-Disposition"] = f'attachment; filename="{file_name(_FILE, clock.today(), "json")}"'
        return answer
    rows = held_lines(user)
    return xlsx_response(_FILE, HELD, rows, title="Dữ liệu của tôi", filter_text="", mark=mark, on=clock.today())


def ask_to_correct(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = CorrectionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        file = said["evidence"]
        asked = answered(
            form,
            lambda: ask_correction(
                by=user,
                datum=Datum(said["datum"]),
                wrong=said["wrong"],
                right=said["right"],
                reason=said["reason"],
                evidence=(file.name, file) if file else None,
            ),
        )
        if asked:
            return redirect("privacy:request", asked.pk)
    return _form(request, form, Kind.CORRECTION, "privacy/ask_correction.html")


def ask_to_erase(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = answered(form, lambda: ask_erasure(by=user, reason=form.cleaned_data["reason"]))
        if asked:
            return redirect("privacy:request", asked.pk)
    return _form(request, form, Kind.ERASURE, "privacy/ask_erasure.html")


def _form(request: HttpRequest, form: CorrectionForm | ErasureForm, kind: Kind, template: str) -> HttpResponse:
    answer_due, carry_out_due = days_for(kind, clock.today())
    sources = sources_in_order()
    context = {
        "form": form,
        "answer_due": answer_due,
        "carry_out_due": carry_out_due,
        "gone": [source for source in sources if source.erase],
        "stays": [source for source in sources if source.stays],
    }
    return render(request, template, context, status=status_of(form))
