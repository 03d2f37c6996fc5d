"""The styles of a Word paper, so that a clerk changes the whole text at one place."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from congdoan.core.printing.word_parts import element

FONT = "Times New Roman"
INDENT = Mm(12.7)


def set_styles(document: Document) -> None:
    normal = _existing(document, "Normal")
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.08
    _set_font(normal, 14)
    normal.element.get_or_add_rPr().append(element("w:lang", val="vi-VN"))
    _body(document)
    for level in range(1, 5):
        _heading(document, level)
    _add(document, "Paper Page Number", 14, WD_ALIGN_PARAGRAPH.CENTER)
    _add(document, "Frame", 14, WD_ALIGN_PARAGRAPH.CENTER)
    _add(document, "Recipients", 11, WD_ALIGN_PARAGRAPH.LEFT)
    _add(document, "Table Cell", 13, WD_ALIGN_PARAGRAPH.LEFT)
    _add(document, "Table Head", 13, WD_ALIGN_PARAGRAPH.CENTER).font.bold = True


def _body(document: Document) -> None:
    style = _existing(document, "Body Text")
    style.paragraph_format.first_line_indent = INDENT
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    style.paragraph_format.space_after = Pt(6)


def _heading(document: Document, level: int) -> None:
    style = _existing(document, f"Heading {level}")
    _set_font(style, 14)
    style.font.bold, style.font.italic = True, level == 4
    style.font.color.rgb = RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(0), Pt(6), True
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if level == 1 else WD_ALIGN_PARAGRAPH.JUSTIFY
    form.first_line_indent = Length(0) if level == 1 else INDENT


def _add(document: Document, name: str, size: int, alignment: WD_ALIGN_PARAGRAPH) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(size)
    style.paragraph_format.alignment = alignment
    style.paragraph_format.space_after = Pt(0)
    return style


def _existing(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, size: int) -> None:
    """All four scripts: a heading of Word's own template else keeps its theme font for some letters."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
