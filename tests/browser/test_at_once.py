"""Two people answer the same difficulty: the second is told who was first, and still has every word."""

import pytest
from django.db import transaction

from congdoan.plans.models import Obstacle
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office
from tests.plans.factories import give, make_plan, make_task

pytestmark = pytest.mark.browser
WORDS = "Cử thêm hai người của Ban Tổ chức,\nxong trước 20/4."


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_second_answer_to_a_difficulty_keeps_its_words(office: Office, size: dict[str, int]) -> None:
    obstacle = aside(lambda: _difficulty(office))
    with office.person("chutich", size) as second:
        second.open(f"/ke-hoach/vuong-mac/{obstacle.pk}/")
        second.page.fill("textarea[name=words]", WORDS)
        aside(lambda: answer_obstacle(obstacle_id=obstacle.pk, by=office.federation["chanhvp"], answer="Đã cử người."))
        second.click("button", "Trả lời")
        second.sees("Võ Thị Mỹ Duyên, trả lời vướng mắc")
        assert second.page.input_value("textarea[name=words]") == WORDS
        newest = second.page.get_by_role("link", name="Xem bản mới")
        assert newest.get_attribute("target") == "_blank"
        second.look_over()
    assert [problem for problem in office.problems if "409" not in problem] == []
    assert aside(lambda: Obstacle.objects.get().answer) == "Đã cử người."


@transaction.atomic
def _difficulty(office: Office) -> Obstacle:
    federation = office.federation
    part = give(make_task(make_plan(federation)), federation.ba_tri, state="doing")
    return raise_obstacle(assignment_id=part.pk, by=federation["batri"], text="Thiếu người làm.")
