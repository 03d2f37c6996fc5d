"""The example of an installation, started as its unit starts it, behind something that speaks for it as nginx does."""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.files import DEPLOY, command_of, example_environment
from tests.runtime.office import Office
from tests.runtime.prepared import prepared_folder

pytestmark = pytest.mark.xdist_group("example")
NAME = "vanphong.example.vn"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "log"


@pytest.fixture(scope="module")
def office(log: Path) -> Iterator[Office]:
    """With the example's environment, apart from the folder, on a free port."""
    settings = {name: value for name, value in example_environment().items() if name != "CONGDOAN_DATA"}
    _, *options = command_of(DEPLOY / "systemd" / "congdoan.service")
    without_port = options[: options.index("--port")]
    with (
        prepared_folder() as folder,
        log.open("w") as out,
        Office(folder, options=without_port, settings=settings, stderr=out) as running,
    ):
        yield running
        assert running.interrupt() == 0


def asked(office: Office, path: str, **headers: str) -> http.client.HTTPResponse:
    """As the server in front passes it on."""
    connection = http.client.HTTPConnection("127.0.0.1", office.port, timeout=30)
    passed = {"Host": NAME, "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", **headers}
    connection.request("GET", path, headers=passed)
    return connection.getresponse()


def test_the_first_page_comes_under_the_name_of_the_example_with_what_tls_asks_for(office: Office) -> None:
    answer = asked(office, "/tai-khoan/bat-dau/")
    assert answer.status == 200
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert all("Secure" in cookie for cookie in answer.headers.get_all("Set-Cookie") or [])


def test_another_name_is_not_answered(office: Office) -> None:
    assert asked(office, "/tai-khoan/bat-dau/", Host="khac.example.vn").status == 400


def test_the_load_balancer_learns_that_pages_can_be_served_and_no_more(office: Office) -> None:
    assert json.loads(asked(office, "/healthz?chi=trang").read()) == {"ok": True}
    assert set(json.loads(asked(office, "/healthz").read())) == {"ok"}


def test_static_files_may_be_kept_by_the_server_in_front(office: Office) -> None:
    page = asked(office, "/tai-khoan/bat-dau/").read().decode()
    path = page.split('href="/static/')[1].split('"')[0]
    assert "immutable" in asked(office, f"/static/{path}").headers["Cache-Control"]


def test_its_log_is_lines_of_json_as_the_example_asks(office: Office, log: Path) -> None:
    asked(office, "/tai-khoan/dang-nhap/").read()
    assert [json.loads(line) for line in log.read_text().splitlines()]
