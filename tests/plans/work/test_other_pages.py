from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.core.search import finders
from congdoan.core.text import fold
from congdoan.documents.models import Document, Reading, ReadingPage
from congdoan.plans.models import Assignment, AssignmentState, Plan, Task
from congdoan.plans.queries.plans import figures_of
from congdoan.plans.queries.work.find import find_tasks
from tests.plans.factories import give, make_plan, make_task
from tests.plans.work.test_follow_up import followed  # noqa: F401
from tests.world import Federation


def test_a_leader_sees_how_far_every_running_plan_is(client: Client, federation: Federation, followed: Plan) -> None:  # noqa: F811
    client.force_login(federation["chutich"])
    assert 'href="/ke-hoach/tong-quan/"' in client.get("/ke-hoach/").content.decode()
    page = client.get("/ke-hoach/tong-quan/").content.decode()
    assert (
        followed.subject in page and "3/5" in page and f"/ke-hoach/{followed.pk}/theo-doi/?trang-thai=qua-han" in page
    )


def test_a_district_sees_its_own_part_of_a_plan(client: Client, federation: Federation, followed: Plan) -> None:  # noqa: F811
    client.force_login(federation["batri"])
    page = client.get("/ke-hoach/tong-quan/").content.decode()
    assert followed.subject in page and "1/1" in page


def test_all_tasks_of_a_unit_stand_on_one_page(client: Client, federation: Federation, followed: Plan) -> None:  # noqa: F811
    client.force_login(federation["chanhvp"])
    url = f"/ke-hoach/don-vi/{federation.province.pk}/"
    assert "Ban hành bộ thủ tục" in client.get(url).content.decode()
    assert "Ban hành bộ thủ tục" not in client.get(f"{url}?trang-thai=qua-han").content.decode()
    client.force_login(federation["batri"])
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("path", ["tong-quan/", "don-vi/{unit}/", "don-vi/{unit}/?trang-thai=im-lang"])
def test_these_pages_ask_at_most_twelve_questions(
    client: Client, federation: Federation, path: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        plan = make_plan(federation, symbol=f"{number}/KH-LĐLĐ", number=number)
        give(make_task(plan), federation.ba_tri)
    client.force_login(federation["chutich"])
    url = "/ke-hoach/" + path.format(unit=federation.ba_tri.pk)
    client.get(url)
    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200


def test_a_task_is_found_by_its_words_without_marks(federation: Federation, given: Assignment) -> None:
    Task.objects.update(folded=fold(given.task.title))
    find = finders["tasks"].find
    assert [found.title for found in find(federation["batri"], "he thong hoa", 5)] == [given.task.title]
    assert find(federation["cholach"], "he thong hoa", 5) == []


def test_a_task_is_found_by_its_number(federation: Federation, given: Assignment) -> None:
    assert [found.title for found in find_tasks(federation["batri"], "iii.2.c", 5)] == ["Hệ thống hóa thủ tục"]
    assert find_tasks(federation["batri"], "III.2.d", 5) == []


def test_the_passage_of_the_paper_is_shown_to_whoever_has_the_task(
    client: Client, federation: Federation, given: Assignment
) -> None:
    text = "Kế hoạch\nHệ thống hóa thủ tục.\nHết"
    paper = Document.objects.create(unit=federation.province, subject="Kế hoạch")
    reading = Reading.objects.create(document=paper, text=text)
    ReadingPage.objects.create(reading=reading, number=1, start=0, end=len(text))
    Plan.objects.update(reading=reading, document=paper)
    Task.objects.update(start=9, end=30, page=1)
    client.force_login(federation["batri"])
    assert f"/ke-hoach/nhiem-vu/{given.pk}/van-ban/" in client.get(f"/ke-hoach/nhiem-vu/{given.pk}/").content.decode()
    page = client.get(f"/ke-hoach/nhiem-vu/{given.pk}/van-ban/").content.decode()
    assert '<mark class="cd-passage-now">Hệ thống hóa thủ tục.</mark>' in page
    client.force_login(federation["cholach"])
    assert client.get(f"/ke-hoach/nhiem-vu/{given.pk}/van-ban/").status_code == 404


def test_a_task_without_a_paper_has_no_passage(client: Client, federation: Federation, given: Assignment) -> None:
    client.force_login(federation["batri"])
    assert client.get(f"/ke-hoach/nhiem-vu/{given.pk}/van-ban/").status_code == 404


def test_what_waits_for_a_decision_is_late_nowhere(federation: Federation) -> None:
    """The list of plans, their overview and the follow-up mean the same by late."""
    plan = make_plan(federation)
    give(make_task(plan, due=date(2023, 3, 1)), federation.ba_tri, state=AssignmentState.TO_CONFIRM)
    give(make_task(plan, due=date(2023, 3, 1)), federation.cho_lach, state=AssignmentState.DOING)
    assert figures_of([plan], federation["chutich"], on=date(2023, 3, 15))[plan.pk].late == 1
