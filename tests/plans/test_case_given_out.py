"""Real papers, read, reviewed and given out as cases: the measures find in them exactly what a person corrected."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from congdoan.core.files.store import store
from congdoan.documents.models import Document, Reading
from congdoan.documents.reading.evaluation.evaluate import evaluate
from congdoan.documents.reading.evaluation.score import Score
from congdoan.documents.reading.reader import read_file
from congdoan.documents.services.results import keep_result
from congdoan.plans.exports.case import write_case
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.from_reading import draft_from_reading
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.services.review.learning.keep import keep_checked
from congdoan.plans.services.review.reshape import remove_task
from congdoan.plans.services.review.tasks import edit_task
from tests.plans.learning import DAY
from tests.world import Federation

CASES = Path(__file__).parent.parent.parent / "cases"
PAPERS = ("phu-luc-bang.txt", "chi-thi.txt", "de-an-phan.txt", "thang-cong-nhan.txt", "danh-so-sai.txt")


def reviewed(paper: str, federation: Federation) -> Plan:
    path, by = CASES / paper, federation["chuyenvien"]
    with path.open("rb") as content:
        file = store(content, name=paper, by_id=by.pk)
    document = Document.objects.create(unit=federation.province, subject=paper, file=file, added_by=by)
    reading = Reading.objects.create(document=document)
    keep_result(reading, read_file(path), {})
    return draft_from_reading(reading_id=reading.pk, by=by)


def measured(plan: Plan, federation: Federation, folder: Path) -> Score:
    plan.refresh_from_db()
    checked = keep_checked(plan, by=federation["chuyenvien"], on=DAY)
    with write_case(checked) as content, zipfile.ZipFile(content) as case:
        case.extractall(folder)
    [score] = evaluate(folder)
    return score


@pytest.mark.parametrize("paper", PAPERS)
def test_a_reading_that_nobody_corrected_agrees_with_its_case(paper, federation, tmp_path):
    plan = reviewed(paper, federation)
    assert measured(plan, federation, tmp_path).faults == []
    assert not plan.checked.corrections.exists()


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_person_corrected_is_what_the_measures_find_wrong(paper, federation, tmp_path):
    plan, by = reviewed(paper, federation), federation["chuyenvien"]
    edit_header(plan_id=plan.pk, by=by, facts={"subject": "Chuyển đổi số"}, seen={})
    first, *_, last = plan.tasks.all()
    facts = {"due": date(2031, 1, 31), "recurrence": ""}
    edit_task(plan_id=plan.pk, task_id=first.pk, by=by, revision=first.revision, facts=facts)
    remove_task(plan_id=plan.pk, task_id=last.pk, by=by, revision=last.revision)
    score = measured(plan, federation, tmp_path)
    assert sorted(fault.measure for fault in score.faults) == ["due", "header.subject", "tasks"]
