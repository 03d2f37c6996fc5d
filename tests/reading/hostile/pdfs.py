"""PDF papers: cut, scratched, locked, in loops, bombs, fonts that lie."""

from __future__ import annotations

import re
import zlib

from tests.reading.hostile.making import Files, cuts, noise, one_page, pdf, sample, scratched, stream, words

_MB = 2**20
_ENCRYPT = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -60 >>" % ((b"0123456789abcdef" * 2,) * 2)
_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_ONE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"


def _locked() -> bytes:
    return re.sub(rb"/Root \d+ 0 R", lambda root: root.group() + _ENCRYPT, sample(".pdf"))


def _pages(count: int, content: bytes) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + at) for at in range(count))
    return pdf(
        {
            1: _CATALOG,
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            4: stream(content),
            5: _FONT,
            **{10 + at: _PAGE for at in range(count)},
        }
    )


def _tree(kids: bytes, count: bytes = b"1", **more: bytes) -> bytes:
    objects = {int(name[1:]): body for name, body in more.items()}
    root = b"<< /Type /Pages /Kids [%s] /Count %s >>" % (kids, count)
    return pdf({1: _CATALOG, 2: root, 3: _PAGE, 4: stream(words()), 5: _FONT, **objects})


def _deep_tree(depth: int) -> bytes:
    objects = {
        10 + at: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (9 + at, 11 + at) for at in range(depth)
    }
    objects[10 + depth] = _PAGE
    return pdf({1: b"<< /Type /Catalog /Pages 10 0 R >>", 4: stream(words()), 5: _FONT, **objects})


def _flate(data: bytes, filters: int = 1) -> bytes:
    for _ in range(filters):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [" + b"/FlateDecode " * filters + b"]")


def _picture(width: int, height: int, data: bytes, extra: bytes) -> bytes:
    """A page that is one picture of this size."""
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray %s"
    return one_page(
        b"q 595 0 0 842 0 0 cm /I Do Q",
        extra=b"/XObject << /I 6 0 R >>",
        more={6: stream(data, head % (width, height, extra))},
    )


