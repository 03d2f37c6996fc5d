"""Names of WordprocessingML, and a parser that follows no entity and opens no other file."""

from __future__ import annotations

from lxml import etree

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"


def parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(BROKEN) from error


def value(element: etree._Element | None, path: str) -> str | None:
    """The w:val of the child at `path`, or None."""
    if element is None:
        return None
    child = element.find(path)
    return None if child is None else child.get(VAL)


def is_on(element: etree._Element | None, path: str) -> bool:
    """Whether a switch such as w:b is set and not switched off."""
    if element is None:
        return False
    child = element.find(path)
    return child is not None and child.get(VAL) not in ("0", "false", "off", "none")
