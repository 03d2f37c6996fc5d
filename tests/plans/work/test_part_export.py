"""Every unit's part of a plan as a file: the database writes the cells, and they say what pages say."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from django.test import Client

from congdoan.core import clock
from congdoan.plans.models import Assignment, AssignmentState, Plan, Task
from congdoan.plans.queries.work.looks import look_of_assignment
from congdoan.plans.views.work import follow_up
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


def test_a_sheet_too_long_to_be_made_at_once_is_refused_and_csv_offered(
    client: Client, federation: Federation, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    _given(plan, federation)
    monkeypatch.setattr(follow_up, "MOST_IN_A_SHEET", 29)
    client.force_login(federation["chutich"])
    answer = client.get(f"/ke-hoach/{plan.pk}/theo-doi/?tung=phan-viec&xuat=xlsx")
    assert answer.status_code == 422
    assert "30 phần việc" in answer.content.decode()
    assert _file(client, plan, "xuat=csv")
