"""Pages on two machines and the worker on a third, with one PostgreSQL and one key: they are one office."""

import json
import re
import signal
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.runtime.command import command_line, congdoan, environment
from tests.runtime.database_machine import database_machine
from tests.runtime.office import Office
from tests.runtime.server_process import comes_true

pytestmark = pytest.mark.xdist_group("machines")
PASSWORD = "mat-khau-that-dai-2023"


@pytest.fixture(scope="module")
def shared() -> Iterator[dict[str, str]]:
    """What every machine of the office has in its environment; the first of them has prepared the database."""
    with database_machine() as url, machine() as folder:
        settings = {"DATABASE_URL": url, "CONGDOAN_SECRET_KEY": "mot-khoa-chung-cho-moi-may-chu-cua-van-phong"}
        done = congdoan("serve", "--prepare", "--empty", data_folder=folder, **settings)
        assert done.returncode == 0, done.stderr
        asked = ["create-admin", "quantri", "--full-name", "Quản Trị", "--organisation", "LĐLĐ tỉnh"]
        made = congdoan(*asked, data_folder=folder, CONGDOAN_ADMIN_PASSWORD=PASSWORD, **settings)
        assert made.returncode == 0, made.stderr
        yield settings


@contextmanager
def machine() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="congdoan-machine-") as folder:
        yield Path(folder)


@contextmanager
def worker(folder: Path, settings: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command_line("worker"), env=environment(folder, **settings))
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def health(office: Office) -> dict[str, dict[str, object]]:
    try:
        return dict(json.loads(office.page("/healthz")))
    except urllib.error.HTTPError as unwell:
        return dict(json.loads(unwell.read()))


def sign_in(office: Office, browser: urllib.request.OpenerDirector) -> str:
    address = f"http://127.0.0.1:{office.port}/tai-khoan/dang-nhap/"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.open(address).read().decode())
    assert token
    entered = {"csrfmiddlewaretoken": token[1], "login": "quantri", "password": PASSWORD}
    asked = urllib.request.Request(address, urlencode(entered).encode(), headers={"Referer": address})
    return str(browser.open(asked).read().decode())


def test_pages_and_worker_on_machines_of_their_own_are_one_office(shared: dict[str, str]) -> None:
    running = {"settings": shared, "options": ["--no-worker"]}
    with machine() as one, machine() as other, machine() as third, Office(one, **running) as first:
        assert health(first)["worker"]["silent_seconds"] is None
        assert json.loads(first.page("/healthz?chi=trang")) == {"ok": True}
        with Office(other, **running) as second, worker(third, shared) as working:
            assert comes_true(lambda: health(first)["ok"] is health(second)["ok"] is True)
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            assert "Quản Trị" in sign_in(first, browser)
            page = browser.open(f"http://127.0.0.1:{second.port}/he-thong/tinh-trang/").read().decode()
            assert "Tiến trình việc nền" in page
            working.send_signal(signal.SIGTERM)
            assert working.wait(30) == 0
            assert second.interrupt() == 0
        assert first.interrupt() == 0
