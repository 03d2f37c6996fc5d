"""Every unit's part of a plan as a file: the database writes the cells, and they say what pages say."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.exports import large
from congdoan.core.exports.large import drop_old_sheets
from congdoan.core.models import JobRun, StoredFile
from congdoan.organisation.models import Post
from congdoan.plans.models import Assignment, AssignmentState, Plan, Task
from congdoan.plans.queries.work.looks import look_of_assignment
from tests.jobs import run_queued_jobs
from tests.plans.factories import give, make_task
from tests.world import Federation

TODAY = date(2023, 3, 15)
STRANGE = ('=cmd|"/c calc"!A1', '@tên, “có” "ngoặc"', "-5 việc", "Rà soát\nhai dòng")


def _given(plan: Plan, federation: Federation) -> None:
    states = [state for state in AssignmentState if state != AssignmentState.WITHDRAWN]
    for number, state in enumerate(states):
        for days in (-9, 0, 3, 40, None):
            due = None if days is None else TODAY + timedelta(days=days)
            task = make_task(plan, f"{number}.{days}", STRANGE[number % len(STRANGE)], due=due)
            part = give(task, federation.ba_tri, state=state, due=due)
            Assignment.objects.filter(pk=part.pk).update(open_obstacles=number % 2, taken_on=TODAY)


def _file(client: Client, plan: Plan, query: str) -> bytes:
    answer: Any = client.get(f"/ke-hoach/{plan.pk}/theo-doi/?tung=phan-viec&{query}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_a_line_says_of_a_part_what_its_page_says(client: Client, federation: Federation, plan: Plan) -> None:
    _given(plan, federation)
    client.force_login(federation["chutich"])
    head, *lines, mark = csv.reader(StringIO(_file(client, plan, "xuat=csv").decode("utf-8-sig"), newline=""))
    assert head[5] == "Trạng thái"
    assert "Nguyễn Phúc Linh xuất lúc" in mark[0]
    parts = list(Assignment.objects.order_by("pk"))
    assert [line[5] for line in lines] == [look_of_assignment(part, clock.today()).words for part in parts]
    assert {line[4] for line in lines} == {"06/03/2023", "15/03/2023", "18/03/2023", "24/04/2023", ""}
    assert {line[6] for line in lines} == {"15/03/2023"}


def test_words_that_a_sheet_would_run_are_text_in_both_files(
    client: Client, federation: Federation, plan: Plan
) -> None:
    _given(plan, federation)
    client.force_login(federation["chutich"])
    _, *lines, _ = csv.reader(StringIO(_file(client, plan, "xuat=csv").decode("utf-8-sig"), newline=""))
    titles = list(Task.objects.order_by("assignments__pk").values_list("title", flat=True))
    assert [line[1] for line in lines] == [f"'{one}" if one[0] in "=@-" else one for one in titles]
    sheet = openpyxl.load_workbook(BytesIO(_file(client, plan, "xuat=xlsx"))).active
    assert [row[1] for row in sheet.iter_rows(min_row=6, values_only=True)] == titles


def test_the_filter_of_the_page_holds_for_the_file(client: Client, federation: Federation, plan: Plan) -> None:
    _given(plan, federation)
    client.force_login(federation["chutich"])
    text = _file(client, plan, "trang-thai=qua-han&xuat=csv").decode()
    assert text.count("Quá hạn 9 ngày") == 2
    assert "Hoàn thành" not in text.split("\n", 1)[1]
    client.force_login(federation["cholach"])
    assert client.get(f"/ke-hoach/{plan.pk}/theo-doi/?tung=phan-viec&xuat=csv").status_code == 404


@pytest.fixture
def long(federation: Federation, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the sheet of a plan whose 30 parts are too many to be written while somebody waits."""
    _given(plan, federation)
    monkeypatch.setattr(large, "AT_ONCE", 29)
    return f"/ke-hoach/{plan.pk}/theo-doi/tep-excel/"


def _run_of(client: Client, address: str) -> str:
    """The page of the job that makes the sheet."""
    answer = client.post(address)
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_sheet_too_long_to_be_made_at_once_is_made_by_the_worker_and_taken_from_its_page(
    client: Client, federation: Federation, plan: Plan, long: str
) -> None:
    client.force_login(federation["chutich"])
    answer = client.get(f"/ke-hoach/{plan.pk}/theo-doi/?tung=phan-viec&trang-thai=&xuat=xlsx")
    assert answer["Location"] == f"{long}?"
    assert "30 phần việc" in client.get(long).content.decode()
    run = _run_of(client, long)
    assert "Tải tệp" not in client.get(run).content.decode()
    assert run_queued_jobs() == 1
    assert f'href="{run}tep/"' in client.get(run).content.decode()
    taken: Any = client.get(f"{run}tep/")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(taken.streaming_content))).active
    titles = list(Task.objects.order_by("assignments__pk").values_list("title", flat=True))
    assert [row[1] for row in sheet.iter_rows(min_row=6, values_only=True)] == titles
    assert "Nguyễn Phúc Linh xuất lúc" in sheet["A3"].value
    assert _file(client, plan, "xuat=csv")


def test_the_filter_goes_into_the_long_sheet_and_nobody_waits_for_the_same_twice(
    client: Client, federation: Federation, long: str
) -> None:
    client.force_login(federation["chutich"])
    late = _run_of(client, f"{long}?trang-thai=qua-han")
    assert _run_of(client, f"{long}?trang-thai=qua-han") == late
    assert _run_of(client, long) != late
    assert f'href="{late}"' in client.get(long).content.decode(), "whoever left the page of the job finds it here"
    run_queued_jobs()
    assert f'href="{late}"' in client.get(long).content.decode()
    taken: Any = client.get(f"{late}tep/")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(taken.streaming_content))).active
    assert {row[5] for row in sheet.iter_rows(min_row=6, values_only=True)} == {"Quá hạn 9 ngày"}
    assert sheet["A2"].value == "Quá hạn"


def test_a_long_sheet_is_for_who_asked_while_they_may_see_the_plan(
    client: Client, federation: Federation, long: str
) -> None:
    client.force_login(federation["cholach"])
    assert client.post(long).status_code == 404
    client.force_login(federation["chuyenvien"])
    run, late = _run_of(client, long), _run_of(client, f"{long}?trang-thai=qua-han")
    waiting = JobRun.objects.get(pk=late.rstrip("/").rpartition("/")[2])
    run_queued_jobs(limit=1)
    Post.objects.filter(user=federation["chuyenvien"]).update(ends_on=TODAY - timedelta(days=1))
    assert client.get(f"{run}tep/").status_code == 404
    run_queued_jobs()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.result.get("file")) == (JobRun.State.FAILED, None)
    client.force_login(federation["chutich"])
    assert client.get(f"{run}tep/").status_code == 404


def test_a_long_sheet_is_kept_for_a_day(client: Client, federation: Federation, long: str) -> None:
    client.force_login(federation["chutich"])
    run = _run_of(client, long)
    run_queued_jobs()
    assert drop_old_sheets() == 0
    assert f'href="{run}"' in client.get(long).content.decode()
    JobRun.objects.update(updated_at=timezone.now() - timedelta(hours=25))
    before = StoredFile.objects.count()
    assert (drop_old_sheets(), StoredFile.objects.count()) == (1, before - 1)
    assert "Tải tệp" not in client.get(run).content.decode()
    assert "mỗi tệp được giữ 24 giờ" in client.get(f"{run}tep/").content.decode()
    assert drop_old_sheets() == 0
    assert f'href="{run}"' not in client.get(long).content.decode()
