"""What stands above and below the body of a Word paper: organs, nation, title, recipients, signature."""

from collections.abc import Iterable

from docx.document import Document
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from congdoan.core.printing import word_parts, wording
from congdoan.core.printing.glyphs import normal
from congdoan.core.printing.paper import Paper, Style

_LINE = Mm(160)
_LEFT, _RIGHT = Mm(66), Mm(94)


def write_opening(document: Document, paper: Paper) -> None:
    """From the organs to the legal bases."""
    head = _columns(document, rows=2, left=_LEFT, right=_RIGHT)
    _organs(head.cell(0, 0), paper)
    _nation(head.cell(0, 1), paper)
    _symbol(head.cell(1, 0), paper)
    _line(head.cell(1, 1), wording.place_and_date(paper), size=13, italic=True, before=6)
    _drop_first(head.cell(1, 1))
    space = document.add_paragraph(style="Frame")
    if not paper.is_letter:
        _line(document, paper.type.upper(), bold=True)
        _line(document, paper.subject, bold=True)
        word_parts.rule(document.add_paragraph(style="Frame"), Length(int(_LINE * 0.33)))
    space.paragraph_format.line_spacing = Pt(10)
    _addressees(document, paper)
    for base in wording.legal_bases(paper):
        document.add_paragraph(style="Body Text").add_run(normal(base)).italic = True


def write_signature(document: Document, paper: Paper) -> None:
    document.add_paragraph(style="Frame").paragraph_format.line_spacing = Pt(8)
    for paragraph in document.paragraphs[-2:]:  # the signature never stands on a page without words of the body
        paragraph.paragraph_format.keep_with_next = True
    foot = _columns(document, rows=1, left=Mm(75), right=Mm(85))
    word_parts.keep_whole(foot)
    _recipients(foot.cell(0, 0), paper)
    cell = foot.cell(0, 1)
    for line in wording.office_lines(paper.signer, paper.style):
        _line(cell, line, bold=True)
    _line(cell, paper.signer.name, bold=True, before=74)
    _drop_first(cell)


def _columns(document: Document, *, rows: int, left: Length, right: Length) -> Table:
    table: Table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    word_parts.no_cell_margins(table)
    for column, width in zip(table.columns, (left, right), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _organs(cell: _Cell, paper: Paper) -> None:
    for line in wording.organ_lines(paper.superior) if paper.superior else []:
        _line(cell, line, size=12)
    for line in wording.organ_lines(paper.issuer):
        _line(cell, line, size=12, bold=True)
    if paper.style is Style.PARTY:
        _line(cell, "*")
    else:
        word_parts.rule(cell.add_paragraph(style="Frame"), Length(int(_LEFT * 0.31)))
    _drop_first(cell)


def _nation(cell: _Cell, paper: Paper) -> None:
    if paper.style is Style.PARTY:
        _line(cell, wording.PARTY, size=15, bold=True)
    else:
        _line(cell, wording.NATION, size=12, bold=True)
        _line(cell, wording.MOTTO, size=13, bold=True)
    word_parts.rule(cell.add_paragraph(style="Frame"), Mm(19))
    _drop_first(cell)


def _symbol(cell: _Cell, paper: Paper) -> None:
    _line(cell, wording.symbol_line(paper), size=13, before=6)
    if paper.is_letter:
        _line(cell, f"V/v {paper.subject}", size=13, before=4)
    if paper.urgency:
        word_parts.box(_line(cell, paper.urgency, size=13, bold=True, before=8), Mm(14))
    _drop_first(cell)


def _addressees(document: Document, paper: Paper) -> None:
    lines = wording.addressees(paper)
    if len(lines) == 1:
        _line(document, f"Kính gửi: {lines[0]}", before=10).paragraph_format.space_after = Pt(8)
        return
    for line in ["Kính gửi:", *lines] if lines else []:
        document.add_paragraph(normal(line)).paragraph_format.left_indent = Mm(30)


def _recipients(cell: _Cell, paper: Paper) -> None:
    lines = wording.recipients(paper)
    if not lines:
        return
    label = cell.paragraphs[0].add_run("Nơi nhận:")
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    label.bold = label.italic = True
    label.font.size = Pt(12)
    _add_lines(cell, lines, "Recipients")


def _add_lines(cell: _Cell, lines: Iterable[str], style: str) -> None:
    for line in lines:
        cell.add_paragraph(normal(line), style=style)


def _line(
    place: Document | _Cell, text: str, *, size: int = 14, bold: bool = False, italic: bool = False, before: int = 0
) -> Paragraph:
    """A centred line of the frame; `size` and `before` in points."""
    paragraph = place.add_paragraph(style="Frame")
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(normal(text))
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    return paragraph


def _drop_first(cell: _Cell) -> None:
    """Takes away the empty paragraph that a new cell begins with."""
    first = cell.paragraphs[0]._p
    cell._tc.remove(first)
