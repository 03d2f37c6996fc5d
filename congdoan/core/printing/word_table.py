"""Tables of a Word paper. Rows are made as XML: python-docx looks up each style and cell anew, at 25 ms a row."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from congdoan.core.printing.glyphs import normal
from congdoan.core.printing.paper import Table
from congdoan.core.printing.word_parts import element

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def line_width(document: Document) -> int:
    """The width of a line on the current page, in EMU."""
    page = document.sections[-1]
    return int(page.page_width or 0) - int(page.left_margin or 0) - int(page.right_margin or 0)


def write_table(document: Document, block: Table) -> None:
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    table.autofit = False
    shares = block.widths or (1.0,) * len(block.header)
    widths = [Emu(int(line_width(document) * share / sum(shares))) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    twips = [str(width.twips) for width in widths]
    table._tbl.append(_row(block.header, twips, is_head=True))
    table._tbl.extend([_row(row, twips) for row in block.rows])
    document.add_paragraph(style="Frame")


def _row(words: Sequence[str], widths: Sequence[str], *, is_head: bool = False) -> BaseOxmlElement:
    """A row that no page's end cuts; the head is repeated on each page."""
    properties = _within("w:trPr", element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
    cells = [_cell(text, width, is_head=is_head) for text, width in zip(words, widths, strict=True)]
    return _within("w:tr", properties, *cells)


def _cell(text: str, width: str, *, is_head: bool) -> BaseOxmlElement:
    properties = _within("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if is_head:
        properties.append(element("w:vAlign", val="center"))
    style = _within("w:pPr", element("w:pStyle", val="TableHead" if is_head else "TableCell"))
    return _within("w:tc", properties, _within("w:p", style, _run(normal(text))))


def _run(text: str) -> BaseOxmlElement:
    run = element("w:r")
    for at, line in enumerate(text.split("\n")):
        if at:
            run.append(element("w:br"))
        words = element("w:t")
        words.text = line
        words.set(_XML_SPACE, "preserve")
        run.append(words)
    return run


def _within(tag: str, *children: BaseOxmlElement) -> BaseOxmlElement:
    made = element(tag)
    made.extend(children)
    return made
