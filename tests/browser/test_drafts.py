"""What is typed stays on the machine until it was sent, also when the page only asks for suggestions meanwhile; it is
there for its writer alone, and nothing of it outlives a sign-out."""

import pytest

from congdoan.plans.models import SharedAnswer
from congdoan.plans.models.assignment import AssignmentState
from tests.browser.people import DESK, Office, Person
from tests.plans.factories import give, make_plan, make_task
from tests.rights.people import TODAY
from tests.world import Federation

pytestmark = pytest.mark.browser
QUESTION = "Kinh phí mua máy quét lấy từ nguồn nào?"
NEW_FORM, NAME = "/bao-cao/mau/them/", "Báo cáo về vụ việc riêng"


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


def is_kept(person: Person, words: str) -> None:
    person.page.wait_for_function(
        "(words) => Object.values(localStorage).some((kept) => kept.includes(words))", arg=words
    )


def test_who_signs_in_after_a_session_that_ran_out_sees_no_draft_and_its_writer_finds_it_again(office: Office) -> None:
    with office.person("chutich", DESK) as person:
        person.open(NEW_FORM)
        person.page.fill("input[name=name]", NAME)
        is_kept(person, NAME)
        person.page.context.clear_cookies()
        person.username = "batri"
        person.sign_in()
        person.open(NEW_FORM)
        assert person.page.input_value("input[name=name]") == ""
        person.page.context.clear_cookies()
        person.username = "chutich"
        person.sign_in()
        person.open(NEW_FORM)
        assert person.page.input_value("input[name=name]") == NAME
    assert office.problems == []


def test_nothing_half_written_outlives_signing_out(office: Office) -> None:
    with office.person("chutich", DESK) as person:
        person.open(NEW_FORM)
        person.page.fill("input[name=name]", NAME)
        is_kept(person, NAME)
        person.page.evaluate("document.querySelector('form[action=\"/tai-khoan/dang-xuat/\"]').requestSubmit()")
        person.page.wait_for_url("**/tai-khoan/dang-nhap/**")
        assert person.page.evaluate("JSON.stringify(localStorage)") == "{}"
    assert office.problems == []
