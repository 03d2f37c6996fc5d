"""What answers when no view did: a full disk of the server is named, for somebody can do something."""

import errno
import shutil
import sys
from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from congdoan.core.failures import failure

FULL_FOR_DATABASE = "53100"  # PostgreSQL's code for it
LEAST_ROOM = 16 * 1024 * 1024  # bytes: one file of PostgreSQL's log of changes
FULL_FOR_FILES = {errno.ENOSPC, errno.EDQUOT}
AGAIN_AFTER = 30  # seconds
_OLD_PAGE = "Trang mở quá lâu hoặc đã đăng nhập lại ở nơi khác. Quay lại, tải lại trang rồi gửi lại."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Also what a session that could not be saved ends in."""
    if is_disk_full(exception) or no_room_left():
        return failure(request, 507)
    if is_database_away(exception):
        return failure(request, 503, retry_after=AGAIN_AFTER)
    return failure(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return failure(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return failure(request, 404)


def old_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of this browser's session."""
    return failure(request, 403, _OLD_PAGE, heading="Phiên làm việc đã cũ")


def too_many(request: HttpRequest) -> HttpResponse:
    """The sign-in library counted too many attempts; its shortest periods are minutes."""
    return failure(request, 429, retry_after=60)


def server_error(request: HttpRequest) -> HttpResponse:
    error = sys.exc_info()[1]
    if is_disk_full(error) or no_room_left():
        return failure(request, 507)
    if is_database_away(error):
        return failure(request, 503, retry_after=AGAIN_AFTER)
    return failure(request, 500)


def is_database_away(error: BaseException | None) -> bool:
    return any(isinstance(one, OperationalError | InterfaceError) for one in origins(error))


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
