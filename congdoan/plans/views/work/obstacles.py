from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered
from congdoan.core.web import signed_in
from congdoan.plans.models import Assignment, Obstacle
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from congdoan.plans.views.work.answers import on_task, to_task
from congdoan.plans.views.work.words_form import WordsForm


@require_GET
def obstacle_page(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """A difficulty stands on the page of its task."""
    found = _seen(request, obstacle_id)
    return redirect(reverse("plans:assignment", args=[found.assignment_id]) + f"#vuong-mac-{obstacle_id}")


@require_POST
def answer(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle, form = _seen(request, obstacle_id), WordsForm(request.POST, label="Trả lời", required=True)
    if form.is_valid():
        words = form.cleaned_data["words"]
        done = partial(answer_obstacle, obstacle_id=obstacle_id, by=signed_in(request), answer=words)
        if answered(form, done):
            return to_task(request, obstacle.assignment_id, "Đã trả lời vướng mắc.")
    return on_task(request, obstacle.assignment, form, "Trả lời")


@require_POST
def escalate(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle, form = _seen(request, obstacle_id), WordsForm(request.POST, label="Ý kiến trình Ban Thường vụ")
    if form.is_valid():
        words = form.cleaned_data["words"]
        done = partial(escalate_obstacle, obstacle_id=obstacle_id, by=signed_in(request), note=words)
        if answered(form, done):
            return to_task(request, obstacle.assignment_id, "Đã trình vướng mắc lên Ban Thường vụ.")
    return on_task(request, obstacle.assignment, form, "Trình Ban Thường vụ")


@require_POST
def withdraw(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle = withdraw_obstacle(obstacle_id=obstacle_id, by=signed_in(request))
    return to_task(request, obstacle.assignment_id, "Đã rút vướng mắc.")


def _seen(request: HttpRequest, obstacle_id: int) -> Obstacle:
    seen = Assignment.objects.visible_to(signed_in(request), "tasks.view")
    found = Obstacle.objects.select_related("assignment__task").filter(pk=obstacle_id, assignment__in=seen).first()
    if found is None:
        raise NotFound("Không có vướng mắc này trong phạm vi được xem.")
    return found
