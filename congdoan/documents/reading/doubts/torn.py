"""Passages that may be one sentence torn apart: the text was copied or printed in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.model import Warning
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CLOSING, SIGNATURE
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import is_detail
from congdoan.documents.reading.tasks.work import states_work

_MESSAGE = "Hai đoạn này có thể là một câu bị ngắt."
_ENDS = frozenset('.;:!?…”"/)')
_LEAST = 40
"""Characters of a passage that is more than a title."""


def torn(found: Found) -> Iterator[Warning]:
    """A warning over each passage without an end and the one without a beginning after it."""
    for before, after in pairwise(found.tree.blocks):
        if after.marker is None and before.part not in (CLOSING, SIGNATURE) and _is_torn(found, before, after):
            yield Warning("passage_torn", _MESSAGE, before.start, after.end)


def _begins_anew(found: Found, before: Block, after: Block) -> bool:
    """Whether the second passage begins with a capital where one may: under a title, after a ground, as a label."""
    text = found.paper.text
    if not (text[after.start].isupper() or text[after.start] == "("):
        return False
    titled = before.marker is not None and not states_work(found.words(before))
    under_title = titled and text[after.end - 1] in _ENDS
    ground = text[before.end - 1] == "," and _GROUND.match(found.words(before)) is not None
    return under_title or ground or text[after.start] == "(" or is_detail(found.paper.folded, after.start, after.end)


_GROUND = re.compile(r"(?:can cu|thuc hien|xet|theo|kinh gui)(?![a-z])")


def _is_torn(found: Found, before: Block, after: Block) -> bool:
    if before.columns is not None or after.columns is not None or before.data or after.data or after.is_heading:
        return False
    text = found.paper.text
    if before.end - before.start < _LEAST or text[before.end - 1] in _ENDS or before.is_heading:
        return False
    if _begins_anew(found, before, after):
        return False
    printed = text[before.body : before.end]
    return not (printed.isupper() or text[after.start : after.end].isupper())
