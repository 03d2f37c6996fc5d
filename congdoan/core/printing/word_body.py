"""The body and the annexes of a Word paper."""

from collections.abc import Iterable

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Length

from congdoan.core.printing import word_parts, wording
from congdoan.core.printing.glyphs import normal
from congdoan.core.printing.paper import Block, Bullet, Heading, PageBreak, Paragraph, Table
from congdoan.core.printing.word_table import line_width, write_table
from congdoan.core.printing.wording import Section


def write_blocks(document: Document, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading():
                document.add_paragraph(normal(wording.heading_line(block)), style=f"Heading {block.level + 1}")
            case Paragraph():
                document.add_paragraph(normal(block.text), style="Body Text")
            case Bullet():
                document.add_paragraph(normal(f"{block.marker} {block.text}"), style="Body Text")
            case Table():
                write_table(document, block)
            case PageBreak():
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def write_annex_title(document: Document, annex: Section, reference: str) -> None:
    document.add_paragraph(annex.label, style="Heading 1")
    document.add_paragraph(style="Frame").add_run(normal(annex.title)).bold = True
    document.add_paragraph(style="Frame").add_run(normal(reference)).italic = True
    word_parts.rule(document.add_paragraph(style="Frame"), Length(int(line_width(document) * 0.4)))
