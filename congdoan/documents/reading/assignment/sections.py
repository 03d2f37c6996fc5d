"""Finds the sections that a reference means."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CONTENTS, IMPLEMENTATION, UNKNOWN

_WORD_KINDS = {"phan": ("phan", "roman", "capital"), "chuong": ("chuong",), "dieu": ("dieu",), "phu luc": ("annex",)}


@dataclass(slots=True)
class Sections:
    """Numbered blocks by their printed label and by the ends of their section number."""

    by_label: dict[str, list[Block]] = field(default_factory=dict)
    by_path: dict[str, list[Block]] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: list[Block]) -> Sections:
        sections = cls()
        for block in blocks:
            if not block.is_numbered or block.marker is None:
                continue
            sections.by_label.setdefault(fold(block.marker.label), []).append(block)
            parts = fold(block.number).removeprefix("dieu ").removeprefix("phu luc ").split(".")
            for at in range(len(parts)):
                sections.by_path.setdefault(".".join(parts[at:]), []).append(block)
        return sections

    def find(self, reference: Reference) -> list[tuple[str, list[Block]]]:
        """For each label, the blocks that it can mean, the likely ones only."""
        around = self._around(reference)
        return [(label, self._blocks(label, reference.word, around)) for label in reference.labels]

    def _around(self, reference: Reference) -> list[Block] | None:
        """The blocks within which to look; None means everywhere."""
        inside: list[Block] | None = None
        for word, label in reversed(reference.within):
            inside = self._blocks(label, word, inside)
        return inside

    def _blocks(self, label: str, word: str, inside: list[Block] | None) -> list[Block]:
        label = _spelled(label)
        found = self.by_label.get(label) or self.by_path.get(label, [])
        if label == "đ":
            found = self.by_label.get("d", [])
        kinds = _WORD_KINDS.get(word)
        if kinds:
            found = [block for block in found if block.marker and block.marker.kind in kinds] or (
                [] if word in ("dieu", "phu luc") else found
            )
        if inside:
            found = [block for block in found if any(block.under(outer) and block is not outer for outer in inside)]
        return _likely(found)


def _spelled(label: str) -> str:
    """ "2a" and "2.a" alike."""
    if len(label) > 1 and label[-1].isalpha() and label[-2].isdigit():
        return f"{label[:-1]}.{label[-1]}"
    return label


def _likely(found: list[Block]) -> list[Block]:
    """Among blocks of the same label, those among the contents, and of them the highest."""
    for part in (CONTENTS, UNKNOWN):
        inside = [block for block in found if block.part == part]
        if inside:
            found = inside
            break
    else:
        found = [block for block in found if block.part == IMPLEMENTATION] or found
    if len(found) < 2:
        return found
    highest = min(_height(block) for block in found)
    return [block for block in found if _height(block) == highest]


def _height(block: Block) -> int:
    height = 0
    while block.parent is not None:
        block, height = block.parent, height + 1
    return height
