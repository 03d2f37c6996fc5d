"""Hướng dẫn: the user guide inside the product."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from congdoan.core.errors import NotFound
from congdoan.core.guide import guide, picture


def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/help.html", {"guide": guide()})


@cache_control(private=True, max_age=3600)
def help_picture(request: HttpRequest, name: str) -> HttpResponseBase:
    path = picture(name)
    if path is None:
        raise NotFound("Không có hình này trong hướng dẫn.")
    return FileResponse(path.open("rb"), content_type="image/png")
