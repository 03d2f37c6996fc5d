"""Section numbers: the nearest Roman heading, then the printed path without repeating a parent's number."""

from __future__ import annotations

from congdoan.documents.reading.extract.number_words import roman
from congdoan.documents.reading.layout.markers import Marker
from congdoan.documents.reading.outline.blocks import Block

_LETTERS = "abcdđefghijklmnopqrstuvxy"
_ROMANS = {roman(count): count for count in range(1, 60)}


def signature(marker: Marker) -> str:
    """Markers with the same signature are brothers: all "1.", all "a)", all "-", all of the form 2.1."""
    if marker.kind == "bullet":
        return f"bullet{marker.label}"
    if marker.kind in ("decimal", "row-decimal"):
        return f"{marker.kind}{marker.label.count('.')}"
    return marker.kind


def section_number(block: Block) -> str:
    """The number of the section that `block` opens, or of the one around it.

    A row that is counted 1, 2, 3 opens none, unless it stands under a group row of its table.
    """
    around = block.parent.number if block.parent else ""
    marker = block.marker
    if marker is None or not block.is_numbered:
        return around
    if marker.kind == "annex":
        return f"Phụ lục {marker.label}"
    if marker.kind == "dieu":
        return f"Điều {marker.label}"
    if marker.kind in ("roman", "row-roman", "phan", "chuong"):
        return marker.label
    if marker.kind in ("decimal", "row-decimal"):
        return _decimal(block, marker.label)
    if _only_counts(block):
        return around
    if marker.kind == "capital" and not around:
        return marker.label
    return f"{around}.{marker.label}" if around else marker.label


def _only_counts(block: Block) -> bool:
    """Whether a table row has a running number that is no section's."""
    if block.marker is None or block.marker.kind != "row-arabic":
        return False
    over = block.parent.marker if block.parent else None
    return over is None or not over.kind.startswith("row-")


def _decimal(block: Block, label: str) -> str:
    """II.2.1 for 2.1 under 2 under II; also where 2 itself is missing."""
    parent = block.parent
    while parent is not None:
        if parent.marker is not None and parent.is_numbered:
            kind, over = parent.marker.kind, parent.marker.label
            if _only_counts(parent):
                return f"{parent.number}.{label}" if parent.number else label
            if kind.removeprefix("row-") in ("decimal", "arabic", "muc") and label.startswith(f"{over}."):
                return f"{parent.number}{label[len(over) :]}"
            if kind == "dieu" and label.startswith(f"{over}."):
                return f"{parent.number}{label[len(over) :]}"
            return f"{parent.number}.{label}" if parent.number else label
        parent = parent.parent
    return label


def next_label(kind: str, label: str) -> str | None:
    """The label that should follow: 2 after 1, IV after III, d (or đ) after c."""
    if kind in ("roman", "row-roman", "phan", "chuong", "annex") and label in _ROMANS:
        return roman(_ROMANS[label] + 1)
    if label.isdigit():
        return str(int(label) + 1)
    head, dot, last = label.rpartition(".")
    if dot and last.isdigit():
        return f"{head}.{int(last) + 1}"
    if len(label) == 1 and label.lower() in _LETTERS:
        letters = _LETTERS if label.islower() else _LETTERS.upper()
        at = letters.find(label)
        return letters[at + 1] if 0 <= at < len(letters) - 1 else None
    return None
