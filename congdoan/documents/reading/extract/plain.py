"""Plain text: finds the encoding, keeps empty lines and indents as hints, reads `|` tables as rows."""

from __future__ import annotations

import re
from pathlib import Path

from congdoan.documents.reading.detect import NO_PAPER
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.clean import clean_line, readable, unify_newlines
from congdoan.documents.reading.layout.text_lines import looks_wrapped

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")
_RULE = re.compile(r"[\s|:+=-]+")


def read_plain(path: Path) -> Source:
    text = decode(path.read_bytes())
    if not text.strip("\ufeff \t\r\n\f\x00"):
        raise UnreadableFile("Tệp trống, không có nội dung để đọc. Hãy chọn lại tệp.")
    if len(_CONTROL.findall(text)) > len(text) // 50 + 4:
        raise UnreadableFile(NO_PAPER)
    return source_of_text(text)


def source_of_text(text: str) -> Source:
    items: list[SourceItem] = []
    gap = False
    for raw in _lines(text):
        line = clean_line(raw)
        if not line:
            gap = True
            continue
        row = _row(line)
        if row is None:
            indent = len(raw) - len(raw.lstrip())
            items.append(SourceLine(line, gap=gap, indent=indent))
        elif any(row):
            items.append(SourceRow(row))
        gap = False
    source = Source("text", items)
    source.wrapped = looks_wrapped([item for item in items if isinstance(item, SourceLine)])
    return source


def _lines(text: str) -> list[str]:
    """The lines of `text` in Unicode; rarer line ends come last, for they are letters in misread encodings."""
    text = readable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return unify_newlines(text).replace("\f", "\n\n").split("\n")


def _row(line: str) -> tuple[str, ...] | None:
    if line.count("|") < 2:
        return None
    if _RULE.fullmatch(line):
        return ()
    if line.startswith("|"):
        line = line[1:].removesuffix("|")
    return tuple(cell.strip() for cell in line.split("|"))
