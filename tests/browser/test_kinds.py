"""A leader gives work on a paper at once, follows it down the tree, and a newer resolution takes it over."""

import pytest

from congdoan.documents.models import Document
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.create import create_plan
from tests.browser.aside import aside
from tests.browser.people import DESK, PHONE, Office, Person
from tests.plans.drafts import add_task, issued

pytestmark = pytest.mark.browser


def test_an_opinion_on_a_paper_goes_to_a_desk_and_is_taken_over_by_a_resolution(office: Office) -> None:
    paper, resolution = aside(lambda: _papers(office))
    with office.person("chutich", DESK) as chair:
        gives_work(chair, paper)
        sees_the_tree(chair, resolution)
    with office.person("batri", PHONE) as head:
        head.open("/")
        head.sees("Rà soát thủ tục của huyện")
        head.look_over()
    with office.person("chutich", DESK) as chair:
        hands_over(chair, resolution)
    assert not office.problems, "\n".join(office.problems)


def _papers(office: Office) -> tuple[Document, Plan]:
    """A letter from above about a resolution of the province, and that resolution, in force."""
    federation = office.federation
    resolution = create_plan(
        unit=federation.province, subject="Nghị quyết về cải cách", by=federation["chuyenvien"], kind="NQ"
    )
    add_task(resolution, "1", federation.organisation, None)
    issued(resolution, federation)
    letter = Document.objects.create(unit=federation.province, type="CV", symbol="15/TLĐ-VP", subject="Về thủ tục")
    return letter, resolution


def gives_work(chair: Person, paper: Document) -> None:
    page = chair.page
    chair.open(f"/van-ban/{paper.pk}/")
    chair.click("link", "Giao việc")
    chair.look_over()
    page.get_by_label("Nội dung chỉ đạo, kết luận").fill("Giao Ba Tri rà soát ngay")
    first = page.get_by_role("region", name="Việc 1")
    first.get_by_label("Tên việc").fill("Rà soát thủ tục của huyện")
    first.get_by_label("Hạn").fill("01/04/2023")
    first.get_by_role("combobox", name="Chủ trì").fill("ba tri")
    page.get_by_role("option", name="LĐLĐ huyện Ba Tri").first.click()
    chair.click("button", "Giao việc")
    chair.sees("Đã giao 1 việc cho 1 đơn vị")
    chair.look_over()


def sees_the_tree(chair: Person, resolution: Plan) -> None:
    chair.open(f"/ke-hoach/{resolution.pk}/cay/")
    chair.sees("Nghị quyết 1/NQ-LĐLĐ")
    chair.click("link", "Mở hết nhiệm vụ")
    chair.sees("Việc 1")
    chair.look_over()


def hands_over(chair: Person, resolution: Plan) -> None:
    page = chair.page
    chair.open("/ke-hoach/?loai=YK")
    chair.click("link", "Giao Ba Tri rà soát ngay")
    chair.click("link", "Thay thế, bãi bỏ")
    page.get_by_label("Văn bản mới").first.select_option(str(resolution.pk))
    page.get_by_label("1 Rà soát thủ tục của huyện").check()
    chair.look_over()
    chair.click("button", "Thay thế, bãi bỏ")
    chair.sees("đã được thay bằng Nghị quyết 1/NQ-LĐLĐ")
    chair.open(f"/ke-hoach/{resolution.pk}/")
    chair.sees("Rà soát thủ tục của huyện")
    chair.look_over()
