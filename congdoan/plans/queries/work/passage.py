"""The page of the paper on which a task stands, with its words marked."""

from dataclasses import dataclass
from functools import cached_property

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.documents.models import ReadingPage
from congdoan.plans.models import Assignment
from congdoan.plans.queries.work.assignment_page import visible_assignment

WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed line of the passage, in thousandths of the page's width."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Passage:
    """`text` is the text of the whole paper; the task's words are in it from `start` to `end`."""

    assignment: Assignment
    page: ReadingPage
    text: str
    start: int
    end: int

    @property
    def height(self) -> int:
        return round(self.page.height * WIDTH / self.page.width) if self.page.width else 0

    @cached_property
    def marks(self) -> list[Mark]:
        return [
            Mark(
                round(left * WIDTH),
                round(top * self.height),
                round((right - left) * WIDTH),
                round((bottom - top) * self.height),
            )
            for first, last, left, top, right, bottom in self.page.boxes
            if first < self.end and last > self.start
        ]

    @property
    def before(self) -> str:
        return self.text[self.page.start : max(self.start, self.page.start)]

    @property
    def words(self) -> str:
        return self.text[max(self.start, self.page.start) : min(self.end, self.page.end)]

    @property
    def after(self) -> str:
        return self.text[min(self.end, self.page.end) : self.page.end]


def passage_of(assignment_id: int, user: User) -> Passage:
    """Whoever may see the task may see the page that orders it. Raises NotFound when there is no paper."""
    assignment = visible_assignment(assignment_id, user)
    task, reading = assignment.task, assignment.plan.reading
    if reading is None or task.start is None:
        raise NotFound("Nhiệm vụ này không có trang văn bản kèm theo.")
    pages = reading.pages.select_related("image__blob")
    page = pages.filter(start__lte=task.start).order_by("-number").first()
    if page is None:
        raise NotFound("Nhiệm vụ này không có trang văn bản kèm theo.")
    return Passage(assignment, page, reading.text, task.start, task.end or task.start)
