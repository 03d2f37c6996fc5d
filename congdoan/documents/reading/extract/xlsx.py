"""The sheets of an .xlsx workbook as they show: formatted numbers and days, without hidden rows, columns and sheets."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path

from lxml import etree

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, open_package, read_part
from congdoan.documents.reading.extract.number_formats import BUILT_IN
from congdoan.documents.reading.extract.word_package import relations
from congdoan.documents.reading.extract.word_xml import parse
from congdoan.documents.reading.extract.xlsx_sheet import Book, Form, all_of, font_of, read_sheet_xml, stretches

_ON = ("1", "true", "on")


def read_xlsx(path: Path) -> list[list[list[str]]]:
    """The visible sheets in order, each as rows of as many cells; the text of a merged cell stands in all its rows."""
    with open_package(path) as archive:
        root = parse(_needed(archive, "xl/workbook.xml"))
        targets = relations(archive, "xl/_rels/workbook.xml.rels")
        book = _book(archive, root)
        grids = []
        if next(all_of(root, "sheet"), None) is None:
            raise UnreadableFile(BROKEN)
        for sheet in all_of(root, "sheet"):
            name = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            kind, target = targets.get(name, ("", ""))
            if kind == "worksheet" and sheet.get("state", "visible") == "visible":
                part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
                grids.append(read_sheet_xml(_needed(archive, part), book))
    return grids


def _needed(archive: zipfile.ZipFile, name: str) -> bytes:
    data = read_part(archive, name)
    if not data:
        raise UnreadableFile(BROKEN)
    return data


def _book(archive: zipfile.ZipFile, root: etree._Element) -> Book:
    book = Book(since_1904=any(one.get("date1904") in _ON for one in all_of(root, "workbookPr")))
    if data := read_part(archive, "xl/sharedStrings.xml"):
        book.strings = [stretches(item) for item in all_of(parse(data), "si")]
    if data := read_part(archive, "xl/styles.xml"):
        book.forms = _forms(parse(data))
    return book


def _forms(root: etree._Element) -> list[Form]:
    """The number format and the font of each cell style."""
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in all_of(root, "numFmt")}
    fonts = [font_of(font) for group in all_of(root, "fonts") for font in group]
    forms = []
    for style in (style for group in all_of(root, "cellXfs") for style in group):
        number, font = style.get("numFmtId", "0"), style.get("fontId", "0")
        form = own.get(number) or BUILT_IN.get(int(number) if number.isdigit() else 0, "General")
        forms.append(Form(form, fonts[int(font)] if font.isdigit() and int(font) < len(fonts) else None))
    return forms
