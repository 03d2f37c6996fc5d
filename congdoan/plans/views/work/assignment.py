from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congdoan.core.audit.history import history_of
from congdoan.core.web import signed_in
from congdoan.plans.queries.work.assignment_page import assignment_page as read_page
from congdoan.plans.queries.work.assignment_page import visible_assignment
from congdoan.plans.views.work.task_context import task_context


@require_GET
def assignment_page(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """What a unit owes for a task: the order, how far it is, and the next step for whoever looks."""
    page = read_page(assignment_id, signed_in(request), all_steps="hoat-dong" in request.GET)
    return render(request, "plans/work/assignment.html", task_context(page, signed_in(request)))


@require_GET
def assignment_history(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Every change of the assignment: who, when, from where, old and new."""
    assignment = visible_assignment(assignment_id, signed_in(request))
    context = {
        "assignment": assignment,
        "entries": history_of(assignment),
        "phone_back_url": reverse("plans:assignment", args=[assignment_id]),
        "phone_back_label": f"Nhiệm vụ {assignment.task.number}",
    }
    return render(request, "plans/work/history.html", context)
