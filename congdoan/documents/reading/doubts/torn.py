"""Passages that may be one sentence torn apart: the text was copied or printed in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading.model import Warning
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CLOSING, SIGNATURE
from congdoan.documents.reading.tasks.found import Found

_MESSAGE = "Hai đoạn này có thể là một câu bị ngắt."
_ENDS = frozenset('.;:!?…”"/)')
_LEAST = 40
"""Characters of a passage that is more than a title."""


def torn(found: Found) -> Iterator[Warning]:
    """A warning over each passage without an end and the one without a beginning after it."""
    for before, after in pairwise(found.tree.blocks):
        if after.marker is None and before.part not in (CLOSING, SIGNATURE) and _is_torn(found, before, after):
            yield Warning("passage_torn", _MESSAGE, before.start, after.end)


def _is_torn(found: Found, before: Block, after: Block) -> bool:
    if before.columns is not None or after.columns is not None or before.data or after.data or after.is_heading:
        return False
    text = found.paper.text
    if before.end - before.start < _LEAST or text[before.end - 1] in _ENDS or before.is_heading:
        return False
    printed = text[before.body : before.end]
    return not (printed.isupper() or text[after.start : after.end].isupper())
