"""Difficulties that ask the same are answered at once; a published answer is found by all below alone."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed
from congdoan.plans.models import Assignment, AssignmentState, Obstacle, ObstacleState, SharedAnswer
from congdoan.plans.queries.answers.alike import groups_alike
from congdoan.plans.queries.answers.published import answer_list, answers_to
from congdoan.plans.services.answers.publish import publish_answer, withdraw_answer
from congdoan.plans.services.answers.together import answer_together
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.worklist.models import Notice
from tests.plans.factories import give, make_plan, make_task
from tests.plans.work.desk import waiting_answers
from tests.world import Federation

WANTED = "Đơn vị chưa có kinh phí mua máy quét, đề nghị hướng dẫn nguồn kinh phí"
ALIKE = "Chưa có kinh phí mua máy quét; đề nghị hướng dẫn lấy từ nguồn kinh phí nào"
OTHER = "Phần mềm không mở được tệp của Sở Nội vụ"
QUESTION = "Kinh phí mua máy quét lấy từ nguồn nào?"
ANSWER = "Chi từ nguồn tài chính công đoàn, mục mua sắm thường xuyên."


@pytest.fixture
def asked(federation: Federation) -> list[Obstacle]:
    """Three difficulties of Ba Tri, two of which ask the same."""
    plan = make_plan(federation)
    part = give(make_task(plan), federation.ba_tri, state=AssignmentState.DOING)
    return [
        raise_obstacle(assignment_id=part.pk, by=federation["batri.cv"], text=text) for text in (WANTED, OTHER, ALIKE)
    ]


def published(federation: Federation, asked: list[Obstacle]) -> SharedAnswer:
    ids = [asked[0].pk, asked[2].pk]
    answer_together(obstacle_ids=ids, by=federation["chanhvp"], answer=ANSWER, question=QUESTION)
    return SharedAnswer.objects.get()


def test_texts_that_ask_the_same_are_found_in_other_words_and_order() -> None:
    assert groups_alike([(1, WANTED), (2, OTHER), (3, ALIKE), (4, "")]) == [[1, 3]]


def test_one_answer_goes_to_all_that_asked_and_each_is_told(federation: Federation, asked: list[Obstacle]) -> None:
    shared = published(federation, asked)
    states = list(Obstacle.objects.order_by("pk").values_list("state", "answer", "shared"))
    assert states == [("answered", ANSWER, shared.pk), ("open", "", None), ("answered", ANSWER, shared.pk)]
    assert Assignment.objects.get().open_obstacles == 1 == len(waiting_answers())
    assert Notice.objects.filter(user=federation["batri.cv"]).count() == 2


def test_when_somebody_was_quicker_with_one_of_them_none_is_answered(
    federation: Federation, asked: list[Obstacle]
) -> None:
    answer_obstacle(obstacle_id=asked[2].pk, by=federation["chanhvp"], answer="Chờ hướng dẫn")
    with pytest.raises(IllegalTransition):
        published(federation, asked)
    assert not SharedAnswer.objects.exists()
    assert Obstacle.objects.get(pk=asked[0].pk).state == ObstacleState.OPEN


def test_the_district_finds_the_answer_of_the_province_and_a_stranger_does_not(
    federation: Federation, asked: list[Obstacle]
) -> None:
    shared = published(federation, asked)
    for username in ("batri", "batri.cv", "coso", "chutich"):
        assert list(answer_list(federation[username], words="may quet")) == [shared], username
    assert not answer_list(federation["coso"], words="xe may")
    own = SharedAnswer.objects.create(
        unit=federation.ba_tri,
        question="Họp ở đâu?",
        answer="Tại huyện",
        published_by=federation["batri"],
        published_on=date(2023, 3, 1),
    )
    assert own in answer_list(federation["coso"])
    assert own not in answer_list(federation["cholach"])


def test_whoever_writes_down_the_same_question_is_shown_the_answer(
    federation: Federation, asked: list[Obstacle]
) -> None:
    shared = published(federation, asked)
    assert answers_to(federation["coso"], "Đề nghị cho biết mua máy quét bằng kinh phí nào") == [shared]
    assert answers_to(federation["coso"], "Khi nào nộp báo cáo quý?") == []
    assert answers_to(federation["coso"], "'; drop table & | ! \\ (") == []


def test_an_answer_that_was_withdrawn_is_found_by_nobody_and_stays_with_who_got_it(
    federation: Federation, asked: list[Obstacle]
) -> None:
    shared = published(federation, asked)
    with pytest.raises(NotAllowed):
        withdraw_answer(answer_id=shared.pk, by=federation["batri"], reason="x")
    withdraw_answer(answer_id=shared.pk, by=federation["chutich"], reason="Đã có quy định mới")
    assert not answer_list(federation["coso"]).exists()
    assert Obstacle.objects.filter(shared=shared, answer=ANSWER).count() == 2
    with pytest.raises(Conflict, match="Nguyễn Phúc Linh đã thu hồi câu trả lời này ngày 15/03/2023"):
        withdraw_answer(answer_id=shared.pk, by=federation["chutich"], reason="lần nữa")


def test_whoever_published_an_answer_takes_it_back(
    client: Client, federation: Federation, asked: list[Obstacle]
) -> None:
    shared = published(federation, asked)
    client.force_login(federation["chanhvp"])
    page = reverse("answers:one", args=[shared.pk])
    assert "Thu hồi câu trả lời này" in client.get(page).content.decode()
    client.post(reverse("answers:withdraw", args=[shared.pk]), {"words": "Sai mẫu"})
    assert "Đã thu hồi ngày 15/03/2023: Sai mẫu" in client.get(page).content.decode()


def test_the_answer_to_one_question_can_be_published_afterwards_once(
    federation: Federation, asked: list[Obstacle]
) -> None:
    office = federation["chanhvp"]
    words: dict[str, Any] = {"question": "Mở tệp của Sở thế nào?", "answer": "Cập nhật phần mềm", "document": None}
    with pytest.raises(Invalid, match="chưa được trả lời"):
        publish_answer(obstacle_id=asked[1].pk, by=office, **words)
    answer_obstacle(obstacle_id=asked[1].pk, by=office, answer="Cập nhật phần mềm của máy 02")
    shared = publish_answer(obstacle_id=asked[1].pk, by=office, **words)
    assert (shared.unit, shared.published_on) == (federation.province, date(2023, 3, 15))
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên đã đăng"):
        publish_answer(obstacle_id=asked[1].pk, by=office, **words)


def test_the_pages_lead_from_the_group_to_the_answer(
    client: Client, federation: Federation, asked: list[Obstacle], django_assert_max_num_queries: Any
) -> None:
    client.force_login(federation["chanhvp"])
    with django_assert_max_num_queries(16):
        page = client.get(reverse("answers:waiting")).content.decode()
    assert "2 vướng mắc hỏi giống nhau" in page
    together = reverse("answers:together")
    ids = f"id={asked[0].pk}&id={asked[2].pk}"
    assert "Trả lời chung 2 vướng mắc" in client.get(f"{together}?{ids}").content.decode()
    sent = {"id": [asked[0].pk, asked[2].pk], "answer": ANSWER, "question": QUESTION}
    assert client.post(together, sent, follow=True).redirect_chain
    shared = SharedAnswer.objects.get()
    client.force_login(federation["coso"])
    assert QUESTION in client.get(reverse("answers:list"), {"q": "may quet"}).content.decode()
    assert "Đã trả lời 2 vướng mắc" in client.get(reverse("answers:one", args=[shared.pk])).content.decode()
    offered = client.get(reverse("answers:suggestions"), {"obstacle": "mua máy quét nguồn nào"}).content.decode()
    assert QUESTION in offered


def test_the_words_stay_when_somebody_was_quicker(
    client: Client, federation: Federation, asked: list[Obstacle]
) -> None:
    answer_obstacle(obstacle_id=asked[0].pk, by=federation["chanhvp"], answer="Chờ hướng dẫn")
    client.force_login(federation["chanhvp"])
    sent = {"id": [asked[0].pk, asked[2].pk], "answer": ANSWER, "question": QUESTION}
    page = client.post(reverse("answers:together"), sent)
    assert page.status_code == 409
    assert ANSWER in page.content.decode()
    assert Obstacle.objects.get(pk=asked[2].pk).state == ObstacleState.OPEN
