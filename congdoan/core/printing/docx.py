"""Writes a paper as a Word file that an office can go on editing."""

from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from congdoan.core.printing import word_parts, wording
from congdoan.core.printing.glyphs import normal
from congdoan.core.printing.paper import Paper, Style
from congdoan.core.printing.word_body import write_annex_title, write_blocks
from congdoan.core.printing.word_frame import write_opening, write_signature
from congdoan.core.printing.word_styles import set_styles


def to_docx(paper: Paper) -> bytes:
    document = docx.Document()
    _set_properties(document, paper)
    set_styles(document)
    main, *annexes = wording.sections(paper)
    _set_page(document.sections[0], paper)
    write_opening(document, paper)
    write_blocks(document, main.blocks)
    write_signature(document, paper)
    for annex in annexes:
        _begin_annex_page(document, landscape=annex.landscape)
        write_annex_title(document, annex, wording.annex_reference(paper))
        write_blocks(document, annex.blocks)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_properties(document: Document, paper: Paper) -> None:
    about = document.core_properties
    about.title = normal(f"{paper.type} {paper.subject}".strip())[:255]
    about.author = about.last_modified_by = normal(paper.issuer)[:255]
    about.language = "vi-VN"
    about.comments = ""
    if paper.day:
        about.created = about.modified = datetime.combine(paper.day, time())


def _set_page(section: Section, paper: Paper) -> None:
    """A4; the number at the top of every page but the first; the watermark on all pages of a draft."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin = Mm(30)
    section.right_margin = Mm(15 if paper.style is Style.PARTY else 20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = "Paper Page Number"
    word_parts.page_number(number)
    if paper.is_draft:
        word_parts.watermark(number, "draft-next")
        word_parts.watermark(section.first_page_header.paragraphs[0], "draft-first")


def _begin_annex_page(document: Document, *, landscape: bool) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    wide, long = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (wide, long) if landscape else (long, wide)
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    numbers = word_parts.element("w:pgNumType", start="1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
