"""What programs write: once for each key, only on top of what they have read."""

from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from django.db import connections

from congdoan.accounts.answered import KEPT
from congdoan.accounts.models import AnsweredCall
from congdoan.core import clock
from congdoan.plans.models import Assignment, AssignmentState, MeasuredTarget, ProgressReport
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.type_value import type_value
from tests.api.program import Program
from tests.plans.factories import count, give, make_plan, make_task
from tests.plans.targets.conftest import FIELDS, split_whole, value_of
from tests.reporting.factories import asked, report_of_ba_tri
from tests.world import Federation, build_federation


@pytest.fixture
def running(federation: Federation) -> Assignment:
    return give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING)


def _target(federation: Federation) -> MeasuredTarget:
    target = add_target(plan_id=make_plan(federation).pk, by=federation["chanhvp"], fields=FIELDS)
    split_whole(target, federation)
    return target


def test_progress_is_reported_with_its_figures(federation: Federation, running: Assignment) -> None:
    counted = count(running)
    program = Program(federation["batri.cv"])
    body = {"text": "Đã tập huấn", "counts": [{"id": counted.pk, "reached": "1"}]}
    answer = program.post(f"assignments/{running.pk}/progress", body)
    assert answer.status_code == 201
    assert answer.json()["counts"][0]["reached"] == "1.00"
    assert answer.json()["reports"][0]["text"] == "Đã tập huấn"


def test_the_same_call_again_is_answered_the_same_without_acting_twice(
    federation: Federation, running: Assignment
) -> None:
    program, path = Program(federation["batri"]), f"assignments/{running.pk}/progress"
    first = program.post(path, {"text": "Đã tập huấn"}, key="lan-gui-thu-nhat")
    again = program.post(path, {"text": "Đã tập huấn"}, key="lan-gui-thu-nhat")
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert ProgressReport.objects.count() == 1
    other = program.post(path, {"text": "Việc khác"}, key="lan-gui-thu-nhat")
    assert other.status_code == 422
    assert "khóa mới" in other.json()["detail"]
    assert Program(federation["batri.cv"]).post(path, {"text": "x"}, key="lan-gui-thu-nhat").status_code == 201


def test_a_key_is_free_again_after_a_day_and_after_a_refusal(federation: Federation, running: Assignment) -> None:
    program, path = Program(federation["batri"]), f"assignments/{running.pk}/progress"
    assert program.post(path, {"text": "  "}, key="bi-tu-choi").status_code == 422
    assert program.post(path, {"text": "Đã làm"}, key="bi-tu-choi").status_code == 201
    AnsweredCall.objects.update(at=clock.now() - KEPT * 1.01)
    assert program.post(path, {"text": "Đã làm thêm"}, key="bi-tu-choi").status_code == 201
    assert ProgressReport.objects.count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_same_call_at_the_same_moment_is_done_once() -> None:
    federation = build_federation()
    given = give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING)
    program, answers = Program(federation["batri"]), []

    def call() -> None:
        answers.append(program.post(f"assignments/{given.pk}/progress", {"text": "Đã làm"}, key="cung-mot-luc"))
        connections.close_all()

    threads = [Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.content for answer in answers}) == 1
    assert sorted("Idempotent-Replayed" in answer.headers for answer in answers) == [False, True, True, True]
    assert ProgressReport.objects.count() == 1


def test_a_call_without_a_key_is_refused(federation: Federation, running: Assignment) -> None:
    program = Program(federation["batri"])
    answer = program.post(f"assignments/{running.pk}/progress", {"text": "Đã làm"}, key="")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


def test_a_figure_is_typed_only_on_top_of_the_one_that_was_read(federation: Federation) -> None:
    value = value_of(_target(federation), federation.ba_tri.pk)
    program = Program(federation["batri"])
    etag = program.get(f"figures/{value.pk}").headers["ETag"]
    typed = program.post(f"figures/{value.pk}/value", {"value": 5}, key="so-lieu-1", If_Match=etag)
    assert (typed.status_code, typed.json()["value"]) == (200, "5.00")
    type_value(value_id=value.pk, by=federation["batri.cv"], figure=Decimal(6))
    late = program.post(f"figures/{value.pk}/value", {"value": 7}, key="so-lieu-2", If_Match=typed.headers["ETag"])
    assert late.status_code == 412
    told = late.json()
    assert told["current"]["value"] == "6.00"
    assert "số liệu" in told["last_step"]
    value.refresh_from_db()
    assert value.value == 6


def test_a_figure_that_cannot_be_is_refused_with_the_words_of_the_page(federation: Federation) -> None:
    value = value_of(_target(federation), federation.ba_tri.pk)
    answer = Program(federation["batri"]).post(f"figures/{value.pk}/value", {"value": -1})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "value"


def test_a_value_of_a_report_is_filled_in(federation: Federation) -> None:
    report = report_of_ba_tri(asked(federation), federation)
    program = Program(federation["batri.cv"])
    etag = program.get(f"reports/{report.pk}").headers["ETag"]
    filled: Any = program.post(f"reports/{report.pk}/values/C4", {"figure": "40"}, If_Match=etag)
    assert filled.status_code == 200
    assert {one["code"]: one["figure"] for one in filled.json()["values"]}["C4"] == "40.00"
    assert program.post(f"reports/{report.pk}/values/C4", {"text": "x"}, key="sai-loai-1").status_code == 422
    assert program.post(f"reports/{report.pk}/values/C99", {"text": "x"}, key="khong-co-1").status_code == 404
    stale = program.post(f"reports/{report.pk}/values/C4", {"figure": "41"}, key="lan-doc-cu", If_Match=etag)
    assert stale.status_code == 412


def test_who_may_not_write_is_told_so(federation: Federation, running: Assignment) -> None:
    path = f"assignments/{running.pk}/progress"
    above = Program(federation["chutich"], "tasks.view", "tasks.report")
    assert above.post(path, {"text": "x"}).status_code in (201, 403)
    assert Program(federation["batri"], "tasks.view").post(path, {"text": "x"}).status_code == 403
    assert Program(federation["cholach"]).post(path, {"text": "x"}).status_code == 404
