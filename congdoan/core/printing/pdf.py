"""Prints a paper as PDF/A-2b with Typst."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from threading import local
from typing import Any, Final

import typst

from congdoan.core.printing import wording
from congdoan.core.printing.glyphs import FONTS, printable
from congdoan.core.printing.paper import Block, Bullet, Heading, Paper, Paragraph, Table

STANDARD: Final = "a-2b"

_SYMBOL = re.compile(r"(\d+/\w+(?:-[^\W\d_]+)+)")
_LAYOUT = Path(__file__).with_name("paper.typ")
_kept = local()


def to_pdf(paper: Paper) -> bytes:
    """The same paper gives the same bytes on any day."""
    output = compiler().compile(
        input=_layout(), format="pdf", sys_inputs={"paper": _as_json(paper)}, pdf_standards=STANDARD
    )
    assert isinstance(output, bytes)
    return output


def compiler() -> typst.Compiler:
    """One compiler for each thread: a compiler keeps its fonts but serves one caller at a time."""
    if not hasattr(_kept, "compiler"):
        _kept.compiler = typst.Compiler(font_paths=_fonts())
    kept: typst.Compiler = _kept.compiler
    return kept


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()


def _as_json(paper: Paper) -> str:
    return json.dumps(_printable(_as_data(paper)), ensure_ascii=False)


def _printable(data: Any) -> Any:
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_printable(value) for value in data]
    return data


def _as_data(paper: Paper) -> dict[str, Any]:
    day = paper.day or date(paper.year, 1, 1)
    main, *annexes = wording.sections(paper)
    return {
        "style": paper.style,
        "letter": paper.is_letter,
        "draft": paper.is_draft,
        "title": " ".join(f"{paper.type} {paper.subject}".split()),
        "date": [day.year, day.month, day.day],
        "superior": wording.organ_lines(paper.superior) if paper.superior else [],
        "issuer": wording.organ_lines(paper.issuer),
        "symbol": wording.symbol_line(paper),
        "place_and_date": wording.place_and_date(paper),
        "urgency": paper.urgency,
        "type": paper.type.upper(),
        "subject": paper.subject,
        "addressees": wording.addressees(paper),
        "bases": wording.legal_bases(paper),
        "body": [_block(block) for block in main.blocks],
        "recipients": wording.recipients(paper),
        "office": wording.office_lines(paper.signer, paper.style),
        "signer": paper.signer.name,
        "reference": wording.annex_reference(paper),
        "annexes": [
            {
                "label": annex.label,
                "title": annex.title,
                "landscape": annex.landscape,
                "blocks": [_block(block) for block in annex.blocks],
            }
            for annex in annexes
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": wording.heading_line(block)}
        case Paragraph():
            return {"kind": "paragraph", "text": _runs(block.text)}
        case Bullet():
            return {"kind": "paragraph", "text": _runs(f"{block.marker} {block.text}")}
        case Table():
            widths = block.widths or (1.0,) * len(block.header)
            return {"kind": "table", "header": block.header, "rows": block.rows, "widths": widths}
        case _:
            return {"kind": "page_break"}


def _runs(text: str) -> list[str]:
    """Words and symbols ("76/NQ-CP") in turn."""
    return _SYMBOL.split(text)
