"""What is typed stays on the machine until it was sent, also when the page only asks for suggestions meanwhile."""

import pytest

from congdoan.plans.models import SharedAnswer
from congdoan.plans.models.assignment import AssignmentState
from tests.browser.people import DESK, Office
from tests.plans.factories import give, make_plan, make_task
from tests.rights.people import TODAY
from tests.world import Federation

pytestmark = pytest.mark.browser
QUESTION = "Kinh phí mua máy quét lấy từ nguồn nào?"


@pytest.fixture
def part(live_server: object, federation: Federation) -> int:
    SharedAnswer.objects.create(
        unit=federation.province,
        question=QUESTION,
        answer="Chi thường xuyên",
        published_by=federation["chanhvp"],
        published_on=TODAY,
    )
    return give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING).pk


def test_a_suggested_answer_does_not_take_the_typed_words_away(part: int, office: Office) -> None:
    with office.person("batri.cv", DESK) as person:
        page = person.page
        page.goto(f"{office.base}/ke-hoach/nhiem-vu/{part}/")
        page.locator("label", has_text="Gặp vướng mắc").click()
        page.locator("#obstacle").press_sequentially("Mua máy quét bằng kinh phí nào")
        page.locator("#da-tra-loi a", has_text=QUESTION).wait_for()
        page.reload()
        assert page.locator("#obstacle").input_value() == "Mua máy quét bằng kinh phí nào"
