"""Word papers: cut, scratched, bombs, loops, entities, nests, macros."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.reading.hostile.making import Files, cuts, noise, sample, scratched, zipped

_MB = 2**20
_NS = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_WORK = "I. NHIỆM VỤ</w:t></w:r></w:p><w:p><w:r><w:t>1. Tổ chức hội nghị tổng kết trước ngày 30/6/2023.".encode()
_PLAN = b"<w:p><w:r><w:t>" + "KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>".encode() + _WORK + b"</w:t></w:r></w:p>"


def _paper(body: bytes, *, prolog: bytes = b"", **parts: bytes) -> bytes:
    document = prolog + b"<w:document %s><w:body>%s</w:body></w:document>" % (_NS, body)
    named = {f"word/{name}.xml": data for name, data in parts.items()}
    return zipped({"[Content_Types].xml": _TYPES, "word/document.xml": document, **named})


def _with_files(more: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO(_paper(_PLAN))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in more.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _paragraph(text: bytes, properties: bytes = b"") -> bytes:
    return b"<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>" % (properties, text)


def _nested(opening: bytes, closing: bytes, depth: int) -> bytes:
    return _paper(_PLAN + opening * depth + _PLAN + closing * depth)


def _table(rows: int, columns: int, cell: bytes = b"") -> bytes:
    row = b"<w:tr>" + (b"<w:tc>" + cell + b"<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>") * columns + b"</w:tr>"
    return _paper(_PLAN + b"<w:tbl>" + row * rows + b"</w:tbl>")


def _styles(count: int) -> bytes:
    """Styles of which each is based on the next, and the last on the first."""
    one = (
        b'<w:style w:type="paragraph" w:styleId="S%d"><w:basedOn w:val="S%d"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        b"</w:numPr></w:pPr></w:style>"
    )
    return b"<w:styles %s>" % _NS + b"".join(one % (at, (at + 1) % count) for at in range(count)) + b"</w:styles>"


def _numbering(start: bytes, form: bytes, text: bytes = b"%1.", link: bytes = b"") -> bytes:
    level = b'<w:lvl w:ilvl="0"><w:start w:val="%s"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>'
    return (
        b'<w:numbering %s><w:abstractNum w:abstractNumId="0">%s%s</w:abstractNum>'
        b'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ) % (_NS, link, level % (start, form, text))


def _numbered(numbering: bytes, level: bytes = b"0", count: int = 3) -> bytes:
    properties = b'<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="1"/></w:numPr>' % level
    return _paper(_PLAN + _paragraph(b"Viec", properties) * count, numbering=numbering)


def _patched(offset_in_entry: int, value: bytes) -> bytes:
    """The paper with bytes of the directory entry of its document changed."""
    data = bytearray(_paper(_PLAN))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4) + offset_in_entry
    data[at : at + len(value)] = value
    return bytes(data)


def _overlapping() -> bytes:
    """A thousand directory entries that all unpack the same ten megabytes."""
    inner = zipped({"word/document.xml": b"<w:document>" + b" " * (10 * _MB)})
    end = inner.index(b"PK\x01\x02")
    entry = inner[end : inner.index(b"PK\x05\x06")]
    names = b"".join(entry.replace(b"document", b"d%07d" % at) for at in range(1000))
    return (
        inner[:end]
        + entry
        + names
        + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1001, 1001, len(entry) * 1001, end, 0)
    )


_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a0 "'
    + b"x" * 1000
    + b'">'
    + b"".join(b'<!ENTITY a%d "%s">' % (at + 1, b"&a%d;" % at * 20) for at in range(9))
    + b"]>"
)
_OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_LINK = b'<w:numStyleLink w:val="S0"/>'
_ONE_STYLE = b'<w:pStyle w:val="S0"/>'

FILES: Files = {
    **cuts("word", ".docx", (1, 5, 20, 60, 150, 300, 450, 600, 750, 900, 970, 990, 999)),
    **scratched("word", ".docx", range(8)),
    "bomb-spaces.docx": lambda: _paper(b" " * (300 * _MB)),
    "bomb-media.docx": lambda: _with_files({"word/media/a.bmp": b"\0" * (150 * _MB)}),
    "bomb-nested.docx": lambda: _with_files(
        {"word/embeddings/a.docx": zipped({"b.zip": zipped({"c": b"0" * 90 * _MB})})}
    ),
    "bomb-entries.docx": lambda: _with_files({f"word/media/{at}.png": b"" for at in range(30_000)}),
    "bomb-overlapping.docx": _overlapping,
    "bomb-styles.docx": lambda: _paper(_paragraph(b"a", _ONE_STYLE), styles=b"<w:styles>" + b" " * (100 * _MB)),
    "text-of-60-mb.docx": lambda: _paper(_PLAN + _paragraph(b"ke hoach " * (60 * _MB // 10))),
    "million-empty-paragraphs.docx": lambda: _paper(_PLAN + b"<w:p/>" * 1_000_000),
    "hundred-thousand-paragraphs.docx": lambda: _paper(_PLAN + _paragraph("- Tổ chức hội nghị;".encode()) * 100_000),
    "million-attributes.docx": lambda: _paper(
        b"<w:p " + b" ".join(b'a%d="1"' % at for at in range(300_000)) + b"/>" + _PLAN
    ),
    "deep-runs.docx": lambda: _nested(b"<w:ins>", b"</w:ins>", 100_000),
    "deep-contents.docx": lambda: _nested(b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>", 100),
    "deep-tables.docx": lambda: _nested(b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", 80),
    "deeper-tables.docx": lambda: _nested(b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", 5000),
    "deep-boxes.docx": lambda: _nested(b"<w:p><w:r><w:txbxContent>", b"</w:txbxContent></w:r></w:p>", 80),
    "wide-table.docx": lambda: _table(3, 10_000),
    "long-table.docx": lambda: _table(20_000, 3),
    "huge-span.docx": lambda: _table(3, 3, b'<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'),
    "negative-span.docx": lambda: _table(3, 3, b'<w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr>'),
    "entities.docx": lambda: _paper(b"<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", prolog=_LAUGHS),
    "outside-entity.docx": lambda: _paper(b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" + _PLAN, prolog=_OUTSIDE),
    "style-loop.docx": lambda: _paper(
        _PLAN + _paragraph(b"a", _ONE_STYLE), styles=_styles(2), numbering=_numbering(b"1", b"decimal")
    ),
    "style-chain.docx": lambda: _paper(_PLAN + _paragraph(b"a", _ONE_STYLE), styles=_styles(20_000)),
    "style-of-itself.docx": lambda: _paper(_PLAN + _paragraph(b"a", _ONE_STYLE), styles=_styles(1)),
    "number-loop.docx": lambda: _numbered(_numbering(b"1", b"decimal", link=_LINK)),
    "roman-billion.docx": lambda: _numbered(_numbering(b"1000000000", b"upperRoman")),
    "letter-billion.docx": lambda: _numbered(_numbering(b"1000000000", b"lowerLetter")),
    "number-negative.docx": lambda: _numbered(_numbering(b"-7", b"lowerLetter")),
    "number-no-number.docx": lambda: _numbered(_numbering(b"abc", b"chicago")),
    "number-of-digits.docx": lambda: _numbered(_numbering(b"9" * 6000, b"decimal")),
    "label-long.docx": lambda: _numbered(_numbering(b"1", b"decimal", b"%1" * 20_000), count=200),
    "level-million.docx": lambda: _numbered(_numbering(b"1", b"decimal"), b"1000000"),
    "symbols.docx": lambda: _paper(_PLAN + b'<w:p><w:r><w:sym w:char="FFFFFFFF"/><w:sym w:char="D800"/></w:r></w:p>'),
    "no-root.docx": lambda: zipped({"[Content_Types].xml": _TYPES, "word/document.xml": b""}),
    "other-root.docx": lambda: zipped({"[Content_Types].xml": _TYPES, "word/document.xml": b"<html><body/></html>"}),
    "binary-root.docx": lambda: zipped({"[Content_Types].xml": _TYPES, "word/document.xml": noise(50_000)}),
    "empty-body.docx": lambda: _paper(b""),
    "macros.docm": lambda: _with_files({"word/vbaProject.bin": noise(20_000)}),
    "outside-folder.docx": lambda: _with_files({"../../../../tmp/congdoan-evil.txt": b"x", "/etc/congdoan-evil": b"x"}),
    "wrong-sum.docx": lambda: _patched(16, b"\xde\xad\xbe\xef"),
    "wrong-size.docx": lambda: _patched(24, b"\xff\xff\xff\x7f"),
    "small-size.docx": lambda: _patched(24, b"\x05\0\0\0"),
    "wrong-place.docx": lambda: _patched(42, b"\xff\xff\xff\x0f"),
    "unknown-packing.docx": lambda: _patched(10, b"\x63\0"),
    "locked-entry.docx": lambda: _patched(8, b"\x01\0"),
    "twice-the-zip.docx": lambda: sample(".docx") + sample(".docx"),
    "noise-before.docx": lambda: noise(5000) + sample(".docx"),
}
