"""Builds the outline: which paragraph stands under which, and the section number of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.front import type_of
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.markers import NAMED, Marker, marker_of
from congdoan.documents.reading.layout.paper import Paper, Paragraph
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.faults import find_faults
from congdoan.documents.reading.outline.numbering import next_label, section_number, signature
from congdoan.documents.reading.outline.over_table import leads_table
from congdoan.documents.reading.outline.subtitles import SUBTITLE, find_subtitles
from congdoan.documents.reading.outline.table import TableReader

_OPENS_PART = re.compile(
    r"(?:cac |mot so )?(?:nhiem vu|giai phap|bien phap|chi tieu|to chuc thuc hien|phan cong)[a-z, ]{0,30}:"
)
_RANK = {"annex": 0, "phan": 1, "chuong": 2}


@dataclass(slots=True)
class Tree:
    """`tops`: blocks that stand under none. `faults`: numbering mistakes as (block, kind)."""

    blocks: list[Block] = field(default_factory=list)
    tops: list[Block] = field(default_factory=list)
    faults: list[tuple[Block, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    paper: Paper
    tree: Tree = field(default_factory=Tree)
    stack: list[Block] = field(default_factory=list)
    table: TableReader = field(default_factory=TableReader)
    numbered: bool = False
    subtitles: frozenset[int] = frozenset()

    def add(self, block: Block) -> None:
        """Put `block` under the right ancestor."""
        if block.opens:
            self.stack.clear()
        elif block.marker is not None and block.marker.kind.startswith("row-"):
            self._place_row(block)
        elif block.marker is not None:
            self._place_marked(block)
        elif block.columns is not None and not block.is_heading:
            self._leave_bullets()
        elif block.is_heading:
            self._leave_table(block)
            self._close(lambda open_: not self._holds(open_, block))
        else:
            self._leave_table(block)
            self._close(lambda open_: open_.marker is None and not open_.is_heading)
            self._leave_bullets()
            self._leave_list(block)
        parent = self.stack[-1] if self.stack else None
        block.parent = parent
        block.annex = block.annex or (parent is not None and parent.annex)
        (parent.children if parent else self.tree.tops).append(block)
        block.number = section_number(block)
        if block.marker is not None or block.is_heading:
            self.stack.append(block)
        self.tree.blocks.append(block)
        self.numbered = self.numbered or block.is_numbered

    def _leave_table(self, block: Block) -> None:
        if block.columns is None:
            self._close(lambda open_: open_.columns is not None)

    def _close(self, until: Callable[[Block], bool]) -> None:
        for at, open_ in enumerate(self.stack):
            if until(open_):
                del self.stack[at:]
                return

    def _holds(self, open_: Block, heading: Block) -> bool:
        """Whether a heading without a number can stand under `open_`."""
        if heading.depth == SUBTITLE and open_.is_numbered:
            return open_.marker is not None and open_.marker.kind not in ("letter", "round")
        if open_.is_heading:
            return open_.depth < heading.depth
        return open_.marker is not None and (open_.marker.kind in _RANK or heading.columns is not None)

    def _leave_bullets(self) -> None:
        while self.stack and not (
            self.stack[-1].is_numbered or self.stack[-1].is_heading or _is_title_of_group(self.paper, self.stack[-1])
        ):
            self.stack.pop()

    def _leave_list(self, block: Block) -> None:
        """ "Nhiệm vụ:" after a list none of whose items has lines under it stands beside the list."""
        last = self.stack[-1] if self.stack else None
        if last is None or last.parent is None or last.children or not last.is_numbered:
            return
        others = [item for item in last.parent.children if item is not last]
        words = self.paper.folded[block.body : block.end]
        if _OPENS_PART.fullmatch(words) and len(others) > 1 and not any(item.children for item in others):
            self.stack.pop()

    def _place_row(self, block: Block) -> None:
        """A numbered table row: beside the row of its kind, under "2" for "2.1"; never out of the table's section."""
        assert block.marker is not None
        parent = block.marker.label.rpartition(".")[0]
        for at in range(len(self.stack) - 1, -1, -1):
            open_ = self.stack[at].marker
            if open_ is None or not open_.kind.startswith("row-"):
                continue
            if parent and open_.label == parent:
                del self.stack[at + 1 :]
                return
            if signature(open_) == signature(block.marker):
                del self.stack[at:]
                return
        self._leave_bullets()

    def _place_marked(self, block: Block) -> None:
        assert block.marker is not None
        own = signature(block.marker)
        self._close(lambda open_: open_.marker is not None and open_.marker.kind.startswith("row-"))
        rank = _RANK.get(block.marker.kind)
        if rank is not None:
            self._close(lambda open_: open_.marker is None or _RANK.get(open_.marker.kind, 9) >= rank)
            return
        if block.marker.kind == "decimal":
            self._place_decimal(block, own)
            return
        if block.marker.kind == "roman" and self.paper.text[block.body : block.end].isupper():
            self._close(lambda open_: open_.marker is not None and open_.marker.kind in _UNDER_CAPITALS)
        self._close(lambda open_: open_.marker is not None and signature(open_.marker) == own)
        if block.is_numbered or block.marker.kind.startswith(NAMED):
            while self.stack and self.stack[-1].marker is not None and self.stack[-1].marker.kind == "bullet":
                self.stack.pop()
            while self.stack and self.stack[-1].marker is None and not self.stack[-1].is_heading:
                self.stack.pop()

    def _place_decimal(self, block: Block, own: str) -> None:
        """2.1 goes under 2; where there is no 2, beside the last of its depth or under the nearest heading."""
        assert block.marker is not None
        parent = block.marker.label.rpartition(".")[0]
        for at in range(len(self.stack) - 1, -1, -1):
            open_ = self.stack[at].marker
            if open_ is not None and open_.label == parent and open_.kind in ("decimal", "arabic", "muc", "dieu"):
                del self.stack[at + 1 :]
                return
        self._close(lambda open_: open_.marker is not None and signature(open_.marker) == own)
        while self.stack and self.stack[-1].marker is not None and self.stack[-1].marker.kind in ("bullet", "letter"):
            self.stack.pop()


