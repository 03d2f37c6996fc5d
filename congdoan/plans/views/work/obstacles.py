"""A difficulty that was raised alone on its page; what is done with any: answered, taken higher, taken back."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import again, answered
from congdoan.core.web import signed_in
from congdoan.plans.models import Obstacle
from congdoan.plans.queries.answers.waiting import ABOUT, obstacles_seen
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from congdoan.plans.views.work.answers import go_with, on_task, to_task
from congdoan.plans.views.work.obstacle_view import obstacle_view
from congdoan.plans.views.work.words_form import WordsForm


@require_GET
def obstacle_page(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """One with a task stands on the page of its task."""
    found = _seen(request, obstacle_id)
    if found.assignment_id:
        return redirect(reverse("plans:assignment", args=[found.assignment_id]) + f"#vuong-mac-{obstacle_id}")
    context = {
        "view": obstacle_view(found, signed_in(request)),
        "obstacle": found,
        "phone_back_url": reverse("answers:waiting"),
        "phone_back_label": "Vướng mắc",
    }
    return render(request, "plans/work/obstacle.html", context)


@require_POST
def answer(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle, form = _seen(request, obstacle_id), WordsForm(request.POST, label="Trả lời", required=True)
    if form.is_valid():
        words = form.cleaned_data["words"]
        done = partial(answer_obstacle, obstacle_id=obstacle_id, by=signed_in(request), answer=words)
        if answered(form, done):
            return _to(request, obstacle, "Đã trả lời vướng mắc.")
    return _on(request, obstacle, form, "Trả lời")


@require_POST
def escalate(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle, form = _seen(request, obstacle_id), WordsForm(request.POST, label="Ý kiến trình Ban Thường vụ")
    if form.is_valid():
        words = form.cleaned_data["words"]
        done = partial(escalate_obstacle, obstacle_id=obstacle_id, by=signed_in(request), note=words)
        if answered(form, done):
            return _to(request, obstacle, "Đã trình vướng mắc lên Ban Thường vụ.")
    return _on(request, obstacle, form, "Trình Ban Thường vụ")


@require_POST
def withdraw(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle = withdraw_obstacle(obstacle_id=obstacle_id, by=signed_in(request))
    return _to(request, obstacle, "Đã rút vướng mắc.")


def _to(request: HttpRequest, obstacle: Obstacle, said: str) -> HttpResponse:
    if obstacle.assignment_id:
        return to_task(request, obstacle.assignment_id, said)
    return go_with(request, reverse("plans:obstacle", args=[obstacle.pk]), said)


def _on(request: HttpRequest, obstacle: Obstacle, form: WordsForm, verb: str) -> HttpResponse:
    """The form that could not be taken, with its words."""
    if obstacle.assignment:
        return on_task(request, obstacle.assignment, form, verb)
    back = reverse("plans:obstacle", args=[obstacle.pk])
    return again(request, form, title=verb, verb=verb, back=back, back_label=obstacle.about)


def _seen(request: HttpRequest, obstacle_id: int) -> Obstacle:
    seen = obstacles_seen(signed_in(request)).select_related(*ABOUT, "plan__unit", "raised_by", "answered_by")
    found = find(seen, obstacle_id)
    if found is None:
        raise NotFound("Không có vướng mắc này trong phạm vi được xem.")
    return found
