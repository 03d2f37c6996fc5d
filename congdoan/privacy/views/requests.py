"""The requests that somebody decides on, and the page of one."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.accounts.held import sources_in_order
from congdoan.core import clock
from congdoan.core.errors import NotAllowed, NotFound
from congdoan.core.exports.names import file_name
from congdoan.core.files.serve import file_response
from congdoan.core.printing.pdf import to_pdf
from congdoan.core.record_access import What, note_access
from congdoan.core.ui.asking import again, answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.personal import KIND
from congdoan.organisation.rights import require_anywhere
from congdoan.privacy.exports import request_paper
from congdoan.privacy.forms import AnswerForm
from congdoan.privacy.models import DataRequest, Datum
from congdoan.privacy.models import Kind as RequestKind
from congdoan.privacy.queries.deciders import ACTION
from congdoan.privacy.queries.requests import request_for, requests_to_decide
from congdoan.privacy.services import ask, decide

_ON_PAGE = 50


def listing(request: HttpRequest) -> HttpResponse:
    """Those that wait, or all of them."""
    user = signed_in(request)
    require_anywhere(user, ACTION)
    everything = "ca" in request.GET
    found = requests_to_decide(user, only_open=not everything)
    page = Paginator(found, _ON_PAGE).get_page(request.GET.get("page"))
    return render(request, "privacy/requests.html", {"page_obj": page, "everything": everything})


@require_GET
def request_page(request: HttpRequest, request_id: int) -> HttpResponse:
    found = request_for(signed_in(request), request_id)
    note_access(request, KIND, record=found.person_id)
    return _page(request, found, AnswerForm())


@require_POST
def accept_request(request: HttpRequest, request_id: int) -> HttpResponse:
    return _answer(request, request_id, decide.accept, "Đã chấp nhận yêu cầu.")


@require_POST
def complete_request(request: HttpRequest, request_id: int) -> HttpResponse:
    return _answer(request, request_id, decide.complete, "Đã ghi là thực hiện xong.")


@require_POST
def refuse_request(request: HttpRequest, request_id: int) -> HttpResponse:
    return _answer(request, request_id, decide.refuse, "Đã từ chối yêu cầu; người yêu cầu được báo lý do.")


@require_POST
def withdraw_request(request: HttpRequest, request_id: int) -> HttpResponse:
    user = signed_in(request)
    ask.withdraw(by=user, request_id=request_for(user, request_id).pk)
    messages.success(request, "Đã rút yêu cầu.")
    return redirect("privacy:request", request_id)


@require_GET
def paper(request: HttpRequest, request_id: int) -> HttpResponse:
    """The record of the request, to be printed and kept."""
    found = request_for(signed_in(request), request_id)
    note_access(request, KIND, record=found.person_id, what=What.PRINT)
    response = HttpResponse(to_pdf(request_paper(found)), content_type="application/pdf")
    name = file_name(f"Phieu-yeu-cau-{found.pk}", clock.today(), "pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def evidence(request: HttpRequest, request_id: int) -> HttpResponseBase:
    found = request_for(signed_in(request), request_id)
    if found.evidence is None:
        raise NotFound("Yêu cầu này không có giấy tờ kèm theo.")
    note_access(request, KIND, record=found.person_id)
    return file_response(found.evidence, inline="xem" in request.GET)


def _answer(request: HttpRequest, request_id: int, do: Callable[..., DataRequest], said: str) -> HttpResponse:
    user = signed_in(request)
    found = request_for(user, request_id)
    form = AnswerForm(request.POST)
    done = None
    if form.is_valid():
        done = answered(form, lambda: do(by=user, request_id=found.pk, **form.cleaned_data))
    if done is not None:
        messages.success(request, said)
        return redirect("privacy:request", request_id)
    found.refresh_from_db()
    if found.is_open:
        return _page(request, found, form)
    back = reverse("privacy:request", args=[request_id])
    return again(request, form, title=str(found), verb="Gửi", back=back, back_label=str(found))


def _page(request: HttpRequest, found: DataRequest, form: AnswerForm) -> HttpResponse:
    user = signed_in(request)
    sources = sources_in_order() if found.kind == RequestKind.ERASURE else []
    context = {
        "asked": found,
        "form": form,
        "is_own": found.person_id == user.pk,
        "may_decide": _may_decide(request, found),
        "by_hand": found.datum == Datum.OTHER,
        "current": getattr(found.person, found.datum, "") if found.datum else "",
        "gone": [source for source in sources if source.erase],
        "stays": [source for source in sources if source.stays],
    }
    return render(request, "privacy/request.html", context, status=status_of(form))


def _may_decide(request: HttpRequest, found: DataRequest) -> bool:
    try:
        decide.require_to_decide(signed_in(request), found)
    except NotAllowed:
        return False
    return found.is_open
