"""Backups of each night, how long they stay, and the word to the administrator when the last one is old."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from congdoan.core.backup.folder import back_up_into_folder, remove_old
from congdoan.core.backup.retention import kept
from congdoan.core.backup.schedule import ALARM, is_due, last_good, watch_backups
from congdoan.core.models import Backup, JobRun
from congdoan.core.services.calendar import set_rule
from congdoan.worklist.models import WorkItem
from tests.backup.installation import Installation
from tests.jobs import run_queued_jobs
from tests.world import Federation


def made(ended: datetime, kind: str = "scheduled", result: str = "good", **more: Any) -> Backup:
    return Backup.objects.create(
        kind=kind, result=result, place="/b/congdoan.tar", started_at=ended, finished_at=ended, **more
    )


def test_so_many_days_weeks_and_months_stay() -> None:
    nights = [datetime(2026, 1, 1, 2, tzinfo=UTC) + timedelta(days=n) for n in range(200)]
    stay = sorted(kept(nights, [7, 4, 3]), reverse=True)
    assert stay[:7] == sorted(nights, reverse=True)[:7]
    assert [f"{at:%d/%m}" for at in stay[7:]] == ["12/07", "05/07", "30/06", "28/06", "31/05"]
    assert kept(nights, [0, 0, 0]) == {nights[-1]}
    assert kept([], [7, 4, 12]) == set()


def test_only_our_own_archives_are_removed(db: None, settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_KEEP = [2, 0, 0]
    names = [f"congdoan-2026010{day}-020000.tar" for day in (1, 2, 3)]
    for name in [*names, "cua-toi.tar", "congdoan-ghi-chu.txt"]:
        (tmp_path / name).touch()
    old = made(timezone.now())
    Backup.objects.filter(pk=old.pk).update(place=str(tmp_path / names[0]))
    assert [path.name for path in remove_old(tmp_path)] == names[:1]
    assert {path.name for path in tmp_path.iterdir()} == {*names[1:], "cua-toi.tar", "congdoan-ghi-chu.txt"}
    old.refresh_from_db()
    assert old.removed_at is not None


def test_a_backup_is_due_once_a_night_and_again_an_hour_after_a_failure(db: None, settings: Any) -> None:
    night = datetime(2026, 3, 2, 20, tzinfo=UTC)  # 3:00 in Vietnam
    assert not is_due(night)
    settings.BACKUP_FOLDER = "/b"
    assert is_due(night)
    made(night, result="failed")
    assert not is_due(night + timedelta(minutes=30))
    assert is_due(night + timedelta(minutes=70))
    made(night + timedelta(minutes=75))
    assert not is_due(night + timedelta(hours=20))
    assert is_due(night + timedelta(hours=24))


def test_an_old_last_backup_is_on_the_administrators_desk_until_a_new_one(client: Client, federation: Federation):
    last = made(timezone.now() - timedelta(hours=31))
    watch_backups()
    watch_backups()
    assert WorkItem.objects.filter(kind=ALARM, state="open").count() == 1
    client.force_login(federation["admin"])
    assert "Bản sao lưu tốt gần nhất đã quá cũ" in client.get("/").content.decode()
    assert "Chưa có bản sao lưu tốt nào trong 30 giờ qua" in client.get("/he-thong/sao-luu/").content.decode()
    client.force_login(federation["chutich"])
    assert "Bản sao lưu" not in client.get("/").content.decode()
    set_rule(
        code="core.backup.hours", valid_from=timezone.localdate(), valid_to=None, value=72, source="QĐ", certainty="C"
    )
    watch_backups()
    assert not WorkItem.objects.filter(kind=ALARM, state="open").exists()
    last.delete()
    made(timezone.now(), kind="restored")
    assert last_good() is None


def test_the_page_tells_of_each_backup_in_few_questions(
    client: Client, federation: Federation, django_assert_max_num_queries: Any
) -> None:
    client.force_login(federation["admin"])
    assert "Chưa có bản sao lưu nào" in client.get("/he-thong/sao-luu/").content.decode()
    for n in range(40):
        made(timezone.now() - timedelta(hours=n), content_hash="ab12" * 16, size=5_000_000, files=12)
    made(timezone.now(), result="failed", error="Ổ đĩa đã đầy.")
    with django_assert_max_num_queries(16):
        page = client.get("/he-thong/sao-luu/").content.decode()
    assert "ab12ab12ab12" in page and "Ổ đĩa đã đầy." in page and "congdoan.tar" in page


def test_asking_for_one_starts_a_job_and_not_two(client: Client, federation: Federation, settings: Any) -> None:
    client.force_login(federation["admin"])
    answer = client.post("/he-thong/sao-luu/ngay/")
    assert answer.status_code == 302
    assert client.post("/he-thong/sao-luu/ngay/").status_code == 409
    run_queued_jobs()
    run = JobRun.objects.get()
    assert run.state == "failed" and "CONGDOAN_BACKUP_FOLDER" in run.error


def test_the_folder_gets_an_archive_and_its_record(another: Installation, settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_FOLDER = str(tmp_path)
    (tmp_path / "congdoan-20260101-020000.tar.part").touch()
    with another.inside():
        done = back_up_into_folder(Backup.Kind.SCHEDULED, lambda *_: None)
        row = Backup.objects.get()
        assert [path.name for path in tmp_path.glob("congdoan-*")] == [done.path.name]
        assert (row.result, row.size, row.content_hash) == ("good", done.size, done.made.manifest.content)
        assert last_good() is not None


def test_a_lost_file_is_told_and_the_rest_is_saved(another: Installation, empty: Installation, tmp_path: Path) -> None:
    lost, altered = [path for path in sorted((another.folder / "files").rglob("*")) if path.is_file()][:2]
    lost.unlink()
    altered.write_bytes(b"!" + altered.read_bytes()[1:])
    done = another.run("backup", str(tmp_path / "a.tar"))
    assert done.returncode == 1 and "2 tệp trong kho đã mất hoặc hỏng" in done.stderr and lost.name in done.stderr
    assert another.rows("select result, damaged_files from core_backup") == [("damaged", 2)]
    restored = empty.run("restore", str(tmp_path / "a.tar"))
    assert restored.returncode == 0 and "2 tệp đã mất hoặc hỏng" in restored.stderr
    assert len([path for path in (empty.folder / "files").rglob("*") if path.is_file()]) == 10


@pytest.mark.parametrize("place", ["/proc/không-có/a.tar", "/dev/full/a.tar"])
def test_a_place_that_takes_nothing_is_told(another: Installation, place: str) -> None:
    done = another.run("backup", place)
    assert done.returncode == 2 and "Không ghi được" in done.stderr
    assert another.rows("select result from core_backup") == [("failed",)]
