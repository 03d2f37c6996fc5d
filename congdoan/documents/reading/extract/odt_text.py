"""The words of one paragraph of an .odt paper, with its text boxes and notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from congdoan.documents.reading.extract.odt_names import DRAW, OFFICE, TEXT, count
from congdoan.documents.reading.extract.odt_styles import Look, Looks
from congdoan.documents.reading.extract.old_fonts import encoding_of
from congdoan.documents.reading.extract.stretches import Stretches

_SKIPPED = frozenset({f"{OFFICE}annotation", f"{TEXT}note-citation", f"{TEXT}ruby-text", f"{TEXT}hidden-text"})
_BOXES = frozenset({f"{DRAW}text-box", f"{DRAW}custom-shape"})


@dataclass(slots=True)
class OdtWords:
    """`bold`: whether the first words are; None when only the paragraph says."""

    stretches: Stretches = field(default_factory=Stretches)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    bold: bool | None = None

    @property
    def text(self) -> str:
        return self.stretches.text


def words_of(paragraph: etree._Element, look: Look, looks: Looks) -> OdtWords:
    words = OdtWords()
    _walk(paragraph, words, look, looks)
    return words


def _walk(element: etree._Element, words: OdtWords, look: Look, looks: Looks) -> None:
    _say(element.text, words, look)
    for child in element:
        tag = child.tag
        if tag == f"{TEXT}span":
            _walk(child, words, looks.of("text", child.get(f"{TEXT}style-name")).over(look), looks)
        elif tag == f"{TEXT}s":
            _say(" " * count(child.get(f"{TEXT}c"), 1), words, look)
        elif tag == f"{TEXT}tab":
            _say("\t", words, look)
        elif tag == f"{TEXT}line-break":
            _say("\n", words, look)
        elif tag == f"{TEXT}note-body":
            words.notes.append(child)
        elif tag in _BOXES:
            words.boxes.append(child)
        elif isinstance(tag, str) and tag not in _SKIPPED and not tag.endswith(("}title", "}desc")):
            _walk(child, words, look, looks)
        _say(child.tail, words, look)


def _say(text: str | None, words: OdtWords, look: Look) -> None:
    if not text or look.hidden:
        return
    if words.bold is None and not text.isspace():
        words.bold = look.bold
    words.stretches.wear(encoding_of(look.font), capitals=bool(look.capitals))
    words.stretches.add(text)
