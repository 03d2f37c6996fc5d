"""The parts of a Word package: where the main text is, its styles, lists, notes and page headers."""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, read_part
from congdoan.documents.reading.extract.word_xml import parse

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class WordPackage:
    """The parts of an open package by what they are for; `main` is the text of the paper as it is stored."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.name = _main_name(archive)
        data = read_part(archive, self.name)
        if data is None:
            raise UnreadableFile(BROKEN)
        self.main = data
        folder, _, last = self.name.rpartition("/")
        self._folder = folder
        self._relations = relations(archive, f"{folder}/_rels/{last}.rels")

    def part(self, kind: str) -> bytes | None:
        """The part of a kind such as "styles", or None."""
        target = next((target for of, target in self._relations.values() if of == kind), f"{kind}.xml")
        return read_part(self.archive, self._path(target))

    def related(self, relation: str) -> etree._Element | None:
        """The part that a relation of the main text names, or None."""
        known = self._relations.get(relation)
        data = read_part(self.archive, self._path(known[1])) if known else None
        return parse(data) if data else None

    def _path(self, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{self._folder}/{target}")


def _main_name(archive: zipfile.ZipFile) -> str:
    if "word/document.xml" in archive.NameToInfo:
        return "word/document.xml"
    found = relations(archive, "_rels/.rels").values()
    return next((target.lstrip("/") for kind, target in found if kind == "officeDocument"), "word/document.xml")


def relations(archive: zipfile.ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """The kind and target of each relation in a part, by its id; none when the part is missing."""
    data = read_part(archive, name)
    if not data:
        return {}
    return {
        element.get("Id", ""): (element.get("Type", "").rpartition("/")[2], element.get("Target", ""))
        for element in parse(data).iter(_RELATION)
        if element.get("TargetMode") != "External"
    }
