"""The page for whoever comes while too many others are being served. It asks nothing of anything."""

import base64
import hashlib
import secrets
from collections.abc import Callable
from typing import Any, Final

STYLE: Final = (
    "body{margin:0;padding:64px 20px;font:16px/26px 'Be Vietnam Pro',system-ui,sans-serif;color:#1f2933;"
    "background:#f5f7f9}main{max-width:520px;margin:0 auto;padding:28px 32px;background:#fff;"
    "border:1px solid #d9dfe5;border-radius:6px}h1{margin:0 0 12px;font-size:21px;line-height:30px}p{margin:0 0 12px}"
    "a{color:#0f4c8a}"
)
PAGE: Final = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{refresh}
<title>Đang có quá nhiều người dùng</title>
<style>{style}</style>
</head>
<body><main><h1>Đang có quá nhiều người dùng</h1>{text}</main></body>
</html>
"""
COMES_AGAIN: Final = (
    '<p role="status">Trang này tự mở lại sau {seconds} giây. Không cần làm gì thêm.</p>'
    '<p><a href="">Mở lại ngay</a></p>'
)
KEEP_WHAT_WAS_TYPED: Final = (
    '<p role="alert">Nội dung vừa gửi <b>chưa được lưu</b>. Chờ {seconds} giây, nhấn nút Quay lại của trình duyệt '
    "để về trang trước; nội dung đã nhập vẫn còn ở đó. Rồi gửi lại.</p>"
)
FRAGMENT: Final = (
    '<div class="cd-message cd-message-late" role="alert"><span class="cd-message-text">'
    "Đang có quá nhiều người dùng. Nội dung vẫn còn trên trang; thử lại sau {seconds} giây.</span></div>"
)
TAKEN_IN: Final = 16 * 1024**2  # bytes; what is larger is cut off
_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_HEADERS: Final = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", f"default-src 'none'; style-src 'sha256-{_HASH}'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
]


def busy_answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """503, with the seconds after which to come again: not the same for all, or they would all come at once."""
    _take_in(environ)
    seconds = 5 + secrets.randbelow(11)
    body = _body(environ, seconds).encode()
    headers = [*_HEADERS, ("Retry-After", str(seconds)), ("Content-Length", str(len(body)))]
    start_response("503 Service Unavailable", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _take_in(environ: dict[str, Any]) -> None:
    """Read what is being sent: a browser that cannot send it to the end shows a lost connection and not the page."""
    left = min(int(environ.get("CONTENT_LENGTH") or 0), TAKEN_IN)
    while left > 0 and (chunk := environ["wsgi.input"].read(min(left, 64 * 1024))):
        left -= len(chunk)


def _body(environ: dict[str, Any], seconds: int) -> str:
    if environ.get("HTTP_HX_REQUEST") == "true":
        return FRAGMENT.format(seconds=seconds)
    looks = environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    text = (COMES_AGAIN if looks else KEEP_WHAT_WAS_TYPED).format(seconds=seconds)
    refresh = f'<meta http-equiv="refresh" content="{seconds}">' if looks else ""
    return PAGE.format(style=STYLE, refresh=refresh, text=text)
