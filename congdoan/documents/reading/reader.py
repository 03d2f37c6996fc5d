"""Reads a paper in named stages: text, paragraphs, header, outline, citations, tasks, assignment, due days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from congdoan.documents.reading.assignment.duties import Duties
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.openers import read_openers
from congdoan.documents.reading.assignment.own import read_own
from congdoan.documents.reading.assignment.own_suffix import own_suffix
from congdoan.documents.reading.assignment.resolve import resolve
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.citations.doubts import citation_doubts
from congdoan.documents.reading.citations.reader import read_citations
from congdoan.documents.reading.citations.weak import weak_citations
from congdoan.documents.reading.doubts.orders import doubt_orders
from congdoan.documents.reading.doubts.tables import nested_tables, torn_tables, unknown_columns
from congdoan.documents.reading.doubts.torn import torn
from congdoan.documents.reading.due.reader import Calendar
from congdoan.documents.reading.extract.extract import extract
from congdoan.documents.reading.extract.plain import source_of_text
from congdoan.documents.reading.extract.source import Progress, Source
from congdoan.documents.reading.header.horizon import over_new_year
from congdoan.documents.reading.header.reader import read_header
from congdoan.documents.reading.layout.paper import Paper, lay_out
from congdoan.documents.reading.model import Citation, Coordinator, Header, PlanReading, Section, Task, Warning
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.roles import assign_parts
from congdoan.documents.reading.outline.tree import Tree, build
from congdoan.documents.reading.tasks.contents import read_contents
from congdoan.documents.reading.tasks.dropped import doubt_dropped
from congdoan.documents.reading.tasks.finish import finish
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.passages import passages

STAGES = ("extract", "scan", "header", "outline", "citations", "tasks", "assignment", "due")
_FAULTS = {
    "number_twice": "Số mục {} xuất hiện hai lần.",
    "number_missing": "Số mục trước {} bị thiếu hoặc sai thứ tự.",
}
_NOTES = {
    "tracked_changes": "Tệp còn sửa đổi chưa chốt; đã đọc như các sửa đổi được chấp nhận.",
    "garbled_text": "Phông chữ trong tệp làm sai chữ ở một số trang. Hãy đối chiếu với bản gốc, hoặc dùng bản .docx.",
    "page_unread": "Có trang quét không nhận dạng được chữ. Hãy kiểm tra lại các trang và bổ sung phần thiếu.",
    "text_recognised": "Phần chữ trong tệp bị lỗi ở một số trang nên đã nhận dạng lại từ hình trang. Hãy đối chiếu.",
}


def silent(name: str, done: int, total: int) -> None:
    """Nobody listens."""


def read_file(path: Path, *, on_stage: Callable[[str, int, int], None] | None = None) -> PlanReading:
    """Read the paper in the file `path`; raises UnreadableFile. `on_stage(name, done, total)` hears of progress."""
    hear = on_stage or silent
    hear("extract", 0, 1)
    source = extract(path, hear)
    hear("extract", 1, 1)
    return _read(source, hear)


def read_text(text: str) -> PlanReading:
    """Read a paper given as text."""
    return _read(source_of_text(text), silent)


def _read(source: Source, hear: Progress) -> PlanReading:
    understood = understand(source, hear)
    found, tasks = understood.found, understood.tasks
    paper, tree, header, citations = found.paper, found.tree, found.header, found.citations
    found.warnings += [*_faults(tree), *citation_doubts(citations, header.date), *_notes(paper)]
    found.warnings += torn(found)
    unknown_columns(found)
    torn_tables(found)
    nested_tables(found)
    found.warnings += weak_citations(paper.text, understood.start, citations, header)
    return PlanReading(
        text=paper.text,
        header=header,
        citations=tuple(citations),
        sections=tuple(_sections(paper, tree)),
        tasks=tuple(tasks),
        targets=tuple(found.targets),
        warnings=tuple(sorted(found.warnings, key=lambda warning: (warning.start, warning.code))),
        passages=tuple(passages(found, tasks)),
        pages=paper.pages,
        coordinator=understood.coordinator,
        kind=paper.kind,
    )


@dataclass(frozen=True, slots=True)
class Understood:
    """What all stages found in a paper. `start`: where its citations may begin."""

    found: Found
    tasks: list[Task]
    coordinator: Coordinator | None
    start: int


def understand(source: Source, hear: Progress = silent) -> Understood:
    """Every stage over one source; what is doubtful about the whole paper is not yet noted."""
    paper = lay_out(source)
    hear("header", 0, 1)
    header, body, warnings = read_header(paper)
    hear("outline", 0, 1)
    tree = build(paper, body)
    assign_parts(paper, tree, header.type, header.subject)
    hear("citations", 0, 1)
    start = _citations_start(paper, body, header)
    citations = read_citations(paper.text, paper.folded, start, header.symbol)
    citations = [citation for citation in citations if not _is_own(citation, header)]
    found = Found(paper, tree, header, citations, warnings=warnings, suffix=own_suffix(header.issuer))
    hear("tasks", 0, 1)
    read_contents(found)
    hear("assignment", 0, 1)
    calendar = Calendar(header.date, header.until, over_new_year(header.subject, header.date))
    assignments = _assignments(found, body)
    read_own(found, calendar)
    resolve(found, assignments)
    doubt_dropped(found)
    hear("due", 0, 1)
    tasks, coordinator = finish(found, calendar)
    return Understood(found, tasks, coordinator, start)


def _assignments(found: Found, body: int) -> list[Assignment]:
    """Who is given what, by opening words and by the implementation part; doubts of orders are noted in them."""
    duties = Duties(found, Sections.of(found.tree.blocks, found.paper.folded))
    assignments = [*read_openers(found, body), *duties.read()]
    doubt_orders(found, duties.handing, assignments)
    return assignments


def _citations_start(paper: Paper, body: int, header: Header) -> int:
    """The subject, which may name another paper, else the body."""
    start = paper.paragraphs[body].start if body < len(paper.paragraphs) else len(paper.text)
    subject = dict(header.spans).get("subject")
    return min(start, subject.start) if subject else start


def _is_own(citation: Citation, header: Header) -> bool:
    """ "THÔNG BÁO / Kết luận Hội nghị ...": the conclusion that the paper itself makes known, there and below.

    "Trên đây là kết luận Hội nghị lần thứ 8": below in small letters.
    """
    subject = dict(header.spans).get("subject")
    if subject is None or header.type != "thông báo" or citation.type != "kết luận" or citation.symbol is not None:
        return False
    concludes = (header.subject or "").lower().startswith("kết luận")
    return citation.start == subject.start or (concludes and citation.text[0].islower() and citation.date is None)


def _sections(paper: Paper, tree: Tree) -> list[Section]:
    return [
        Section(block.number, paper.text[block.body : end], block.body, end, block.part)
        for block in tree.blocks
        if (block.is_numbered or block.is_heading) and block.part not in ("closing", "signature")
        for end in (_title_end(block),)
    ]


def _title_end(block: Block) -> int:
    return block.columns["content"].end if block.columns else block.end


def _faults(tree: Tree) -> list[Warning]:
    return [Warning(code, _FAULTS[code].format(block.number), block.start, block.end) for block, code in tree.faults]


def _notes(paper: Paper) -> list[Warning]:
    return [Warning(note, _NOTES[note], 0, 0) for note in paper.notes]
