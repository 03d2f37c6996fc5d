"""Plain text: finds the encoding, keeps empty lines and indents as hints, reads tables of several kinds as rows."""

from __future__ import annotations

from pathlib import Path

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.detect import NO_PAPER
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.aligned import aligned_rows
from congdoan.documents.reading.extract.barred import gather_barred
from congdoan.documents.reading.extract.divided import comma_rows, group_row, row_of_bars, tab_rows
from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.extract.limits import MAX_CHARACTERS, MAX_LINES, TOO_LONG, TOO_MANY_LINES
from congdoan.documents.reading.extract.scattered import gather_rows
from congdoan.documents.reading.extract.sheet_rows import items_of
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.clean import clean_line, readable, uniform, unify_newlines
from congdoan.documents.reading.layout.text_lines import looks_wrapped

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")


def read_plain(path: Path) -> Source:
    text = decode(path.read_bytes())
    if not text.strip("\ufeff \t\r\n\f\x00"):
        raise UnreadableFile("Tệp trống, không có nội dung để đọc. Hãy chọn lại tệp.")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(TOO_LONG)
    if text.count("\n") > MAX_LINES:
        raise UnreadableFile(TOO_MANY_LINES)
    if len(_CONTROL.findall(text)) > len(text) // 50 + 4:
        raise UnreadableFile(NO_PAPER)
    return source_of_text(text)


def source_of_text(text: str) -> Source:
    text = _in_lines(text)
    rows = comma_rows(text)
    if rows is not None:
        return Source("sheet", list(items_of(rows)))
    lines = text.split("\n")
    divided = tab_rows(lines) if "\t" in text else set()
    aligned = aligned_rows(lines) if "   " in text else {}
    items: list[SourceItem] = []
    gap = False
    for at, (raw, even) in enumerate(zip(lines, uniform(text).split("\n"), strict=True)):
        line = even.strip()
        if not line:
            gap = True
            continue
        row = tuple(map(clean_line, raw.split("\t"))) if at in divided else row_of_bars(line)
        row = tuple(map(clean_line, aligned[at])) if at in aligned else row
        if row is None and "|" in line and not gap and items and isinstance(items[-1], SourceRow):
            row = group_row(line, len(items[-1].cells))
        if row is None:
            items.append(SourceLine(line, gap=gap, indent=len(raw) - len(raw.lstrip())))
        elif any(row):
            items.append(SourceRow(row))
        gap = False
    source = Source("text", gather_rows(gather_barred(items)))
    source.wrapped = looks_wrapped([item for item in source.items if isinstance(item, SourceLine)])
    return source


def _in_lines(text: str) -> str:
    """`text` in Unicode, its lines parted by "\\n"; rarer line ends come last, for they are letters when misread."""
    text = readable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return unify_newlines(text).replace("\f", "\n\n")
