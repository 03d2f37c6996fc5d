"""Which of the six a task lacks, and the small words of numbers and titles."""

import pytest

from congdoan.plans.models import Task, TaskParty
from congdoan.plans.numbering import letter, printed_number, task_numbers
from congdoan.plans.queries.review.tasks import words_of
from congdoan.plans.six_clear import Clear, TaskWords, lacking
from congdoan.plans.titles import section_title, short_title

WHOLE = {
    "text": "Rà soát các văn bản",
    "leads": 1,
    "unknown": 0,
    "has_due": True,
    "recurs": False,
    "product": "Danh mục",
    "competence": "Ban Thường vụ",
}


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, ()),
        ({"leads": 0}, (Clear.PERSON, Clear.RESPONSIBILITY)),
        ({"leads": 2}, (Clear.RESPONSIBILITY,)),
        ({"unknown": 1}, (Clear.RESPONSIBILITY,)),
        ({"text": "Rà soát"}, (Clear.WORK,)),
        ({"has_due": False}, (Clear.TIME,)),
        ({"has_due": False, "recurs": True}, ()),
        ({"product": " "}, (Clear.PRODUCT,)),
        ({"competence": ""}, (Clear.COMPETENCE,)),
    ],
)
def test_a_task_lacks_what_it_does_not_say(change, missing):
    assert lacking(TaskWords(**{**WHOLE, **change})) == missing


def test_whole_levels_that_lead_together_answer_each_for_its_own_part():
    parties = [TaskParty(role="lead", audience="district"), TaskParty(role="lead", audience="sector_local")]
    assert words_of(Task(text="Xây dựng kế hoạch"), parties).leads == 1


def test_tasks_are_numbered_as_a_paper_would():
    sections = ["II.2.1", "II.2.1", "II.2.4", "III", "III", "", ""]
    assert list(task_numbers(sections)) == ["2.1.a", "2.1.b", "2.4", "III.a", "III.b", "6", "7"]
    assert [letter(place) for place in (0, 4, 22, 23)] == ["a", "đ", "y", "aa"]
    assert printed_number("II.2.1") == "2.1"


def test_titles_keep_whole_clauses_and_lose_their_marks():
    assert short_title("- Chủ động rà soát.") == "Chủ động rà soát"
    long = "Tăng cường công tác quản lý và kiểm tra tài chính công đoàn; " + "chấn chỉnh vi phạm " * 10
    assert short_title(long) == "Tăng cường công tác quản lý và kiểm tra tài chính công đoàn"
    assert section_title("Về tổ chức bộ máy") == "Tổ chức bộ máy"