_UNDER_CAPITALS = ("arabic", "decimal", "letter", "bullet")
"""What no Roman number before words in capitals stands under, though the heading over it was lost."""


def build(paper: Paper, first: int) -> Tree:
    """The outline of the paragraphs from index `first` on."""
    builder = _Builder(paper, subtitles=find_subtitles(paper, first))
    if first and (over := leads_table(paper, first - 1)):
        builder.table.over = over
    for at in range(first, len(paper.paragraphs)):
        paragraph = paper.paragraphs[at]
        builder.add(_block(paper, at, paragraph, builder))
    builder.tree.faults = find_faults(builder.tree.tops, builder.tree.blocks)
    return builder.tree


def _block(paper: Paper, at: int, paragraph: Paragraph, builder: _Builder) -> Block:
    if paragraph.cells:
        return builder.table.row(paper, at, paragraph)
    text = paper.text[paragraph.start : paragraph.end]
    if over := leads_table(paper, at):
        builder.table.over = over
        heading = Block(at, paragraph.start, paragraph.end, paragraph.start)
        heading.is_heading, heading.depth = True, SUBTITLE
        return heading
    marker = _read_marker(text, paper.ocr, builder)
    block = Block(at, paragraph.start, paragraph.end, paragraph.start + (marker.length if marker else 0), marker)
    block.annex = marker is not None and marker.kind == "annex"
    if marker is None and builder.numbered and type_of(text):
        block.is_heading = block.opens = True
    elif marker is None and _is_bare_heading(text, paragraph):
        block.is_heading = True
        block.depth = paragraph.heading or 1
    elif marker is None and at in builder.subtitles:
        block.is_heading, block.depth = True, SUBTITLE
    return block


