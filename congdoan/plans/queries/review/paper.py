"""The paper at the left: its pages with pictures and lines, and its text in paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congdoan.documents.models import ReadingPage
from congdoan.documents.reading.model import Passage
from congdoan.plans.models import Plan, Section

_WIDTH = 1000
_HEADING = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, in thousandths of the page's width."""

    start: int
    end: int
    x: float
    y: float
    width: float
    height: float
    text: str

    @property
    def base(self) -> float:
        """Where its letters stand."""
        return round(self.y + self.height * 0.8, 1)


@dataclass(frozen=True, slots=True)
class PageView:
    page: ReadingPage
    height: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    text: str
    page: int | None
    opens_page: bool
    look: str


def page_views(plan: Plan, pages: Sequence[ReadingPage]) -> list[PageView]:
    """Pages that have a picture."""
    text = plan.reading.text if plan.reading else ""
    return [_page(page, text) for page in pages if page.image_id and page.width]


def paragraphs(plan: Plan, pages: Sequence[ReadingPage], headings: Sequence[Section]) -> Iterator[Paragraph]:
    """Every line of the text that says something, with the page it is on."""
    text, offset, place = (plan.reading.text if plan.reading else ""), 0, -1
    looks = _looks(plan, headings)
    for line in text.split("\n"):
        before = place
        while place + 1 < len(pages) and pages[place + 1].start <= offset:
            place += 1
        if line.strip():
            number = pages[place].number if place >= 0 else None
            yield Paragraph(offset, line, number, place != before, looks.of(offset, offset + len(line)))
        offset += len(line) + 1


@dataclass(frozen=True, slots=True)
class _Looks:
    """Where headings begin, and where the centred head of the paper ends."""

    headings: tuple[int, ...]
    head_end: int
    bold_from: int

    def of(self, start: int, end: int) -> str:
        if start < self.head_end:
            return "title" if start >= self.bold_from else "head"
        return "heading" if any(start <= heading < end for heading in self.headings) else ""


def _looks(plan: Plan, headings: Sequence[Section]) -> _Looks:
    spans = dict(plan.reading.result.get("header", {}).get("spans", ())) if plan.reading else {}
    subject, kind = spans.get("subject"), spans.get("type")
    short = tuple(s.start for s in headings if s.start is not None and s.end is not None and s.end - s.start < _HEADING)
    head_end = subject["end"] if subject else 0
    return _Looks(short, head_end, kind["start"] if kind else head_end)


def skipped_passages(plan: Plan) -> list[tuple[Passage, str]]:
    """Passages of the contents that became no task, with the reason, and their words."""
    if plan.reading is None:
        return []
    text = plan.reading.text
    found = [Passage(**passage) for passage in plan.reading.result.get("passages", ())]
    return [(passage, text[passage.start : passage.end]) for passage in found if passage.reason]


def _page(page: ReadingPage, text: str) -> PageView:
    height = round(page.height * _WIDTH / page.width)
    return PageView(page, height, tuple(_line(box, height, text) for box in page.boxes))


def _line(box: Sequence[float], height: int, text: str) -> Line:
    start, end, left, top, right, bottom = box
    return Line(
        int(start),
        int(end),
        round(left * _WIDTH, 1),
        round(top * height, 1),
        round((right - left) * _WIDTH, 1),
        round((bottom - top) * height, 1),
        text[int(start) : int(end)],
    )
