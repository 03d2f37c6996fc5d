"""Names of the OpenDocument format (.odt), with their namespaces."""

from __future__ import annotations

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_SPACE % name for name in ("office", "text", "table", "style", "drawing"))
FORMAT = _SPACE % "xsl-fo-compatible"
SVG = _SPACE % "svg-compatible"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(text: str | None, default: int, *, most: int = 1000) -> int:
    """A whole number of an attribute, never above `most`."""
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) < 9 else default
