"""The pages that say that something failed: a full disk of the server is named, for somebody can do something."""

import errno
import shutil
import sys
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views import defaults

FULL_FOR_DATABASE = "53100"  # PostgreSQL's code for it
LEAST_ROOM = 16 * 1024 * 1024  # bytes: one file of PostgreSQL's log of changes
FULL_FOR_FILES = {errno.ENOSPC, errno.EDQUOT}


def server_error(request: HttpRequest) -> HttpResponse:
    if is_disk_full(sys.exc_info()[1]) or no_room_left():
        return _disk_full(request)
    page = loader.get_template("500.html")  # without what pages ask of the database, which may be what failed
    return HttpResponse(page.render({"number": getattr(request, "number", "")}), status=500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Also what a session that could not be saved ends in."""
    found = is_disk_full(exception) or no_room_left()
    return _disk_full(request) if found else defaults.bad_request(request, exception)


def is_disk_full(error: BaseException | None) -> bool:
    """Whether the error, or one that it came from, says that there is no room left."""
    return any(
        getattr(one, "sqlstate", None) == FULL_FOR_DATABASE
        or (isinstance(one, OSError) and one.errno in FULL_FOR_FILES)
        for one in origins(error)
    )


def no_room_left() -> bool:
    """Whether the data folder's disk is full now: a database that stopped for it only says that it is not there."""
    return shutil.disk_usage(settings.DATA).free < LEAST_ROOM


def origins(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _disk_full(request: HttpRequest) -> HttpResponse:
    return render(request, "507.html", {"number": getattr(request, "number", "")}, status=507)