def _forms(body: bytes) -> bytes:
    """A form that draws another form, and that one the first."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 6 0 R /B 7 0 R >> >>"
    return one_page(
        words() + b"/A Do",
        extra=b"/XObject << /A 6 0 R >>",
        more={6: stream(body, form), 7: stream(b"/A Do /A Do", form)},
    )


def _cross(at: int) -> bytes:
    return b"%d 0 m %d 800 l S 0 %d m 500 %d l S\n" % ((at % 500,) * 2 + (at % 800,) * 2)


def _letter(at: int) -> bytes:
    return b"1 0 0 1 %d %d Tm (a) Tj " % (at * 7 % 600, at * 13 % 800)


def _one_page(content: bytes, catalog: bytes = _CATALOG) -> bytes:
    return pdf({1: catalog, 2: _ONE, 3: _PAGE, 4: content, 5: _FONT})


def _lying_font(mapping: bytes) -> bytes:
    """A page whose font says wrongly which letters its signs stand for."""
    data = one_page(words() * 40, more={6: stream(mapping)})
    return data.replace(b"/BaseFont /Times-Roman", b"/BaseFont /Times-Roman /ToUnicode 6 0 R")


_TO_ONE = (
    b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <00> <ff> endcodespacerange "
    b"1 beginbfrange <00> <ff> %s endbfrange"
)


FILES: Files = {
    **cuts("pdf", ".pdf", (1, 5, 30, 100, 200, 350, 500, 650, 800, 900, 960, 990, 999)),
    **scratched("pdf", ".pdf", range(8)),
    "locked.pdf": _locked,
    "only-a-name.pdf": lambda: b"%PDF-1.7\n",
    "name-and-noise.pdf": lambda: b"%PDF-1.7\n" + noise(100_000),
    "name-late.pdf": lambda: noise(900) + sample(".pdf"),
    "zeros.pdf": lambda: b"%PDF-1.7\n" + b"\0" * 5 * _MB,
    "five-thousand-pages.pdf": lambda: _pages(5000, words()),
    "five-hundred-pages.pdf": lambda: _pages(500, words()),
    "empty-pages.pdf": lambda: _pages(550, b""),
    "no-pages.pdf": lambda: _tree(b"", b"0"),
    "tree-in-itself.pdf": lambda: _tree(b"2 0 R 3 0 R", b"2"),
    "tree-in-a-ring.pdf": lambda: _tree(
        b"6 0 R", b"3", n6=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 3 >>"
    ),
    "tree-count-lies.pdf": lambda: _tree(b"3 0 R", b"2000000000"),
    "tree-count-negative.pdf": lambda: _tree(b"3 0 R", b"-5"),
    "tree-deep.pdf": lambda: _deep_tree(3000),
    "page-not-there.pdf": lambda: _tree(b"77 0 R"),
    "same-page-often.pdf": lambda: _tree(b"3 0 R " * 300, b"300"),
    "bomb-content.pdf": lambda: _one_page(_flate(b" " * (600 * _MB))),
    "bomb-text.pdf": lambda: _one_page(_flate(words() * 700_000)),
    "bomb-filters.pdf": lambda: _one_page(_flate(b" " * (50 * _MB), 40)),
    "bomb-paths.pdf": lambda: one_page(words() + b"0 0 m 9 9 l S\n" * 400_000),
    "bomb-rules.pdf": lambda: one_page(words("STT Noi dung Chu tri") + b"".join(map(_cross, range(60_000)))),
    "bomb-states.pdf": lambda: one_page(b"q " * 2_000_000 + words()),
    "form-in-a-ring.pdf": lambda: _forms(b"/B Do"),
    "form-in-itself.pdf": lambda: _forms(b"/A Do /A Do /A Do"),
    "huge-page.pdf": lambda: one_page(words(), page=b"/MediaBox [0 0 9000000 9000000]"),
    "no-page-size.pdf": lambda: one_page(words(), page=b"/MediaBox [0 0 0 0]"),
    "negative-page.pdf": lambda: one_page(words(), page=b"/MediaBox [500 500 -10 -10]"),
    "wrong-page-size.pdf": lambda: one_page(words(), page=b"/MediaBox [/a (b) null 1e99]"),
    "turned-by-45.pdf": lambda: one_page(words(), page=b"/MediaBox [0 0 595 842] /Rotate 45"),
    "huge-unit.pdf": lambda: one_page(words(), page=b"/MediaBox [0 0 595 842] /UserUnit 1e9"),
    "picture-of-30000.pdf": lambda: _picture(
        30_000, 30_000, zlib.compress(b"\xff" * (30_000 * 3750), 9), b"/Filter /FlateDecode"
    ),
    "picture-claims-much.pdf": lambda: _picture(2_000_000, 2_000_000, b"\0", b""),
    "picture-negative.pdf": lambda: _picture(-5, -5, b"\0", b""),
    "picture-broken-jpeg.pdf": lambda: _picture(2000, 3000, b"\xff\xd8\xff" + noise(3000), b"/Filter /DCTDecode"),
    "picture-broken-jpx.pdf": lambda: _picture(2000, 3000, noise(3000), b"/Filter /JPXDecode"),
    "picture-broken-jbig2.pdf": lambda: _picture(2000, 3000, noise(3000), b"/Filter /JBIG2Decode"),
    "picture-broken-fax.pdf": lambda: _picture(2000, 3000, noise(3000), b"/Filter /CCITTFaxDecode"),
    "font-to-one-letter.pdf": lambda: _lying_font(_TO_ONE % b"<0020>"),
    "font-to-private-use.pdf": lambda: _lying_font(_TO_ONE % b"<E000>"),
    "font-to-surrogates.pdf": lambda: _lying_font(_TO_ONE % b"<D800>"),
    "font-to-long-text.pdf": lambda: _lying_font(_TO_ONE % (b"<" + b"0041" * 5000 + b">")),
    "font-map-is-noise.pdf": lambda: _lying_font(noise(50_000)),
    "font-not-there.pdf": lambda: one_page(words().replace(b"/F1", b"/F9")),
    "font-size-huge.pdf": lambda: one_page(words().replace(b"12 Tf", b"1e30 Tf")),
    "font-size-zero.pdf": lambda: one_page(words().replace(b"12 Tf", b"0 Tf")),
    "text-one-place.pdf": lambda: one_page(b"BT /F1 12 Tf 50 700 Td " + b"(ke hoach) Tj 0 0 Td " * 100_000 + b"ET"),
    "text-each-letter.pdf": lambda: one_page(b"BT /F1 12 Tf " + b"".join(map(_letter, range(100_000))) + b"ET"),
    "arrays-deep.pdf": lambda: one_page(b"[" * 500_000 + words()),
    "strings-open.pdf": lambda: one_page(b"BT (" * 200_000),
    "references-in-a-ring.pdf": lambda: (
        sample(".pdf") + b"\ntrailer << /Size 9 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"
    ),
    "program-in-it.pdf": lambda: _one_page(
        stream(words() * 3), b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1){}) >> >>"
    ),
}
