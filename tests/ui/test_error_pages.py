"""Whatever goes wrong, the page says in Vietnamese what happened and what to do, and the number of the request."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import include, path

from congdoan.core.errors import Conflict, DomainError
from congdoan.core.failures import MESSAGES, failure
from tests.world import Federation

HTMX = {"HX-Request": "true"}


class Later(DomainError):
    status = 429
    retry_after = 20


def fails(request: HttpRequest, how: str) -> HttpResponse:
    raise {
        "500": RuntimeError("mật khẩu của ai đó"),
        "503": OperationalError("connection refused"),
        "429": Later("Đã tìm quá nhiều lần. Đợi 20 giây."),
        "409": Conflict("Tuyết Nhung đã trình lúc 10:41."),
    }[how]


urlpatterns = [path("hong/<str:how>/", fails), path("", include("congdoan.config.urls"))]
handler400 = "congdoan.core.views.failures.bad_request"
handler404 = "congdoan.core.views.failures.not_found"
handler500 = "congdoan.core.views.failures.server_error"


@pytest.fixture
def person(client: Client, federation: Federation, settings: object) -> Iterator[Client]:
    settings.ROOT_URLCONF = "tests.ui.test_error_pages"
    client.raise_request_exception = False
    client.force_login(federation["coso"])
    yield client


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/tim-kiem/?q=%00", 400),
        ("GET", "/khong-co/", 404),
        ("GET", "/don-vi/99999999999999999999/", 404),
        ("GET", "/he-thong/lich/", 403),
        ("GET", "/viec/thong-bao/da-doc/", 405),
        ("GET", "/hong/409/", 409),
        ("GET", "/hong/429/", 429),
        ("GET", "/hong/500/", 500),
        ("GET", "/hong/503/", 503),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_each_failure_says_what_happened_and_its_number(
    person: Client, method: str, address: str, status: int, headers: dict[str, str]
) -> None:
    answer = person.generic(method, address, headers=headers)
    words = answer.content.decode()
    assert answer.status_code == status
    assert 'role="alert"' in words
    assert words.count("<h1>") == (0 if headers else 1)
    assert (answer.headers["X-Request-Number"] in words) == (status != 409 or not headers)
    assert "Traceback" not in words and "RuntimeError" not in words and "mật khẩu của ai đó" not in words
    assert ("Retry-After" in answer.headers) == (status in (429, 503))


def test_a_body_larger_than_any_form_is_not_read(person: Client, settings: object) -> None:
    settings.UPLOAD_LIMIT = 1000
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert person.post("/van-ban/them/", {"subject": "x" * 2000}).status_code == 413
    person.cookies.clear()
    assert person.post("/tai-khoan/dang-nhap/", {"login": "x" * 2000}).status_code == 413


def test_a_form_without_the_token_of_the_session_is_refused_in_words(federation: Federation) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/tai-khoan/dang-nhap/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Phiên làm việc đã cũ" in answer.content.decode()


@pytest.mark.parametrize("status", [500, 503, 507])
def test_a_page_about_the_server_asks_nothing_of_it(rf: RequestFactory, status: int) -> None:
    assert MESSAGES[status] in failure(rf.get("/"), status).content.decode()


def test_a_conflict_in_place_is_amber_and_read_out():
    html = render_to_string("core/_error.html", {"message": "Tuyết Nhung đã trình lúc 10:41.", "status": 409})
    assert "cd-message-soon" in html
    assert 'role="alert"' in html
