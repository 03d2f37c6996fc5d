from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.web import signed_in
from congdoan.plans.queries.work.passage import passage_of


@require_GET
def passage(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """The page of the paper that orders the task."""
    found = passage_of(assignment_id, signed_in(request))
    context = {
        "passage": found,
        "assignment": found.assignment,
        "phone_back_url": reverse("plans:assignment", args=[assignment_id]),
        "phone_back_label": f"Nhiệm vụ {found.assignment.task.number}",
    }
    return render(request, "plans/work/passage.html", context)


@require_GET
def passage_image(request: HttpRequest, assignment_id: int) -> FileResponse:
    found = passage_of(assignment_id, signed_in(request))
    if found.page.image is None:
        raise NotFound("Trang này không có ảnh.")
    return file_response(found.page.image, inline=True)
