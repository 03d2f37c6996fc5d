"""Answers for everybody: the list, one of them, those offered while somebody asks; publishing and withdrawing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.finding import find
from congdoan.core.ui.asking import again, answered, status_of
from congdoan.core.web import signed_in
from congdoan.documents.queries.store import papers_seen_by
from congdoan.organisation.rights import may, require
from congdoan.plans.forms_answers import PublishForm
from congdoan.plans.models import ObstacleState, SharedAnswer
from congdoan.plans.queries.answers.published import answer_list, answers_for, answers_to
from congdoan.plans.queries.answers.waiting import ABOUT, obstacles_seen
from congdoan.plans.services.answers.publish import publish_answer, withdraw_answer
from congdoan.plans.views.work.words_form import WordsForm

_ON_PAGE = 30
_COLUMNS = (
    Column("Câu hỏi", lambda row: row.question, width=60),
    Column("Trả lời", lambda row: row.answer, width=80),
    Column("Đơn vị trả lời", lambda row: str(row.unit), width=30),
    Column("Ngày đăng", lambda row: row.published_on, Kind.DATE, 12),
)


@require_GET
def listing(request: HttpRequest) -> HttpResponseBase:
    user, words = signed_in(request), request.GET.get("q", "").strip()[:200]
    found = answer_list(user, words=words)
    filter_text = f"Có “{words}”" if words else ""
    sheet = export_if_asked(
        request, name="Hoi dap", columns=_COLUMNS, rows=found, title="Hỏi đáp", filter_text=filter_text
    )
    if sheet is not None:
        return sheet
    context = {"page_obj": Paginator(found, _ON_PAGE).get_page(request.GET.get("page")), "words": words}
    return render(request, "plans/answers/list.html", context)


@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """For whoever is writing down a difficulty: what was answered before."""
    found = answers_to(signed_in(request), request.GET.get("obstacle", "")[:2_000])
    return render(request, "plans/answers/_suggestions.html", {"answers": found})


@require_GET
def one(request: HttpRequest, answer_id: int) -> HttpResponse:
    user, shown = signed_in(request), _seen(request, answer_id)
    document = shown.document
    context = {
        "answer": shown,
        "count": shown.obstacles.count(),
        "withdrawn_words": _withdrawn(shown),
        "document": document if document and papers_seen_by(user).filter(pk=document.pk).exists() else None,
        "may_withdraw": shown.withdrawn_on is None
        and (shown.published_by_id == user.pk or may(user, "plans.coordinate", shown.unit)),
    }
    return render(request, "plans/answers/one.html", context)


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """What was answered to one difficulty, in words for everybody."""
    user = signed_in(request)
    obstacle = find(obstacles_seen(user).select_related(*ABOUT), obstacle_id)
    if obstacle is None:
        raise NotFound("Không có vướng mắc này trong phạm vi được xem.")
    require(user, "plans.coordinate", obstacle.routed_to)
    if obstacle.shared_id is not None and request.method == "GET":
        return redirect("answers:one", obstacle.shared_id)
    if obstacle.state != ObstacleState.ANSWERED:
        raise NotFound("Vướng mắc này chưa được trả lời nên chưa có gì để đăng.")
    form = PublishForm(request.POST or None, user=user, initial={"question": obstacle.text, "answer": obstacle.answer})
    if form.is_valid():
        made = answered(form, lambda: publish_answer(obstacle_id=obstacle_id, by=user, **form.cleaned_data))
        if made:
            messages.success(request, "Đã đăng câu trả lời.")
            return redirect("answers:one", made.pk)
    context = {"form": form, "obstacle": obstacle, "unit": obstacle.routed_to.organ}
    return render(request, "plans/answers/publish.html", context, status=status_of(form))


@require_POST
def withdraw(request: HttpRequest, answer_id: int) -> HttpResponse:
    shown, user = _seen(request, answer_id), signed_in(request)
    form = WordsForm(request.POST, label="Lý do thu hồi", required=True)
    if form.is_valid():
        words = form.cleaned_data["words"]
        if answered(form, lambda: withdraw_answer(answer_id=shown.pk, by=user, reason=words)):
            messages.success(request, "Đã thu hồi câu trả lời.")
            return redirect("answers:one", shown.pk)
    back = reverse("answers:one", args=[shown.pk])
    return again(request, form, title="Thu hồi câu trả lời", verb="Thu hồi", back=back, back_label="Câu trả lời")


def _seen(request: HttpRequest, answer_id: int) -> SharedAnswer:
    shown = answers_for(signed_in(request)).select_related("unit", "document", "published_by")
    if found := find(shown, answer_id):
        return found
    raise NotFound("Không có câu trả lời này trong phạm vi được xem.")


def _withdrawn(answer: SharedAnswer) -> str:
    return f"Đã thu hồi ngày {answer.withdrawn_on:%d/%m/%Y}: {answer.reason}" if answer.withdrawn_on else ""
