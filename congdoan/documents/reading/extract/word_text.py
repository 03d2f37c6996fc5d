"""The words of one Word paragraph as Word shows them: changes accepted, fields by their results, fonts decoded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from congdoan.documents.reading.extract.old_fonts import encoding_of
from congdoan.documents.reading.extract.stretches import Stretches
from congdoan.documents.reading.extract.word_styles import Style, Styles, capitals_of, font_of
from congdoan.documents.reading.extract.word_xml import MC, W, children, first_child, is_on, switch, value_of

_SKIPPED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "instrText", "delText", "delInstrText")
)
_BREAKS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
Given = TypeVar("Given")
_T, _R = f"{W}t", f"{W}r"


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text, its text boxes, and the notes it names as (kind, id)."""

    stretches: Stretches = field(default_factory=Stretches)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Text inside the code of a field is not shown."""
        if True not in self.fields:
            self.stretches.add(text)

    @property
    def text(self) -> str:
        return self.stretches.text


@dataclass(slots=True)
class WordReader:
    """Reads the words of paragraphs. `plain`: no font, hidden word or capital in the document changes a letter."""

    styles: Styles = field(default_factory=Styles)
    plain: bool = True

    def words_of(self, paragraph: etree._Element, style: Style) -> Words:
        words = Words()
        self._walk(paragraph, words, style)
        return words

    def _walk(self, element: etree._Element, words: Words, style: Style) -> None:
        for child in element:
            tag = child.tag
            if tag == _T:
                words.add(child.text or "")
            elif tag == _R:
                self._run(child, words, style)
            elif tag in _BREAKS:
                words.add(_BREAKS[tag])
            elif tag in _SPECIAL:
                _SPECIAL[tag](self, child, words, style)
            elif tag not in _SKIPPED:
                self._walk(child, words, style)

    def _run(self, run: etree._Element, words: Words, style: Style) -> None:
        if self.plain:
            self._walk(run, words, style)
            return
        properties = children(first_child(run, f"{W}rPr"))
        if switch(properties.get(f"{W}vanish")):
            return
        named = self.styles.of_character(value_of(properties.get(f"{W}rStyle")))
        encoding = encoding_of(_first(font_of(properties), named.font, style.font))
        words.stretches.wear(encoding, capitals=bool(_first(capitals_of(properties), named.capitals, style.capitals)))
        self._walk(run, words, style)

    def _alternate(self, element: etree._Element, words: Words, style: Style) -> None:
        """One of several forms of the same thing: the newest, or the one for older programs where it stands alone."""
        choice = element.find(f"{MC}Choice")
        form = choice if choice is not None else element.find(f"{MC}Fallback")
        if form is not None:
            self._walk(form, words, style)

    def _control(self, element: etree._Element, words: Words, style: Style) -> None:
        if not shows_placeholder(element):
            self._walk(element, words, style)

    def _symbol(self, element: etree._Element, words: Words, style: Style) -> None:
        code = element.get(f"{W}char", "")
        try:
            words.add(chr(int(code, 16)))
        except (ValueError, OverflowError):
            return

    def _box(self, element: etree._Element, words: Words, style: Style) -> None:
        words.boxes.append(element)

    def _field(self, element: etree._Element, words: Words, style: Style) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            words.fields.append(True)
        elif kind == "separate" and words.fields:
            words.fields[-1] = False
        elif kind == "end" and words.fields:
            words.fields.pop()

    def _note(self, element: etree._Element, words: Words, style: Style) -> None:
        kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
        words.notes.append((kind, element.get(f"{W}id", "")))


_SPECIAL: dict[str, Callable[[WordReader, etree._Element, Words, Style], None]] = {
    f"{MC}AlternateContent": WordReader._alternate,
    f"{W}sdt": WordReader._control,
    f"{W}sym": WordReader._symbol,
    f"{W}txbxContent": WordReader._box,
    f"{W}fldChar": WordReader._field,
    f"{W}footnoteReference": WordReader._note,
    f"{W}endnoteReference": WordReader._note,
}


def shows_placeholder(control: etree._Element) -> bool:
    """Whether a content control only says what to type into it."""
    return is_on(control, f"{W}sdtPr/{W}showingPlcHdr")


def _first(*given: Given | None) -> Given | None:
    return next((one for one in given if one is not None), None)
