"""What a load balancer or a watchman is told about the installation, and who is told more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from congdoan.core.backup.schedule import HOURS_RULE
from congdoan.core.models import Backup
from congdoan.core.models.rules import Rule
from congdoan.core.seeing.health import parts_of
from congdoan.core.seeing.state import State, gauges, state_now
from congdoan.core.seeing.words import lines_of
from tests.seeing.queue import a_waiting_job, a_worker

pytestmark = pytest.mark.django_db
WELL = State(1.0, 5.0, None, {}, 10_000, 10**10, 10**11, 3600.0, backup_overdue=False)


def test_an_installation_with_a_working_worker_is_well(client: Client) -> None:
    a_worker(silent=5)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    assert 5 <= answer.json()["worker"]["silent_seconds"] < 10
    assert answer.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("silent", [None, 90])
def test_without_a_sign_of_the_worker_it_is_not_well_but_pages_can_be_served(
    client: Client, silent: int | None
) -> None:
    if silent:
        a_worker(silent=silent)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"]["ok"] is False
    assert client.get("/healthz?chi=trang").status_code == 200


def test_a_job_that_waits_too_long_makes_it_unwell_and_one_that_is_for_later_does_not(client: Client) -> None:
    a_worker(silent=0)
    a_waiting_job(waited=30)
    a_waiting_job(waited=5000, scheduled_in=600)
    assert client.get("/healthz").status_code == 200
    assert 30 <= client.get("/healthz").json()["jobs"]["oldest_waiting_seconds"] < 35
    a_waiting_job(waited=700)
    assert client.get("/healthz").json()["jobs"]["ok"] is False


def test_somebody_behind_a_proxy_learns_only_whether_it_is_well(client: Client, settings: object) -> None:
    settings.METRICS_TOKEN = "khoa-rieng"  # type: ignore[attr-defined]
    a_worker(silent=0)
    assert client.get("/healthz", headers={"X-Forwarded-For": "203.0.113.9"}).json() == {"ok": True}
    assert client.get("/healthz", REMOTE_ADDR="203.0.113.9").json() == {"ok": True}
    wrong = {"Authorization": "Bearer sai"}
    assert client.get("/healthz", REMOTE_ADDR="203.0.113.9", headers=wrong).json() == {"ok": True}
    right = {"Authorization": "Bearer khoa-rieng"}
    assert "database" in client.get("/healthz", REMOTE_ADDR="203.0.113.9", headers=right).json()


def test_a_database_that_is_away_is_said_and_not_an_error(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table procrastinate_workers rename to elsewhere")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"ok": False, "database": {"ok": False}}


def test_a_full_disk_makes_it_unwell_and_an_old_backup_only_warns() -> None:
    full = {part.name: part for part in parts_of(_changed(disk_free=10**8))}
    assert not full["disk"].well
    old = {part.name: part for part in parts_of(_changed(backup_age=3 * 86400.0, backup_overdue=True))}
    assert old["backup"].well
    assert old["backup"].warns
    assert all(part.well and not part.warns for part in parts_of(WELL))


def test_only_a_good_backup_that_is_still_kept_counts() -> None:
    now = timezone.now()

    def made(hours_ago: int, **more: Any) -> None:
        end = now - timedelta(hours=hours_ago)
        fields = {"kind": "scheduled", "result": "good", "place": "x", "started_at": end, "finished_at": end, **more}
        Backup.objects.create(**fields)

    made(1, result="failed")
    made(2, result="damaged")
    made(3, kind="restored")
    made(4, removed_at=now)
    assert state_now().backup_age is None
    made(5)
    made(30)
    age = state_now().backup_age
    assert age is not None
    assert 5 * 3600 <= age < 5 * 3600 + 60
    assert not state_now().backup_overdue


def test_a_backup_is_overdue_when_the_rule_says_so() -> None:
    end = timezone.now() - timedelta(hours=31)
    Backup.objects.create(kind="scheduled", result="good", place="x", started_at=end, finished_at=end)
    assert state_now().backup_overdue
    Rule.objects.filter(code=HOURS_RULE).update(value=48)
    assert not state_now().backup_overdue


def test_every_part_that_is_not_well_says_what_to_do() -> None:
    assert all(line.well and not line.advice for line in lines_of(_changed()))
    bad = _changed(
        worker_silent=None,
        oldest_waiting=5000.0,
        disk_free=1,
        backup_age=None,
        backup_overdue=True,
        added={name: 3 for name, _ in gauges.items()},
    )
    said = {line.label: line for line in lines_of(bad)}
    assert {label for label, line in said.items() if line.advice} == {
        "Tiến trình việc nền",
        "Hàng việc nền",
        "Ổ đĩa dữ liệu",
        "Sao lưu",
    }


def _changed(**changes: Any) -> State:
    return replace(WELL, **{"added": {name: 0 for name, _ in gauges.items()}, **changes})
