from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.web import signed_in
from congdoan.plans.models import Assignment, Obstacle
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from congdoan.plans.views.work.answers import to_task


@require_GET
def obstacle_page(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """A difficulty stands on the page of its task."""
    seen = Assignment.objects.visible_to(signed_in(request), "tasks.view")
    found = Obstacle.objects.filter(pk=obstacle_id, assignment__in=seen).first()
    if found is None:
        raise NotFound("Không có vướng mắc này trong phạm vi được xem.")
    return redirect(reverse("plans:assignment", args=[found.assignment_id]) + f"#vuong-mac-{obstacle_id}")


@require_POST
def answer(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    words = request.POST.get("words", "")[:10_000]
    obstacle = answer_obstacle(obstacle_id=obstacle_id, by=signed_in(request), answer=words)
    return to_task(request, obstacle.assignment_id, "Đã trả lời vướng mắc.")


@require_POST
def escalate(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    words = request.POST.get("words", "")[:10_000]
    obstacle = escalate_obstacle(obstacle_id=obstacle_id, by=signed_in(request), note=words)
    return to_task(request, obstacle.assignment_id, "Đã trình vướng mắc lên Ban Thường vụ.")


@require_POST
def withdraw(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    obstacle = withdraw_obstacle(obstacle_id=obstacle_id, by=signed_in(request))
    return to_task(request, obstacle.assignment_id, "Đã rút vướng mắc.")
