"""A person's browser, as far as the office can tell: cookies, forms with their token, a sign-in with the password."""

import re
import urllib.error
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

SIGN_IN = "/tai-khoan/dang-nhap/"
PASSWORD = "mat-khau-dai-2023"
_SAID = re.compile(r'role="alert">([^<]+)<|số yêu cầu <b class="cd-nowrap">(\w+)<')


class Unanswered(Exception):
    """Nobody can tell whether it was done: the connection broke, or the office said that it cannot now."""


class Wrong(Exception):
    """An answer that no crash excuses."""


class _NoFollowing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class Browser:
    def __init__(self, port: int, username: str) -> None:
        self.username = username
        self._address = f"http://127.0.0.1:{port}"
        self._cookies = CookieJar()
        self._opener = urllib.request.build_opener(_NoFollowing, urllib.request.HTTPCookieProcessor(self._cookies))

    def sign_in(self) -> None:
        """Once: a session outlives every crash."""
        self._ask(SIGN_IN, None)
        status, place = self._ask(SIGN_IN, {"login": self.username, "password": PASSWORD})
        assert status == 302, (self.username, status, place)

    def send(self, path: str, fields: dict[str, Any], *, again: bool = False) -> str:
        """Send a form; gives where the office goes on to, which says that it is done.

        `again`: it has been sent before, without an answer, and may be done; then a refusal says so.
        """
        status, place = self._ask(path, fields)
        if again and status in (409, 422):
            return ""
        if status != 302 or place.startswith(SIGN_IN):
            raise Wrong(f"{self.username} {path}: {status} {place}")
        return place

    def _ask(self, path: str, fields: dict[str, Any] | None) -> tuple[int, str]:
        request = urllib.request.Request(self._address + path)
        if fields is not None:
            request.data = encode_multipart(BOUNDARY, fields)
            request.add_header("Content-Type", MULTIPART_CONTENT)
            request.add_header("X-CSRFToken", self._token())
        try:
            with self._opener.open(request, timeout=60) as answer:
                return answer.status, _said(answer.read().decode(errors="replace"))
        except urllib.error.HTTPError as error:
            return self._other(error)
        except (OSError, HTTPException) as error:
            raise Unanswered(type(error).__name__) from error

    def _other(self, error: urllib.error.HTTPError) -> tuple[int, str]:
        with error:
            if error.code == 503:
                raise Unanswered("503")
            if error.code == 302:
                return 302, error.headers["Location"]
            try:
                return error.code, _said(error.read().decode(errors="replace"))
            except (OSError, HTTPException) as cut:
                raise Unanswered("cut off") from cut

    def _token(self) -> str:
        return next((cookie.value or "" for cookie in self._cookies if cookie.name == "csrftoken"), "")


def _said(page: str) -> str:
    """What went wrong, and the number of the request."""
    return " ".join(part for found in _SAID.findall(page) for part in found if part)
