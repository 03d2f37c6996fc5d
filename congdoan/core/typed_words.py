"""What somebody typed into a form that could not be taken: the page that says so keeps it."""

from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest

_NOT_SHOWN: Final = ("password", "csrf", "code", "key", "next", "seen")
"""Parts of the names of fields that are secret, or that a page sends by itself."""
_LONG: Final = 30  # characters: longer than any id, choice or number that a form sends by itself


def typed_words(request: HttpRequest) -> list[str]:
    """The words of the form that was sent, and the names of its files. Empty when nothing was typed by hand.

    Nothing of a form that another site sent, and nothing when the form could not be read.
    """
    if request.method != "POST" or not hasattr(request, "_files") or not _is_ours(request):
        return []
    sent, files = request.POST, request.FILES
    words = [text.strip() for name in sent for text in sent.getlist(name) if _typed(name, text)]
    return [*words, *(file.name for name in files for file in files.getlist(name) if file.name)]


def own_page(request: HttpRequest, address: str) -> str:
    """Path and query of the address when it is one of ours, else nothing."""
    parts = urlsplit(address)
    if parts.netloc != request.get_host() or not parts.path.startswith("/") or parts.path.startswith("//"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def _typed(name: str, text: str) -> bool:
    if any(part in name.lower() for part in _NOT_SHOWN):
        return False
    return not text.isascii() or any(sign.isspace() for sign in text.strip()) or len(text) > _LONG
