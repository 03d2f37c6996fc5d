"""Web pages, and papers that Word or a law site saved as one (often under the name .doc): blocks, lists, tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.extract.html_tables import rows_of
from congdoan.documents.reading.extract.limits import BROKEN
from congdoan.documents.reading.extract.number_words import written
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine
from congdoan.documents.reading.layout.clean import clean_line, readable
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.text_lines import looks_wrapped

_SKIPPED_NAMES = "script style head noscript template title nav button select option del svg object"
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd div dl dt fieldset figure footer form header hr html li main
    ol p pre section table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6
"""
_SKIPPED, _BLOCKS = frozenset(_SKIPPED_NAMES.split()), frozenset(_BLOCK_NAMES.split())
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _Page:
    """`words`: of the line that is being read; `label`: the number or sign of a list item that has begun."""

    items: list[SourceItem] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: str = ""
    heading: int | None = None

    def end_line(self) -> None:
        text = clean_line(_SPACE.sub(" ", "".join(self.words)))
        self.words.clear()
        if not text:
            return
        label, self.label = self.label, ""
        if label and marker_of(text) is None:
            text = f"{label} {text}"
        self.items.append(SourceLine(text, heading=self.heading))

    def walk(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            tag = child.tag.lower() if isinstance(child.tag, str) else ""
            if tag == "br":
                self.end_line()
            elif tag and tag not in _SKIPPED and not _HIDDEN.search(child.get("style", "")):
                self._enter(child, tag)
            self._say(child.tail)

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag not in _BLOCKS:
            self.walk(element)
            return
        self.end_line()
        before = self.heading
        if tag == "table":
            self.items += rows_of(element, _items)
        elif tag == "li":
            self.label = _label(element)
            self.walk(element)
        else:
            self.heading = int(tag[1]) if re.fullmatch("h[1-6]", tag) else self.heading
            self.walk(element)
        self.end_line()
        self.heading = before

    def _say(self, text: str | None) -> None:
        if text:
            self.words.append(text)


def _items(element: etree._Element) -> list[SourceItem]:
    page = _Page()
    page.walk(element)
    page.end_line()
    return page.items


def _label(item: etree._Element) -> str:
    """The number that a list item shows."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    start = parent.get("start", "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    count = before + (int(start) if start.isdigit() and len(start) < 5 else 1)
    shape = _TYPES.get(parent.get("type", ""), "decimal")
    return written(count, shape) + (")" if shape == "lowerLetter" else ".")


def read_html(path: Path) -> Source:
    text = readable(decode(_page_of(path.read_bytes())))
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", no_network=True))
        body = None if root is None else root.find(".//body")
        items = [] if root is None else _items(root if body is None else body)
    except (etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise UnreadableFile(BROKEN) from error
    source = Source("text", items)
    source.wrapped = looks_wrapped([item for item in items if isinstance(item, SourceLine)])
    return source


def _page_of(data: bytes) -> bytes:
    """The page in a web archive (.mht), or `data` itself."""
    if not data.lstrip()[:13].lower().startswith(b"mime-version"):
        return data
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else b""
    return b""
