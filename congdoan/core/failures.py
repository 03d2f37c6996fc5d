"""The page, or for htmx the message, that says what went wrong, what to do, and the number of the request.

What was typed into the form that caused it stays on the page.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from congdoan.core.api.problems import is_call, problem
from congdoan.core.typed_words import own_page, typed_words

HEADINGS: Final = {
    400: "Yêu cầu không đọc được",
    401: "Cần đăng nhập lại",
    403: "Không có quyền",
    404: "Không tìm thấy",
    405: "Địa chỉ này không mở theo cách đó",
    409: "Đã có thay đổi khác",
    412: "Đã thay đổi từ lần đọc trước",
    413: "Gửi lên quá lớn",
    429: "Đợi ít phút",
    500: "Hệ thống gặp lỗi",
    503: "Hệ thống đang bận",
    507: "Máy chủ hết chỗ lưu",
}
MESSAGES: Final = {
    400: "Trình duyệt gửi một yêu cầu mà hệ thống không đọc được. Quay lại trang trước, tải lại trang rồi thử lại.",
    403: "Tài khoản này không được mở trang này. Đổi sang chức vụ khác, hoặc hỏi người phụ trách của đơn vị.",
    404: "Trang này không có, hoặc đã chuyển đi nơi khác. Kiểm tra lại địa chỉ, hoặc tìm theo tên.",
    405: "Mở trang này từ nút hoặc mẫu của hệ thống, không từ địa chỉ. Quay lại trang trước rồi thử lại.",
    413: "Tệp hoặc nội dung gửi lên lớn hơn mức nhận được. Nén lại hoặc chia nhỏ rồi gửi lại.",
    429: "Đã thử quá nhiều lần. Đợi ít phút rồi thử lại.",
    500: "Lỗi đã được ghi lại, chưa có gì được lưu. Thử lại sau ít phút.",
    503: "Hệ thống chưa trả lời được lúc này. Đợi ít phút, xem việc vừa gửi đã có chưa, rồi hãy gửi lại.",
    507: "Ổ đĩa của máy chủ đã đầy nên chưa lưu được gì. Báo quản trị hệ thống giải phóng dung lượng, rồi gửi lại.",
}
_NOT_DONE: Final = "Chưa thực hiện được"
_USUAL: Final = "Chưa thực hiện được. Quay lại trang trước và thử lại."
OF_THE_RULES: Final = {409, 422}
"""What the message says is all that one needs: nobody asks for help with the number of such a request."""


def failure(
    request: HttpRequest,
    status: int,
    message: str = "",
    *,
    heading: str = "",
    retry_after: int = 0,
    is_gone: bool = False,
) -> HttpResponse:
    """The answer with this status. `message` is a sentence for the user; `retry_after` is in seconds.

    `is_gone`: there is no newer page to look at.

    From 500 on, and before it is known who asks, the page asks neither database nor session.
    """
    heading, message = heading or HEADINGS.get(status, _NOT_DONE), message or MESSAGES.get(status, _USUAL)
    if is_call(request):
        return problem(request, status, heading, message, retry_after=retry_after)
    fragment = wants_fragment(request)
    number = getattr(request, "number", "")
    context = {
        "status": status,
        "heading": heading,
        "message": message,
        "number": "" if fragment and status in OF_THE_RULES else number,
        "typed": "" if fragment else "\n\n".join(typed_words(request)),
        "newest": own_page(request, request.headers.get("HX-Current-URL", "")) if status == 409 and not is_gone else "",
    }
    template = "core/_error.html" if fragment else "core/error.html"
    page = render_to_string(template, context, request if status < 500 and hasattr(request, "user") else None)
    headers = {"Retry-After": str(retry_after)} if retry_after else {}
    return HttpResponse(page, status=status, headers=headers)


def wants_fragment(request: HttpRequest) -> bool:
    """Whether a part of a page asks, not a whole one."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get("HX-Boosted")
