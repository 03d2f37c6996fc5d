"""A running office tells of all its processes together, in lines that a machine reads."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from congdoan.core.seeing.requests import NO_PAGE
from tests.runtime.office import Office
from tests.runtime.prepared import prepared_folder
from tests.runtime.server_process import comes_true

pytestmark = pytest.mark.xdist_group("office-seen")
ASKED = 40


@pytest.fixture(scope="module")
def prepared() -> Iterator[Path]:
    with prepared_folder() as folder:
        yield folder


def figures(office: Office) -> str:
    asked = urllib.request.Request(
        f"http://127.0.0.1:{office.port}/metrics", headers={"Authorization": "Bearer khoa-rieng"}
    )
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return str(answer.read().decode())


def is_well(office: Office) -> bool:
    try:
        return bool(json.loads(office.page("/healthz"))["ok"])
    except urllib.error.HTTPError as refused:
        assert refused.code == 503
        return False


def test_both_processes_are_counted_together_and_every_line_of_the_log_is_json(prepared: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    settings = {"CONGDOAN_LOG": "json", "CONGDOAN_METRICS_TOKEN": "khoa-rieng"}
    with log.open("w") as out, Office(prepared, settings=settings, stderr=out) as office:
        for _ in range(ASKED):
            office.page("/tai-khoan/dang-nhap/")
        told = [line for line in figures(office).splitlines() if line.startswith("congdoan_requests_total")]
        assert f'congdoan_requests_total{{page="/tai-khoan/dang-nhap/",status="302"}} {ASKED}.0' in told
        folder = prepared / "metrics" / str(office.port)
        assert len(list(folder.glob("counter_*.db"))) == 2  # both have answered: the sum is of both
        assert comes_true(lambda: is_well(office))  # once the worker has begun
        assert office.interrupt() == 0
    events = [json.loads(line) for line in log.read_text().splitlines()]
    assert sum(event.get("page") == "/tai-khoan/dang-nhap/" for event in events) == ASKED
    assert not any(event.get("page") in {"/healthz", "/metrics", NO_PAGE} for event in events)