_BARE_HEADING = re.compile(
    r"(?:MỤC ĐÍCH|YÊU CẦU|NỘI DUNG|NHIỆM VỤ|GIẢI PHÁP|CHỈ TIÊU|MỤC TIÊU|TỔ CHỨC THỰC HIỆN|KINH "
    r"PHÍ|PHÂN CÔNG|QUAN ĐIỂM|PHƯƠNG HƯỚNG)"
)


_SMALL_HEADING = re.compile(
    r"(?:Tổ chức thực hiện|Mục đích, yêu cầu|Mục đích|Yêu cầu|Mục tiêu|Nội dung|Nội dung thực hiện|Nhiệm vụ, giải pháp"
    r"|Kinh phí|Kinh phí thực hiện|Phân công thực hiện|Phân công nhiệm vụ|Trách nhiệm thực hiện)\s?:?"
)


def _is_bare_heading(text: str, paragraph: Paragraph) -> bool:
    """A heading without a number: by its style, or capitals that name a part."""
    if len(text) > 160:
        return False
    if paragraph.heading is not None or _SMALL_HEADING.fullmatch(text):
        return True
    return text.isupper() and _BARE_HEADING.match(text) is not None


_MISREAD = {
    "H": "II",
    "HI": "III",
    "HH": "III",
    "IH": "III",
    "1I": "II",
    "I1": "II",
    "lI": "II",
    "IIl": "III",
    "TV": "IV",
}
_MISREAD |= {
    "IY": "IV",
    "l": "I",
    "1V": "IV",
    "lV": "IV",
    "ll": "II",
    "lll": "III",
    "11": "II",
    "111": "III",
    "Il": "II",
}
_MISREAD_ROMAN = vietnamese(r"([HI1lTVY]{1,4})(?:[.,]|\s?[-–])?\s+(?=[A-ZÀ-ỸĐ]{2}[^a-zà-ỹđ]{2})")


def _read_marker(text: str, ocr: bool, builder: _Builder) -> Marker | None:
    marker = marker_of(text)
    if ocr:
        misread = _MISREAD_ROMAN.match(text)
        if misread:
            label = _MISREAD.get(misread[1], misread[1])
            return Marker("roman", _expected(label, "roman", builder), misread.end())
    if marker is None:
        return None
    marker = _as_sequence(marker, builder)
    if ocr and marker.kind in ("chuong", "phan", "roman"):
        return marker._replace(label=_expected(marker.label, marker.kind, builder))
    return marker


def _expected(label: str, kind: str, builder: _Builder) -> str:
    """On a scan III is easily read as II: the next number in order is taken when the read one was there before."""
    markers = (block.marker for block in reversed(builder.tree.blocks))
    before = next((marker.label for marker in markers if marker and marker.kind == kind), None)
    return next_label(kind, label) or label if label == before else label


def _as_sequence(marker: Marker, builder: _Builder) -> Marker:
    """Decides between a Roman number and a letter ("I", "C", "D"; "i") by what stands before."""
    if marker.kind == "roman" and marker.label in ("C", "D", "L"):
        return marker._replace(kind="capital")
    if marker.kind == "roman" and marker.label == "I":
        open_ = next((b.marker for b in reversed(builder.stack) if b.marker and b.marker.kind == "capital"), None)
        if open_ is not None and open_.label == "H":
            return marker._replace(kind="capital")
    return marker


_GROUP_WORDS = 14


def _is_title_of_group(paper: Paper, block: Block) -> bool:
    """ "Nhiệm vụ 1. Khảo sát, phân loại": a title under which a paragraph may stand, and no sentence."""
    if block.marker is None or not block.marker.kind.startswith(NAMED):
        return False
    words = paper.folded[block.body : block.end]
    return not words.endswith((".", ";", ":")) and words.count(" ") < _GROUP_WORDS
