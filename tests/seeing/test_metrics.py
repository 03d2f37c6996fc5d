"""What Prometheus fetches, and that nobody else does."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from tests.seeing.queue import a_waiting_job, a_worker
from tests.world import Federation

pytestmark = pytest.mark.django_db
RIGHT = {"Authorization": "Bearer khoa-rieng"}


@pytest.fixture(autouse=True)
def token(settings: Any) -> Iterator[None]:
    settings.METRICS_TOKEN = "khoa-rieng"
    yield


def fetched(client: Client) -> dict[tuple[str, ...], float]:
    """Each sample by its name and the values of its labels."""
    text = client.get("/metrics", headers=RIGHT).content.decode()
    samples = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def test_without_a_token_in_the_settings_there_is_no_such_page(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_without_the_right_token_nothing_is_told(client: Client) -> None:
    for shown in ({}, {"Authorization": "Bearer sai"}, {"Authorization": "khoa-rieng"}):
        answer = client.get("/metrics", headers=shown)
        assert (answer.status_code, answer.content) == (401, b"")


def test_requests_are_counted_by_pattern_and_answer_with_their_times(client: Client, federation: Federation) -> None:
    before = fetched(client)
    client.force_login(federation["batri"])
    for _ in range(3):
        client.get(f"/don-vi/{federation.ba_tri.pk}/")
    client.get("/don-vi/999999/")
    after = fetched(client)
    page = "/don-vi/<int:unit_id>/"
    for status, times in (("200", 3), ("404", 1)):
        name = ("congdoan_requests_total", page, status)
        assert after[name] - before.get(name, 0) == times
    name = ("congdoan_request_seconds_count", page)
    assert after[name] - before.get(name, 0) == 4
    assert not any("999999" in part for name in after for part in name)


def test_failed_sign_ins_are_counted(client: Client, federation: Federation) -> None:
    before = fetched(client).get(("congdoan_sign_ins_failed_total",), 0)
    client.post("/tai-khoan/dang-nhap/", {"login": "batri", "password": "sai"})
    assert fetched(client)[("congdoan_sign_ins_failed_total",)] == before + 1


def test_queue_outbox_disk_and_database_are_told(client: Client) -> None:
    a_worker(silent=4)
    a_waiting_job(waited=40)
    told = fetched(client)
    assert told[("congdoan_database_up",)] == 1
    assert told[("congdoan_jobs", "todo")] == 1
    assert 40 <= told[("congdoan_oldest_job_seconds",)] < 50
    assert 4 <= told[("congdoan_worker_silent_seconds",)] < 10
    assert told[("congdoan_outbox_waiting",)] == 0
    assert told[("congdoan_disk_free_bytes",)] > 0
    assert told[("congdoan_database_bytes",)] > 0
