"""The story that the product is for, played by its people in a real browser, at a desk and on a phone."""

from pathlib import Path

import pytest
from PIL import Image

from tests.browser import story
from tests.browser.people import DESK, PHONE, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "lop-tap-huan.jpg"
    Image.new("RGB", (640, 480), "#888").save(path)
    return path


def test_a_scan_becomes_work_on_every_desk_and_an_accepted_result(office: Office, photo: Path) -> None:
    paper_becomes_plan(office)
    task = task_is_done(office, photo)
    obstacle_is_answered(office)
    result_is_accepted(office, task)
    assert not office.problems, "\n".join(office.problems)


def paper_becomes_plan(office: Office) -> None:
    with office.person("chuyenvien", DESK) as specialist:
        story.upload(specialist)
        story.clear_doubts(specialist)
        story.set_due(specialist, "2.2.a", "30/06/2023")
        story.submit(specialist)
    with office.person("chutich", DESK) as chair:
        story.approve(chair)
    with office.person("vanthu", DESK) as clerk:
        story.issue(clerk)


def task_is_done(office: Office, photo: Path) -> str:
    """In a district, on phones: taken, given to a specialist, reported, confirmed. Gives back the task's address."""
    with office.person("batri", PHONE) as head:
        task = story.take(head)
        story.count(head, "Lớp tập huấn", "12", "lớp")
        story.assign(head, "Đỗ Thị Cẩm Tú")
    with office.person("batri.cv", PHONE) as specialist:
        story.report_done(specialist, "12", "Đã mở 12 lớp tập huấn.", photo)
    with office.person("batri", PHONE) as head:
        story.confirm(head)
    return task


def obstacle_is_answered(office: Office) -> None:
    with office.person("truongban", DESK) as head:
        story.take(head)
        story.raise_obstacle(head, "Chưa có mẫu khảo sát cán bộ công đoàn.")
    with office.person("chanhvp", DESK) as coordinator:
        story.answer(coordinator, "Chưa có mẫu khảo sát", "Dùng mẫu kèm công văn 12/LĐLĐ-VP.")


def result_is_accepted(office: Office, task: str) -> None:
    with office.person("chanhvp", DESK) as coordinator:
        story.accept(coordinator)
    with office.person("ubkt", DESK) as inspector:
        story.see_it_done(inspector, task)
