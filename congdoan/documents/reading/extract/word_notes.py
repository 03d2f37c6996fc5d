"""What stands outside the text of a Word paper: footnotes and endnotes, and a letterhead in the page header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from congdoan.documents.reading.extract.source import SourceItem, SourceLine
from congdoan.documents.reading.extract.word_package import RELATION_ID, WordPackage
from congdoan.documents.reading.extract.word_xml import W, is_on, parse
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import NATION

if TYPE_CHECKING:
    from congdoan.documents.reading.extract.word import WordPaper

_FIRST_ITEMS = 25


def notes_of(package: WordPackage, paper: WordPaper) -> Iterator[SourceItem]:
    """The footnotes and endnotes that the text names, in its order, each as one line "[1] ..." after the paper."""
    known: dict[str, dict[str, etree._Element]] = {}
    for number, (kind, name) in enumerate(list(paper.notes), start=1):
        if kind not in known:
            data = package.part(f"{kind}s")
            found = [] if data is None else parse(data).iterfind(f"{W}{kind}")
            known[kind] = {element.get(f"{W}id", ""): element for element in found}
        note = known[kind].get(name)
        text = "" if note is None else " ".join(_texts(paper.items(note)))
        if text:
            yield SourceLine(f"[{number}] {text}", aside=True)


def page_header(
    package: WordPackage, paper: WordPaper, body: etree._Element, items: list[SourceItem]
) -> list[SourceItem]:
    """The letterhead, where an office keeps it in the header of the first page and not in the text."""
    if any(NATION.search(fold(text)) for text in _texts(items[:_FIRST_ITEMS])):
        return []
    section = next(body.iter(f"{W}sectPr"), None)
    if section is None:
        return []
    kinds = ("first", "default") if is_on(section, f"{W}titlePg") else ("default",)
    given = {one.get(f"{W}type", "default"): one for one in section.iterfind(f"{W}headerReference")}
    for kind in kinds:
        root = package.related(given[kind].get(RELATION_ID, "")) if kind in given else None
        found = [] if root is None else list(paper.items(root))
        if any(NATION.search(fold(text)) for text in _texts(found)):
            return found
    return []


def _texts(items: list[SourceItem] | Iterator[SourceItem]) -> Iterator[str]:
    for item in items:
        yield item.text if isinstance(item, SourceLine) else " ".join(item.cells)
