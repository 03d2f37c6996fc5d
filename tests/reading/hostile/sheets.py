"""Sheets: ten thousand columns, endless merges, bombs, lies about their size."""

from __future__ import annotations

import io

import xlsxwriter

from tests.reading.hostile.making import Files, noise, zipped

_MB = 2**20
_NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006"
_MAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAN = (
    "<row r='1'><c t='inlineStr'><is><t>Nhiệm vụ</t></is></c><c t='inlineStr'><is><t>Chủ trì</t></is></c></row>"
    "<row r='2'><c t='inlineStr'><is><t>Tổ chức hội nghị</t></is></c>"
    "<c t='inlineStr'><is><t>Văn phòng</t></is></c></row>"
).encode()


def _book(
    data: bytes = _PLAN, *, after: bytes = b"", before: bytes = b"", more: dict[str, bytes] | None = None
) -> bytes:
    """A book of one sheet written by hand."""
    sheet = b"<worksheet %s>%s<sheetData>%s</sheetData>%s</worksheet>" % (_NS, before, data, after)
    return zipped(
        {
            "[Content_Types].xml": b'<Types xmlns="%s/content-types">'
            b'<Default Extension="xml" ContentType="application/xml"/>'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            b'<Override PartName="/xl/workbook.xml" ContentType="%s.sheet.main+xml"/>'
            b'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="%s.worksheet+xml"/></Types>'
            % (_PACKAGE, _MAIN, _MAIN),
            "_rels/.rels": b'<Relationships xmlns="%s/relationships"><Relationship Id="r1" Type="%s/officeDocument" '
            b'Target="xl/workbook.xml"/></Relationships>' % (_PACKAGE, _R),
            "xl/workbook.xml": b'<workbook %s xmlns:r="%s">'
            b'<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>' % (_NS, _R),
            "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="%s/relationships">'
            b'<Relationship Id="r1" Type="%s/worksheet" '
            b'Target="worksheets/sheet1.xml"/></Relationships>' % (_PACKAGE, _R),
            "xl/worksheets/sheet1.xml": sheet,
            **(more or {}),
        }
    )


def _written(rows: int, columns: int, sheets: int = 1, *, protect: bool = False) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    for _ in range(sheets):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nhiệm vụ", "Chủ trì"])
        for row in range(rows):
            sheet.write_row(row + 1, 0, ["Tổ chức hội nghị", "Văn phòng"] + ["x"] * (columns - 2))
        if protect:
            sheet.protect("matkhau")
    book.close()
    return buffer.getvalue()


def _cut(part: int) -> bytes:
    data = _written(200, 6)
    return data[: len(data) * part // 100]


_CELL = b"<row r='%d'><c r='%s'><v>1</v></c></row>"

FILES: Files = {
    **{f"cut-sheet-{part:02}.xlsx": lambda part=part: _cut(part) for part in (1, 10, 30, 50, 70, 90, 97, 99)},  # type: ignore[misc]
    "ten-thousand-columns.xlsx": lambda: _written(20, 10_000),
    "many-columns-and-rows.xlsx": lambda: _written(400, 2000),
    "hundred-thousand-rows.xlsx": lambda: _written(60_000, 3),
    "five-hundred-sheets.xlsx": lambda: _written(3, 3, 500),
    "protected-sheet.xlsx": lambda: _written(3, 3, protect=True),
    "far-cell.xlsx": lambda: _book(_PLAN + _CELL % (1_048_576, b"XFD1048576")),
    "farther-cell.xlsx": lambda: _book(_PLAN + _CELL % (4_294_967_295, b"ZZZZZZ4294967295")),
    "wrong-dimension.xlsx": lambda: _book(before=b'<dimension ref="A1:XFD1048576"/>'),
    "million-merges.xlsx": lambda: _book(
        after=b"<mergeCells>"
        + b"".join(b'<mergeCell ref="A%d:C%d"/>' % (at, at + 9) for at in range(1, 300_000))
        + b"</mergeCells>"
    ),
    "whole-merge.xlsx": lambda: _book(after=b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "backward-merge.xlsx": lambda: _book(
        after=b'<mergeCells><mergeCell ref="C9:A1"/><mergeCell ref="A0:B0"/></mergeCells>'
    ),
    "string-not-there.xlsx": lambda: _book(b"<row r='1'><c t='s'><v>999999</v></c><c t='s'><v>-1</v></c></row>"),
    "shared-bomb.xlsx": lambda: _book(more={"xl/sharedStrings.xml": b"<sst>" + b" " * (250 * _MB)}),
    "text-of-60-mb.xlsx": lambda: _book(
        b"<row r='1'><c t='inlineStr'><is><t>" + b"ke hoach " * (6 * _MB) + b"</t></is></c></row>"
    ),
    "noise-sheet.xlsx": lambda: _book(noise(50_000)),
    "no-sheet.xlsx": lambda: zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    "macros.xlsm": lambda: _book(more={"xl/vbaProject.bin": noise(20_000)}),
    "entities.xlsx": lambda: _book(
        b"<row r='1'><c t='inlineStr'><is><t>&a;</t></is></c></row>",
        more={
            "xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
        },
    ),
}
