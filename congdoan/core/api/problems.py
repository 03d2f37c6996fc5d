"""Errors of the programming interface as `application/problem+json` (RFC 9457), in the words that pages use."""

from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from ninja import Field, Schema

from congdoan.core.errors import DomainError

PREFIX: Final = "/api/"
CONTENT_TYPE: Final = "application/problem+json"


class FieldProblem(Schema):
    field: str = Field(description="Tên tham số hay trường của nội dung gửi lên")
    detail: str = Field(description="Sai gì và sửa thế nào")


class Problem(Schema):
    type: str = Field("about:blank", description="Luôn là about:blank: mã trạng thái đã nói loại lỗi")
    title: str
    status: int
    detail: str = Field(description="Một câu tiếng Việt cho người dùng")
    request: str = Field(description="Số yêu cầu, có trong nhật ký của máy chủ")
    errors: list[FieldProblem] = Field(default=[], description="Từng trường sai")
    current: dict[str, Any] | None = Field(None, description="Khi trả 412: dữ liệu đang có")
    last_step: str = Field("", description="Khi trả 412: ai đã làm gì, lúc nào")


class Changed(DomainError):
    """The caller's If-Match is of another version. `current` is what it is now, `last_step` who did what."""

    status = 412

    def __init__(self, current: dict[str, Any], last_step: str) -> None:
        since = f" ({last_step})" if last_step else ""
        super().__init__(f"Dữ liệu đã thay đổi từ lần đọc của bạn{since}. Đọc lại rồi gửi với ETag mới.")
        self.current = current
        self.last_step = last_step


def is_call(request: HttpRequest) -> bool:
    """Whether a program asks, not a page."""
    return request.path.startswith(PREFIX)


def problem(
    request: HttpRequest,
    status: int,
    title: str,
    detail: str,
    *,
    errors: list[dict[str, str]] | None = None,
    retry_after: int = 0,
    **more: Any,
) -> JsonResponse:
    """The answer of this status; a 401 says how to come in."""
    said = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "request": str(getattr(request, "number", "")),
        **({"errors": errors} if errors else {}),
        **more,
    }
    response = JsonResponse(said, status=status, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False})
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="congdoan"'
    if retry_after:
        response["Retry-After"] = str(retry_after)
    return response


REFUSALS: Final[dict[int, type[Schema] | None]] = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
OF_READING: Final[dict[int, type[Schema] | None]] = {304: None, **REFUSALS}
OF_WRITING: Final[dict[int, type[Schema] | None]] = {409: Problem, 412: Problem, 413: Problem, **REFUSALS}
