"""One sheet of an .xlsx workbook: its cells as they show, its merged ranges, what it hides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN
from congdoan.documents.reading.extract.number_formats import shown
from congdoan.documents.reading.extract.old_fonts import encoding_of
from congdoan.documents.reading.extract.stretches import Stretches

MAX_COLUMNS = 60
MAX_ROWS = 50_000
_FURTHEST_COLUMN = 300
_MOST_MERGES = 20_000
_SPACES = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
_ON = ("1", "true", "on")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

Text = list[tuple[str | None, str]]
"""Stretches of a cell's text, each with its font where it has one of its own."""


class Form(NamedTuple):
    """How a cell shows: its number format and its font."""

    number: str
    font: str | None


@dataclass(slots=True)
class Book:
    """What the sheets of a workbook share."""

    strings: list[Text] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    since_1904: bool = False


@dataclass(slots=True)
class _Sheet:
    """`rows`: by number from 0, each as column number → text. `merged`: (top, left, bottom)."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int]] = field(default_factory=list)


def all_of(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The descendants called `name`, in the usual or the strict form of the format."""
    yield from element.iter(*(f"{{{space}}}{name}" for space in _SPACES))


def font_of(element: etree._Element) -> str | None:
    """The name of the font that an element of styles or of a string gives."""
    return next((one.get("val") for name in ("name", "rFont") for one in all_of(element, name)), None)


def stretches(item: etree._Element) -> Text:
    """The text of a string by its fonts; how it is pronounced is left out."""
    found: Text = []
    for child in item:
        name = _local(child)
        if name == "t":
            found.append((None, child.text or ""))
        elif name == "r":
            found.append((font_of(child), "".join(one.text or "" for one in all_of(child, "t"))))
    return found


def read_sheet_xml(data: bytes, book: Book) -> list[list[str]]:
    """The rows of a sheet, all as long as the widest; the text of a merged cell stands in all its rows."""
    sheet = _Sheet()
    at = -1
    events = etree.iterparse(BytesIO(data), events=("end",), resolve_entities=False, no_network=True, huge_tree=True)
    try:
        for _, element in events:
            name = _local(element)
            if name == "row":
                at = _whole(element.get("r"), at + 2) - 1
                _take_row(element, at, sheet, book)
                element.clear()
            elif name == "col" and element.get("hidden") in _ON:
                first, last = _whole(element.get("min"), 1), _whole(element.get("max"), 1)
                sheet.hidden_columns.update(range(first - 1, min(last, _FURTHEST_COLUMN)))
            elif name == "mergeCell" and len(sheet.merged) < _MOST_MERGES:
                sheet.merged += _merged(element.get("ref", ""))
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(BROKEN) from error
    return _grid(sheet)


def _take_row(element: etree._Element, at: int, sheet: _Sheet, book: Book) -> None:
    if element.get("hidden") in _ON:
        sheet.hidden_rows.add(at)
    if len(sheet.rows) >= MAX_ROWS:
        return
    cells: dict[int, str] = {}
    column = -1
    for cell in islice(element, _FURTHEST_COLUMN):
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        if column < _FURTHEST_COLUMN and (text := _text(cell, book)):
            cells[column] = text
    if cells:
        sheet.rows[at] = cells


def _text(cell: etree._Element, book: Book) -> str:
    kind, style = cell.get("t", "n"), cell.get("s", "")
    form = book.forms[int(style)] if style.isdigit() and int(style) < len(book.forms) else Form("General", None)
    if kind == "inlineStr":
        return _decoded([part for one in all_of(cell, "is") for part in stretches(one)], form)
    value = next((one.text or "" for one in all_of(cell, "v")), "")
    if kind == "s":
        known = value.isdigit() and int(value) < len(book.strings)
        return _decoded(book.strings[int(value)], form) if known else ""
    if kind in ("str", "d"):
        return _decoded([(None, value)], form)
    if kind in ("b", "e") or not value:
        return ""
    try:
        return shown(float(value), form.number, since_1904=book.since_1904)
    except (ValueError, OverflowError):
        return value


def _decoded(text: Text, form: Form) -> str:
    written = Stretches()
    for font, part in text:
        written.wear(encoding_of(font or form.font), capitals=False)
        written.add(part)
    return written.text


def _merged(reference: str) -> Iterator[tuple[int, int, int]]:
    first, _, last = reference.partition(":")
    start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if start and end and int(end[2]) > int(start[2]) > 0:
        yield int(start[2]) - 1, _column(start[1]), int(end[2]) - 1


def _grid(sheet: _Sheet) -> list[list[str]]:
    """Rows that show, cut to the columns that hold anything."""
    _fill(sheet)
    shown_rows = [cells for at, cells in sorted(sheet.rows.items()) if at not in sheet.hidden_rows]
    used = sorted({column for cells in shown_rows for column in cells} - sheet.hidden_columns)[:MAX_COLUMNS]
    return [row for cells in shown_rows if any(row := [cells.get(column, "") for column in used])]


def _fill(sheet: _Sheet) -> None:
    """Copy the text of a merged cell down its rows; cells merged across stay as they are."""
    for top, left, bottom in sheet.merged:
        text = sheet.rows.get(top, {}).get(left, "")
        for at in range(top + 1, min(bottom + 1, top + 1000)) if text else ():
            if at in sheet.rows:
                sheet.rows[at].setdefault(left, text)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else default
